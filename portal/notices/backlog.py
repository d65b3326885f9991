"""How long notices wait: for the console, and for the log."""

import datetime
import logging
from dataclasses import dataclass
from typing import Final

from django.utils import timezone

from portal.notices.models import Delivery

logger = logging.getLogger(__name__)

TOO_LONG: Final = datetime.timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Backlog:
    """What should have gone by now: how many, the oldest one's age (None: nothing waits), how many were given up."""

    number: int
    oldest: datetime.timedelta | None
    dead: int

    @property
    def is_late(self) -> bool:
        """Whether somebody should look."""
        return self.oldest is not None and self.oldest > TOO_LONG


def waiting() -> Backlog:
    """What waits now; a mail that waits for its recipient's quiet hours is not late."""
    now = timezone.now()
    late = Delivery.objects.undelivered(now=now)
    first = late.values_list("due_at", flat=True).first()
    return Backlog(late.count(), now - first if first else None, Delivery.objects.dead().count())


def watch() -> None:
    """Say in the log what waits too long or was given up."""
    found = waiting()
    if found.oldest and found.is_late:
        logger.warning("%s deliveries wait, the oldest for %d s", found.number, found.oldest.total_seconds())
    if found.dead:
        logger.warning("%s deliveries were given up: see the console", found.dead)
