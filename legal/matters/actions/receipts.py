"""Receipts are made by the worker, each once."""

import logging
from io import BytesIO

from django.db import transaction
from django.utils import timezone

from legal.matters import chain, printing
from legal.matters.freezing import RECEIPTS
from legal.matters.models import Actor, Receipt, Submission
from legal.matters.telling import tell_of_receipt
from portal import sending
from portal.files import actions as files

logger = logging.getLogger(__name__)
# More than these at once the worker is not told of: the sweep comes again.
MOST_SWEPT = 100


@transaction.atomic
def make(pk: int) -> Receipt | None:
    """Make the receipt of a submission; Entry, notice. None where it is there, or somebody is at it.

    Whoever is killed on the way leaves nothing: the row is free again, and the sweep finds it.
    """
    free = Submission.objects.select_for_update(of=("self",), skip_locked=True, no_key=True)
    submission = free.without_receipt().select_related("matter__enterprise", "by").filter(pk=pk).first()
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


def sweep() -> int:
    """Tell the worker of receipts whose message was lost, or whose worker was killed; how many."""
    waiting = Submission.objects.without_receipt().order_by("pk").values_list("pk", flat=True)[:MOST_SWEPT]
    for pk in waiting:
        sending.send("legal.matters.tasks.make_receipt", pk)
    return len(waiting)
