"""Receipts are made by the worker, each once."""

import logging
from io import BytesIO

from django.db import transaction
from django.utils import timezone

from legal.matters import chain, printing
from legal.matters.actions import stamping
from legal.matters.freezing import RECEIPTS
from legal.matters.models import Actor, Receipt, Submission
from legal.matters.telling import tell_of_receipt
from portal import sending
from portal.files import actions as files

logger = logging.getLogger(__name__)
# More than these at once the worker is not told of: the sweep comes again.
MOST_SWEPT = 100


def make(pk: int) -> Receipt | None:
    """Make the receipt of a submission, with its time-stamp; Entry, notice.

    None where it is there, somebody is at it, or its time-stamp may come yet. Whoever is killed on the way leaves
    nothing: the row is free again, and the sweep finds it.
    """
    submission = Submission.objects.without_receipt().select_related("matter", "stamp").filter(pk=pk).first()
    if submission is None or (not stamping.stamp(submission) and stamping.is_awaited(submission)):
        return None
    return _write(pk)


def sweep() -> int:
    """Tell the worker of receipts whose message was lost, or whose worker was killed; how many.

    Those that were made without a time-stamp get it, where it is to be had.
    """
    stamping.seek(MOST_SWEPT)
    waiting = Submission.objects.without_receipt().order_by("pk").values_list("pk", flat=True)[:MOST_SWEPT]
    for pk in waiting:
        sending.send("legal.matters.tasks.make_receipt", pk)
    return len(waiting)


@transaction.atomic
def _write(pk: int) -> Receipt | None:
    free = Submission.objects.select_for_update(of=("self",), skip_locked=True, no_key=True)
    submission = free.without_receipt().select_related("matter__enterprise", "by", "stamp").filter(pk=pk).first()
    if submission is None:
        return None
    name = f"receipt-{submission.matter.number}-{submission.position}.pdf"
    paper = BytesIO(printing.write(submission))
    file = files.receive(paper, name=name, owner=submission, purpose=RECEIPTS, by=submission.by)
    receipt = Receipt.objects.create(submission=submission, file=file, made_at=timezone.now())
    details = {"position": submission.position, "sha256": file.sha256}
    chain.append(submission.matter, "receipt", by=None, actor=Actor.PORTAL, details=details)
    tell_of_receipt(submission)
    logger.info("receipt of submission %s made", submission.pk)
    return receipt
