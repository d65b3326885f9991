"""Letters are made by the worker, each once."""

import logging
from io import BytesIO

from django.db import transaction

from legal.advice import printing
from legal.advice.actions.asking import PARTS
from legal.advice.models import Letter
from legal.advice.papers import LETTER
from legal.matters import chain
from legal.matters.models import Actor
from portal import sending
from portal.files import actions as files

logger = logging.getLogger(__name__)
# More than these at once the worker is not told of: the sweep comes again.
MOST_SWEPT = 100


@transaction.atomic
def make(pk: int) -> Letter | None:
    """Make the PDF of a letter; Entry. None where it is there, or somebody is at it."""
    free = Letter.objects.select_for_update(of=("self",), skip_locked=True, no_key=True)
    letter = free.without_paper().select_related("matter__enterprise", "signed_by").filter(pk=pk).first()
    if letter is None:
        return None
    name = f"letter-{letter.matter.number}-{letter.position}.pdf"
    content = BytesIO(printing.write(letter))
    letter.paper = files.receive(content, name=name, owner=letter, purpose=LETTER.slug, by=letter.signed_by)
    letter.save(update_fields=["paper"])
    details = {"position": letter.position, "sha256": letter.paper.sha256}
    chain.append(letter.matter, f"{PARTS}.letter", by=None, actor=Actor.PORTAL, details=details)
    logger.info("letter %s made", letter.pk)
    return letter


def sweep() -> int:
    """Tell the worker of letters whose message was lost, or whose worker was killed; how many."""
    waiting = Letter.objects.without_paper().order_by("pk").values_list("pk", flat=True)[:MOST_SWEPT]
    for pk in waiting:
        sending.send("legal.advice.tasks.make_letter", pk)
    return len(waiting)
