"""The queues of matters, as staff see them: number, kind and age, and nothing of what a matter is about."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from legal.handling.promised import promised
from legal.matters import kinds
from legal.matters.kinds import BY_SLUG, Proceeding
from legal.matters.models import Declaration, Matter, MatterQuerySet
from legal.matters.models.matter import LOOK_THROUGH
from portal.accounts.models import User
from portal.workflow.models import Assignment

A_PAGE: Final = 50
After = tuple[datetime.datetime, int]


@dataclass(frozen=True, slots=True)
class Queued:
    """A matter in a queue: for how many days it has waited, until when it was promised, and on whose desk it is.

    `conflict` is what the viewer declared about it; None where they declared nothing yet.
    """

    matter: Matter
    days: int
    due: datetime.date | None
    late: bool
    holder: User | None
    conflict: bool | None


def kinds_for(user: User) -> list[Proceeding]:
    """The kinds of proceeding whose queues somebody of the staff sees: those they handle, and all to auditors."""
    handled = kinds.handled_by(user)
    audits = user.has_perm(LOOK_THROUGH)
    return [proceeding for slug, proceeding in BY_SLUG.items() if audits or slug in handled]


def queue(
    kind: str, *, state: str = "", whose: str = "", after: After | None = None, viewer: User
) -> tuple[list[Queued], After | None]:
    """A page of the matters of a kind, the longest waiting first, and after which one the next page begins, if any.

    Without a state those that have not ended; `whose` is "mine" for the viewer's own desk and "nobody" for none.
    """
    # Only what a row of the list shows is read; index `matters_queue` or `matters_waiting` has the order.
    rows: MatterQuerySet = Matter.objects.filter(kind=kind, submitted_at__isnull=False)
    rows = rows.filter(state=state) if state else rows.filter(ended_at=None)
    if after is not None:
        moment, key = after
        # Said twice, so that the index is entered where the page begins.
        rows = rows.filter(Q(submitted_at__gt=moment) | Q(pk__gt=key), submitted_at__gte=moment)
    found = list(_on_desks(rows, whose, viewer).order_by("submitted_at", "pk").defer("title")[: A_PAGE + 1])
    shown = found[:A_PAGE]
    last = shown[-1] if len(found) > A_PAGE else None
    return _told(shown, viewer), (last.submitted_at, last.pk) if last and last.submitted_at else None


def _on_desks(rows: MatterQuerySet, whose: str, viewer: User) -> MatterQuerySet:
    held = Assignment.objects.among(Matter)
    if whose == "mine":
        return rows.filter(pk__in=held.filter(holder=viewer).values("subject_id"))
    if whose == "nobody":
        return rows.filter(~Exists(held.filter(subject_id=OuterRef("pk"))))
    return rows


def _told(matters: list[Matter], viewer: User) -> list[Queued]:
    keys = [matter.pk for matter in matters]
    holders, declared, due = _holders(keys), _declared(keys, viewer), promised(matters)
    now = timezone.now()
    today = timezone.localdate(now, timezone.get_default_timezone())
    return [
        Queued(
            matter,
            days=(now - matter.submitted_at).days,
            due=due.get(matter.pk),
            late=matter.pk in due and due[matter.pk] < today,
            holder=holders.get(matter.pk),
            conflict=declared.get(matter.pk),
        )
        for matter in matters
        if matter.submitted_at
    ]


def _holders(keys: list[int]) -> Mapping[int, User]:
    subject = ContentType.objects.get_for_model(Matter)
    held = Assignment.objects.filter(subject_type=subject, subject_id__in=keys).select_related("holder")
    return {assignment.subject_id: assignment.holder for assignment in held}


def _declared(keys: list[int], viewer: User) -> Mapping[int, bool]:
    """What was declared of each; a conflict outweighs whatever was said before."""
    said = Declaration.objects.filter(officer=viewer, matter__in=keys).order_by("conflict")
    return dict(said.values_list("matter", "conflict"))
