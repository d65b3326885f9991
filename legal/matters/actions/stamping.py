"""Each submission is to get a time-stamp where the installation has an authority: `docs/decisions/time-stamps.md`."""

import datetime
import logging
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from legal.matters import chain, stamping
from legal.matters.models import Actor, Stamp, Submission

logger = logging.getLogger(__name__)
# So long a receipt waits for its time-stamp; the sweep comes every thirty seconds, which makes four or five tries.
WAIT: Final = datetime.timedelta(minutes=2)
# So long it is asked for one after that; what is older than that proves little by it.
SOUGHT: Final = datetime.timedelta(days=7)


def is_awaited(submission: Submission) -> bool:
    """Whether the receipt of a submission waits for a time-stamp that may come yet."""
    is_young = timezone.now() - submission.at < WAIT
    return bool(settings.TSA_URL) and is_young and not hasattr(submission, "stamp")


def stamp(submission: Submission) -> bool:
    """Get the time-stamp of a submission, where there is an authority and it has none; Entry. Whether it has one now.

    The authority is asked before anything is locked: however long it takes, nobody waits for it.
    """
    if hasattr(submission, "stamp"):
        return True
    if not settings.TSA_URL:
        return False
    try:
        certificates = stamping.read_certificates(Path(settings.TSA_CERTIFICATES))
        found = stamping.ask(settings.TSA_URL, submission.manifest, certificates)
    except (stamping.NotStampedError, OSError, ValueError) as error:
        logger.warning("submission %s got no time-stamp: %s", submission.pk, error)
        return False
    _keep(submission, found)
    return True


def seek(most: int) -> int:
    """Ask for time-stamps of receipts that were made without; how many were got. It ends where one is not to be had."""
    if not settings.TSA_URL:
        return 0
    young = Submission.objects.filter(stamp=None, at__gt=timezone.now() - SOUGHT).exclude(receipt=None)
    number = 0
    for submission in young.order_by("pk")[:most]:
        if not stamp(submission):
            break
        number += 1
    return number


@transaction.atomic
def _keep(submission: Submission, found: stamping.Stamped) -> None:
    _kept, new = Stamp.objects.get_or_create(
        submission=submission,
        defaults={"answer": found.answer, "at": found.at, "authority": found.authority[:500]},
    )
    if new:
        details = {"position": submission.position}
        chain.append(submission.matter, "stamp", by=None, actor=Actor.PORTAL, details=details)
        logger.info("submission %s got its time-stamp", submission.pk)
