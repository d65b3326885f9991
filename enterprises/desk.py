"""The queue of registrations, as officers see it."""

import datetime
from dataclasses import dataclass
from typing import Final

from django.db.models import Q, QuerySet
from django.utils import timezone

from enterprises.models import Enterprise
from portal.accounts.models import User
from portal.workflow.models import Assignment

A_PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """A registration in the queue: for how many days it has waited, and on whose desk it is."""

    enterprise: Enterprise
    days: int
    holder: User | None


def queue(*, after: tuple[datetime.datetime, int] | None = None, held_by: User | None = None) -> list[Waiting]:
    """A page of the registrations that wait, the longest waiting first, and one more where there are more.

    `after` is when the last one of the page before was submitted, and its key; `held_by` leaves one officer's alone.
    """
    rows: QuerySet[Enterprise] = Enterprise.objects.waiting().select_related("country")
    if after is not None:
        moment, key = after
        rows = rows.filter(Q(submitted_at__gt=moment) | Q(submitted_at=moment, pk__gt=key))
    if held_by is not None:
        mine = Assignment.objects.among(Enterprise).filter(holder=held_by)
        rows = rows.filter(pk__in=mine.values("subject_id"))
    found = list(rows[: A_PAGE + 1])
    held = Assignment.objects.among(Enterprise).filter(subject_id__in=[one.pk for one in found])
    holders = {assignment.subject_id: assignment.holder for assignment in held.select_related("holder")}
    now = timezone.now()
    return [Waiting(one, (now - one.submitted_at).days, holders.get(one.pk)) for one in found if one.submitted_at]


def holder_of(enterprise: Enterprise) -> User | None:
    """On whose desk a registration is."""
    assignment = Assignment.objects.of(enterprise).select_related("holder").first()
    return assignment.holder if assignment else None
