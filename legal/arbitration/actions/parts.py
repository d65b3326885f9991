"""The parts of a request are written, changed and taken out while it can be written."""

from collections.abc import Mapping
from typing import Any, Final, TypeVar

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from legal.arbitration.models import Filing, Part, Reliance
from legal.matters.actions.drafting import touch
from legal.matters.actions.guarding import lock_to_write, require_there
from legal.matters.models import Matter
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError
from portal.workflow.naming import name_moves

P = TypeVar("P", bound=Part)
TABLE: Final = "arbitration.parts"
MOST: Final = 100
name_moves(
    TABLE,
    {
        "write-facts": gettext_lazy("Facts and reasons were written"),
        "write-procedure": gettext_lazy("Institution and procedure were chosen"),
        "confirm-address": gettext_lazy("An electronic address for service was confirmed"),
        "add-agreement": gettext_lazy("An agreement to arbitrate was added"),
        "change-agreement": gettext_lazy("An agreement to arbitrate was changed"),
        "remove-agreement": gettext_lazy("An agreement to arbitrate was taken out"),
        "add-claim": gettext_lazy("A claim was added"),
        "change-claim": gettext_lazy("A claim was changed"),
        "remove-claim": gettext_lazy("A claim was taken out"),
        "add-measure": gettext_lazy("An interim measure was asked for"),
        "change-measure": gettext_lazy("An interim measure that is asked for was changed"),
        "remove-measure": gettext_lazy("An interim measure that was asked for was taken out"),
        "add-reliance": gettext_lazy("An article or a case was named"),
        "remove-reliance": gettext_lazy("An article or a case was taken out"),
        "ask-joinder": gettext_lazy("It was asked that somebody become a party"),
        "grant-joinder": gettext_lazy("Somebody became a party"),
        "refuse-joinder": gettext_lazy("It was refused that somebody become a party"),
    },
)


@transaction.atomic
def write(matter: Matter, what: str, *, facts: Mapping[str, Any], version: int, by: User) -> Filing:
    """Write what a request says once; Entry. `NotAllowedError` and `ChangedMeanwhileError` as `lock_to_write`."""
    held = lock_to_write(matter, version=version, by=by)
    filing, _made = Filing.objects.update_or_create(matter=held, defaults=dict(facts))
    touch(held, f"{TABLE}.{what}", by=by)
    return filing


@transaction.atomic
def add(matter: Matter, model: type[P], *, facts: Mapping[str, Any], by: User) -> P:
    """Add a part after those there are; Entry. `NotAllowedError` "role", "state", "many", or "gone" as `change`."""
    held = lock_to_write(matter, version=None, by=by)
    require_there(held, facts)
    part = append(held, model, facts)
    touch(held, f"{TABLE}.add-{name_of(model)}", by=by, details={"position": part.position})
    return part


@transaction.atomic
def change(part: P, *, facts: Mapping[str, Any], version: int, by: User) -> P:
    """Change a part; Entry. As `lock_to_write`; "gone" where somebody has taken it out meanwhile."""
    held, there = _lock(part, version=version, by=by)
    for name, value in facts.items():
        setattr(there, name, value)
    there.save(update_fields=list(facts))
    touch(held, f"{TABLE}.change-{name_of(type(part))}", by=by, details={"position": there.position})
    return there


@transaction.atomic
def remove(part: Part, *, version: int, by: User) -> None:
    """Take a part out; Entry. As `change`."""
    held, there = _lock(part, version=version, by=by)
    there.delete()
    touch(held, f"{TABLE}.remove-{name_of(type(part))}", by=by, details={"position": part.position})


@transaction.atomic
def rely(matter: Matter, *, named: Mapping[str, Any], point: str = "", by: User) -> Reliance:
    """Name an article or a case; Entry. `NotAllowedError` as `add`, or "once" for what is named already."""
    held = lock_to_write(matter, version=None, by=by)
    if Reliance.objects.filter(matter=held, **{"case": None, "law": None, "path": ""} | dict(named)).exists():
        raise NotAllowedError(_("You have named this already."), code="once")
    return add(held, Reliance, facts={**named, "point": point}, by=by)


def append(matter: Matter, model: type[P], facts: Mapping[str, Any]) -> P:
    """A new part in the last place of a locked matter; `NotAllowedError` "many" where there are too many."""
    rows = model._default_manager.filter(matter=matter)
    if rows.count() >= MOST:
        raise NotAllowedError(_("More than these cannot be written in one request."), code="many")
    last = rows.aggregate(last=Max("position"))["last"] or 0
    return model._default_manager.create(matter=matter, position=last + 1, **facts)


def name_of(model: type[Part]) -> str:
    """What a part is called in the history."""
    return str(model._meta.model_name)


def _lock(part: P, *, version: int, by: User) -> tuple[Matter, P]:
    held = lock_to_write(part.matter, version=version, by=by)
    there = type(part)._default_manager.filter(pk=part.pk, matter=held).first()
    if there is None:
        raise NotAllowedError(_("This was taken out meanwhile."), code="gone")
    return held, there
