"""What ends by itself when its days are over."""

import datetime
from collections.abc import Iterable
from typing import Final

from django.db import transaction
from django.utils import timezone

from enterprises.models import Invitation, JoinRequest, Transfer
from enterprises.states import PEOPLE
from portal.workflow.actions import advance, record
from portal.workflow.errors import NotAllowedError

Overdue = Invitation | Transfer | JoinRequest
BATCH: Final = 500
TOLD: Final = {Invitation: "expire-invitation", Transfer: "expire-transfer"}


def expire(*, now: datetime.datetime | None = None) -> int:
    """End invitations, transfers and requests to join that nobody answered in time; how many were ended.

    Each in a transaction of its own: one that is answered in this very moment stays answered.
    """
    moment = now or timezone.now()
    invitations = Invitation.objects.overdue(moment).select_related("enterprise")[:BATCH]
    transfers = Transfer.objects.overdue(moment).select_related("enterprise")[:BATCH]
    requests = JoinRequest.objects.overdue(moment)[:BATCH]
    overdue: Iterable[Overdue] = [*invitations, *transfers, *requests]
    return sum(_end(subject) for subject in overdue)


@transaction.atomic
def _end(subject: Overdue) -> bool:
    try:
        advance(subject, "expire", by=None)
    except NotAllowedError:
        # answered meanwhile
        return False
    if not isinstance(subject, JoinRequest):
        record(subject.enterprise, PEOPLE, TOLD[type(subject)], by=None)
    return True
