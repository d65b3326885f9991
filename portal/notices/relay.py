"""What the worker does: takes up what is due, hands it over, and says what became of it."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection
from django.utils import timezone

from portal.notices import moving
from portal.notices.errors import NotTakenError, UnreachableError
from portal.notices.models import Delivery
from portal.notices.posting import PostOffice
from portal.notices.states import Channel
from portal.notices.telling import Messenger
from portal.notices.wishes import Go, Skip, Wait, Wishes
from portal.notices.written import Way, Written

logger = logging.getLogger(__name__)

WAYS: Final[dict[str, type[Way]]] = {Channel.MAIL: PostOffice, Channel.ROOM: Messenger}
# One relay a channel: a mail server that hangs holds one task of the worker, and the others go on.
LOCK: Final = 0x6E6F74
# In seconds: a task ends well before it would be given out again; the sweep goes on from there.
LONGEST_RUN: Final = 600.0


def relay(channel: str) -> None:
    """Deliver all that is due by a channel; nothing while another worker is at it."""
    with only_one(channel) as mine:
        if not mine:
            return
        moving.recover(channel)
        if Delivery.objects.due(channel, now=timezone.now()).exists():
            deliver_all(channel)


def deliver_all(channel: str) -> None:
    """While the server is away nothing is taken up, so that an outage uses up nobody's attempts."""
    try:
        with WAYS[channel]() as way:
            for batch in batches(channel):
                deliver_batch(way, batch)
    except UnreachableError as error:
        logger.warning("deliveries by %s wait, the server does not answer: %s", channel, error)


def batches(channel: str) -> Iterator[list[Delivery]]:
    """What is due, some at a time, until nothing is or the time is over."""
    end = time.monotonic() + LONGEST_RUN
    while time.monotonic() < end and (batch := moving.claim(channel)):
        yield batch


def deliver_batch(way: Way, batch: list[Delivery]) -> None:
    """One after the other; those not come to, where the server goes away, are given back."""
    wishes = Wishes(batch)
    left = list(batch)
    try:
        while left:
            deliver(way, left.pop(0), wishes)
    finally:
        moving.release(left)


def deliver(way: Way, delivery: Delivery, wishes: Wishes) -> None:
    """Do as its recipient wishes; what cannot be written is told in the log and given up."""
    try:
        decision = wishes.decide(delivery.notice, timezone.now())
        written = way.write(delivery) if isinstance(decision, Go) else None
    except Exception as error:  # whatever is wrong with one notice keeps no other back
        logger.exception("delivery %s cannot be written", delivery.pk)
        moving.give_up(delivery, type(error).__name__)
        return
    match decision:
        case Skip(why):
            moving.skip(delivery, why)
        case Wait(until, daily):
            moving.postpone(delivery, until, daily=daily)
    if written and moving.begin(delivery):
        hand_over(delivery, written)


def hand_over(delivery: Delivery, written: Written) -> None:
    try:
        written.send()
    except NotTakenError as error:
        (moving.give_up if error.for_good else moving.fail)(delivery, str(error))
    except UnreachableError as error:
        moving.fail(delivery, str(error))
        raise
    else:
        moving.sent(delivery, language=written.language, content_hash=written.content_hash)


@contextmanager
def only_one(channel: str) -> Iterator[bool]:
    """Whether this is the one relay of a channel: a lock of the database, which a killed process lets go of."""
    number = list(Channel).index(Channel(channel))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCK, number])
        mine = bool(cursor.fetchone()[0])
    try:
        yield mine
    finally:
        if mine:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCK, number])
