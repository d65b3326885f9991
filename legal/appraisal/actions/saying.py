"""What stands in the entrustment letter, and what the appraisers are to examine, is written down."""

from collections.abc import Mapping
from typing import Any, Final

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from legal.appraisal.models import Entrustment, Material
from legal.matters.actions.drafting import touch
from legal.matters.actions.guarding import lock_to_write, require_there
from legal.matters.models import Matter
from legal.matters.models.matter import MatterQuerySet
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError
from portal.workflow.naming import name_moves

TABLE: Final = "appraisal"
MOST_MATERIALS: Final = 200
name_moves(
    TABLE,
    {
        "say": gettext_lazy("What stands in the entrustment letter was changed"),
        "add-material": gettext_lazy("A material was listed"),
        "remove-material": gettext_lazy("A material was taken off the list"),
    },
)


@transaction.atomic
def say(matter: Matter, *, facts: Mapping[str, Any], version: int, by: User) -> Entrustment:
    """Write down what stands in the letter; Entry. `NotAllowedError` and `ChangedMeanwhileError` as `lock_to_write`.

    "parent" where the earlier appraisal is none of this enterprise, or this very one.
    """
    held = lock_to_write(matter, version=version, by=by)
    parent = facts.get("parent")
    if parent is not None and not earlier(held).filter(pk=parent.pk).exists():
        raise NotAllowedError(_("This earlier appraisal is none of your enterprise."), code="parent")
    said, _made = Entrustment.objects.update_or_create(matter=held, defaults=facts)
    touch(held, f"{TABLE}.say", by=by)
    return said


@transaction.atomic
def list_material(matter: Matter, *, facts: Mapping[str, Any], by: User) -> Material:
    """List a material after those there are; Entry. `NotAllowedError` "role", "state", "many".

    "gone" where the exhibit it is was taken out meanwhile.
    """
    held = lock_to_write(matter, version=None, by=by)
    require_there(held, facts)
    last = held.materials.aggregate(last=Max("position"))["last"] or 0
    if last >= MOST_MATERIALS:
        raise NotAllowedError(_("More materials than these cannot be listed in one matter."), code="many")
    material = Material.objects.create(matter=held, position=last + 1, **facts)
    touch(held, f"{TABLE}.add-material", by=by, details={"material": material.position})
    return material


@transaction.atomic
def take_off(material: Material, *, version: int, by: User) -> None:
    """Take a material off the list; those after it move up; Entry.

    `NotAllowedError` and `ChangedMeanwhileError` as `lock_to_write`; "gone" where it was taken off meanwhile.
    """
    held = lock_to_write(material.matter, version=version, by=by)
    there = held.materials.filter(pk=material.pk).first()
    if there is None:
        raise NotAllowedError(_("This material was taken off the list meanwhile."), code="gone")
    there.delete()
    held.materials.filter(position__gt=there.position).update(position=F("position") - 1)
    touch(held, f"{TABLE}.remove-material", by=by, details={"material": there.position})


def earlier(matter: Matter) -> MatterQuerySet:
    """The appraisals of the enterprise that another may supplement or repeat: those with an opinion."""
    same = Matter.objects.filter(kind=matter.kind, enterprise=matter.enterprise, opinion__isnull=False)
    found: MatterQuerySet = same.exclude(pk=matter.pk)
    return found
