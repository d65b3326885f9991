"""The paper of a notice is made by the worker, once."""

import logging
from io import BytesIO

from django.db import transaction

from legal.fees import printing
from legal.fees.actions import guarding
from legal.fees.models import FeeNotice
from legal.fees.papers import NOTICE
from legal.matters.models import Actor
from portal import sending
from portal.files import actions as files

logger = logging.getLogger(__name__)
# More than these at once the worker is not told of: the sweep comes again.
MOST_SWEPT = 100


def make(pk: int) -> FeeNotice | None:
    """Make the paper of a notice, and keep its sum; Event, Entry. None where it is there.

    It is written before anything is locked, since nobody shall wait for it; of two who do so at once one keeps theirs.
    Whoever is killed on the way leaves nothing, and the sweep finds it.
    """
    waiting = FeeNotice.objects.without_paper().select_related("matter__enterprise", "party", "issued_by")
    notice = waiting.filter(pk=pk).first()
    return _keep(notice, BytesIO(printing.write(notice))) if notice else None


@transaction.atomic
def _keep(notice: FeeNotice, paper: BytesIO) -> FeeNotice | None:
    held = guarding.hold(notice)
    if held.sha256 or held.emptied_at:
        return None
    file = files.receive(paper, name=f"{held.number}.pdf", owner=held, purpose=NOTICE.slug, by=notice.issued_by)
    held.file, held.sha256 = file, file.sha256
    held.save(update_fields=["file", "sha256"])
    guarding.note(held, "paper", by=None, actor=Actor.PORTAL, sha256=file.sha256)
    logger.info("paper of fee notice %s made", held.pk)
    return held


def sweep() -> int:
    """Tell the worker of papers whose message was lost, or whose worker was killed; how many."""
    waiting = FeeNotice.objects.without_paper().order_by("pk").values_list("pk", flat=True)[:MOST_SWEPT]
    for pk in waiting:
        sending.send("legal.fees.tasks.make_paper", pk)
    return len(waiting)
