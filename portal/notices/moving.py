"""How a delivery moves: taken up by one worker at a time, and marked before and after it leaves the building.

Who holds a delivery has its `lease_until`: each change asks for that very value, so that a worker whose time ran out
changes nothing of what another has taken up since.
"""

import datetime
import logging
import secrets
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from portal.notices.models import Delivery
from portal.notices.states import DUE, State

logger = logging.getLogger(__name__)

BATCH: Final = 50
LAST_ATTEMPT: Final = 20
# A mail may have arrived when its sender is killed: sent once more in the doubt, and then not a third time.
DOUBTS_ALLOWED: Final = 1


@transaction.atomic
def claim(channel: str) -> list[Delivery]:
    """The deliveries whose time has come, ours for the time of a lease; others that are being claimed are passed by."""
    now = timezone.now()
    found = Delivery.objects.due(channel, now=now).select_for_update(skip_locked=True)
    keys = list(found.values_list("pk", flat=True)[:BATCH])
    Delivery.objects.filter(pk__in=keys).update(lease_until=now + lease())
    return list(Delivery.objects.filter(pk__in=keys).select_related("notice__user").order_by("next_attempt_at"))


def release(deliveries: list[Delivery]) -> None:
    """Give back what was claimed and not begun."""
    if deliveries:
        held = {delivery.lease_until for delivery in deliveries}
        keys = [delivery.pk for delivery in deliveries]
        Delivery.objects.filter(pk__in=keys, lease_until__in=held, state__in=DUE).update(lease_until=None)


def begin(delivery: Delivery) -> bool:
    """Mark, before it leaves, that it is on its way; False where it is no longer ours."""
    until = timezone.now() + lease()
    ours = Delivery.objects.filter(pk=delivery.pk, lease_until=delivery.lease_until, state__in=DUE)
    if not ours.update(state=State.SENDING, attempts=F("attempts") + 1, lease_until=until):
        return False
    delivery.attempts += 1
    delivery.lease_until = until
    return True


def sent(delivery: Delivery, *, language: str, content_hash: str) -> None:
    _settle(delivery, state=State.SENT, sent_at=timezone.now(), language=language, content_hash=content_hash)


def skip(delivery: Delivery, why: str) -> None:
    _settle(delivery, state=State.SKIPPED, last_error=why)


def postpone(delivery: Delivery, until: datetime.datetime, *, daily: bool) -> None:
    """Let it wait for a time of its recipient's: it is due then, not late now."""
    state = State.GATHERING if daily else State.PENDING
    _settle(delivery, state=state, due_at=until, next_attempt_at=until)


def fail(delivery: Delivery, error: str) -> None:
    """Try again, each time after about twice as long; give up after the last attempt."""
    if delivery.attempts >= LAST_ATTEMPT:
        give_up(delivery, error)
    else:
        again = timezone.now() + wait(delivery.attempts)
        _settle(delivery, state=State.RETRY, next_attempt_at=again, last_error=error)


def give_up(delivery: Delivery, error: str) -> None:
    logger.warning("delivery %s given up after %s attempts: %s", delivery.pk, delivery.attempts, error)
    _settle(delivery, state=State.DEAD, last_error=error)


@transaction.atomic
def recover(channel: str) -> None:
    """Take back what a killed worker was sending: once more, or given up where that has happened before."""
    now = timezone.now()
    left = Delivery.objects.abandoned(channel, now=now).select_for_update(skip_locked=True)
    keys = list(left.values_list("pk", flat=True)[:BATCH])
    if not keys:
        return
    logger.warning("%s deliveries were being sent when their worker ended", len(keys))
    rows = Delivery.objects.filter(pk__in=keys)
    rows.filter(doubts__gte=DOUBTS_ALLOWED).update(state=State.DEAD, lease_until=None, last_error="outcome unknown")
    rows.filter(state=State.SENDING).update(
        state=State.RETRY, lease_until=None, next_attempt_at=now, doubts=F("doubts") + 1
    )


def wait(attempts: int) -> datetime.timedelta:
    """How long to wait after so many attempts: doubled each time, with jitter, so that not all come back at once."""
    longest = min(settings.NOTICE_RETRY * 2.0 ** (attempts - 1), settings.NOTICE_RETRY_LONGEST)
    return datetime.timedelta(seconds=longest * secrets.SystemRandom().uniform(0.5, 1.0))


def lease() -> datetime.timedelta:
    return datetime.timedelta(seconds=settings.NOTICE_LEASE)


def _settle(delivery: Delivery, **fields: object) -> None:
    ours = Delivery.objects.filter(pk=delivery.pk, lease_until=delivery.lease_until)
    if not ours.update(lease_until=None, **fields):
        logger.warning("delivery %s was taken over: its lease is too short", delivery.pk)
