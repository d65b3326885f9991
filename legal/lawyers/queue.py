"""What waits for moderators: profiles and changes, claims, what lawyers name, licences that are due again."""

import datetime
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


Row = tuple[Any, int, object, datetime.datetime | None]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits: since when, for how many days, and on whose desk it is.

    `key` is the record whose page decides it, `beside` what is told of it beside its name.
    """

    one: Any
    key: int
    beside: object
    since: datetime.datetime
    days: int
    holder: User | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A licence that is due; `kind` is `lawyer` or `firm`."""

    one: Any
    kind: str


def revisions() -> list[Waiting]:
    rows = Revision.objects.waiting().with_subject()[:A_PAGE]
    return _waiting(Revision, [(row, row.pk, row.subject.jurisdiction, row.submitted_at) for row in rows])


def claims() -> list[Waiting]:
    rows = Claim.objects.open().with_subject()[:A_PAGE]
    return _waiting(Claim, [(row, row.pk, row.user, row.asked_at) for row in rows])


def mentions() -> list[Waiting]:
    named = Mention.objects.waiting().of_shown().with_named().select_related("lawyer")
    return _waiting(Mention, [(row, row.lawyer_id, row.lawyer, row.named_at) for row in named[:A_PAGE]])


def rechecks(*, today: datetime.date | None = None) -> list[Due]:
    """Lawyers and firms whose licence is due to be verified again, the longest due first."""
    day = today or timezone.localdate()
    found = [Due(one, kind_of(one)) for model in (Lawyer, Firm) for one in due(model, day)[:A_PAGE]]
    return sorted(found, key=lambda row: row.one.recheck_on)


def _waiting(model: type[Model], rows: list[Row]) -> list[Waiting]:
    held = Assignment.objects.among(model).filter(subject_id__in=[one.pk for one, *_ in rows]).select_related("holder")
    holders = {assignment.subject_id: assignment.holder for assignment in held}
    now = timezone.now()
    return [
        Waiting(one, key, beside, since, (now - since).days, holders.get(one.pk))
        for one, key, beside, since in rows
        if since
    ]
