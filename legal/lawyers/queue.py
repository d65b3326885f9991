"""What waits for moderators: profiles and changes, claims, what lawyers name, licences that are due again."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Model
from django.utils import timezone

from legal.lawyers.actions.rechecking import due
from legal.lawyers.facts.reading import kind_of
from legal.lawyers.models import Claim, Firm, Lawyer, Mention, Revision
from portal.accounts.models import User
from portal.workflow.models import Assignment

# Of each kind so many are listed, the longest waiting first: what is decided makes room for the next.
A_PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits: since when, for how many days, and on whose desk it is."""

    one: Any
    since: datetime.datetime
    days: int
    holder: User | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A licence that is due; `kind` is `lawyer` or `firm`."""

    one: Any
    kind: str


def revisions() -> list[Waiting]:
    rows = list(Revision.objects.waiting().with_subject()[:A_PAGE])
    return _waiting(rows, [row.submitted_at for row in rows], Revision)


def claims() -> list[Waiting]:
    rows = list(Claim.objects.open().with_subject()[:A_PAGE])
    return _waiting(rows, [row.asked_at for row in rows], Claim)


def mentions() -> list[Waiting]:
    named = Mention.objects.waiting().of_shown().with_named().select_related("lawyer")
    rows = list(named[:A_PAGE])
    return _waiting(rows, [row.named_at for row in rows], Mention)


def rechecks(*, today: datetime.date | None = None) -> list[Due]:
    """Lawyers and firms whose licence is due to be verified again, the longest due first."""
    day = today or timezone.localdate()
    found = [Due(one, kind_of(one)) for model in (Lawyer, Firm) for one in due(model, day)[:A_PAGE]]
    return sorted(found, key=lambda row: row.one.recheck_on)


def _waiting(rows: list[Any], times: Iterable[datetime.datetime | None], model: type[Model]) -> list[Waiting]:
    held = Assignment.objects.among(model).filter(subject_id__in=[row.pk for row in rows]).select_related("holder")
    holders = {assignment.subject_id: assignment.holder for assignment in held}
    now = timezone.now()
    return [
        Waiting(row, since, (now - since).days, holders.get(row.pk))
        for row, since in zip(rows, times, strict=True)
        if since
    ]
