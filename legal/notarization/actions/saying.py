"""What is asked of the notary office is written down."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from legal.matters.actions.drafting import touch
from legal.matters.actions.guarding import lock_to_write
from legal.matters.models import Matter
from legal.notarization.models import Particulars, Subject
from portal.accounts.models import User
from portal.workflow.naming import name_moves

name_moves("notarization", {"say": _("What is asked of the notary office was changed")})


@transaction.atomic
def say(matter: Matter, *, facts: Mapping[str, Any], documents: Collection[int], version: int, by: User) -> Particulars:
    """Write down what is to be certified and which exhibits of the matter, by their keys; Entry.

    Raises `NotAllowedError` and `ChangedMeanwhileError` as `lock_to_write`; exhibits taken out meanwhile are left out.
    """
    held = lock_to_write(matter, version=version, by=by)
    said, _made = Particulars.objects.update_or_create(matter=held, defaults=facts)
    held.notarized.exclude(produced__in=documents).delete()
    there = set(held.notarized.values_list("produced", flat=True))
    wanted = held.produced.filter(pk__in=documents).exclude(pk__in=there)
    for produced in wanted:
        Subject.objects.create(matter=held, produced=produced)
    touch(held, "notarization.say", by=by)
    return said
