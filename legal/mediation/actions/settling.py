"""A settlement is put to both sides, taken back, confirmed by each word by word, and made a paper."""

import logging
from collections.abc import Mapping
from functools import partial
from io import BytesIO

from django.db import transaction
from django.utils.translation import gettext as _

from legal.matters import chain
from legal.matters.actions.guarding import lock_for_officer
from legal.matters.actions.moving import move
from legal.matters.kinds import Side
from legal.matters.models import Actor, Matter
from legal.mediation import printing
from legal.mediation.actions.guarding import PARTS, lock_for_side, require_state
from legal.mediation.models import Confirmation, Settlement
from legal.mediation.models.settlement import summed_up
from legal.mediation.papers import SETTLEMENT
from legal.mediation.states import State
from legal.mediation.telling import tell_both
from legal.serving.consent import of_party, require_consent
from portal import sending
from portal.accounts.models import User
from portal.files import actions as files
from portal.workflow.errors import NotAllowedError

logger = logging.getLogger(__name__)
# More than these at once the worker is not told of: the sweep comes again.
MOST_SWEPT = 100


@transaction.atomic
def put(matter: Matter, *, texts: Mapping[str, str], by: User) -> Settlement:
    """Put a text to both sides, as the next version; Event, Entries, notice.

    Raises `NotAllowedError` as `lock_for_officer`, "empty" where no language has a text, "state" as `advance`;
    "consent" where the other side is outside China and the applicant has not agreed, or has withdrawn that.
    """
    held = lock_for_officer(matter, by=by)
    for party in held.parties.filter(own=False).select_related("country"):
        require_consent(held, of_party(party))
    written = {code: words.strip() for code, words in texts.items() if words.strip()}
    if not written:
        raise NotAllowedError(_("Write the settlement in a language at least."), code="empty")
    event = move(held, "settle", by=by, actor=Actor.OFFICER)
    version = held.settlements.count() + 1
    settlement = Settlement.objects.create(
        matter=held, version=version, texts=written, sha256=summed_up(held.number, version, written), written_by=by
    )
    details = {"version": version, "sha256": settlement.sha256}
    chain.append(held, f"{PARTS}.write", by=by, actor=Actor.OFFICER, details=details)
    tell_both("mediation.settlement", held, key=f"event-{event.pk}")
    return settlement


@transaction.atomic
def confirm(matter: Matter, *, sha256: str, language: str, by: User) -> Confirmation:
    """Confirm, for one's side, the very text that this sum names; Entry. With the second it is settled: Event, notice,
    and the worker is asked for the paper. Confirmed again, it stays as it is.

    Raises `NotAllowedError` "role"; "state" where nothing is to be confirmed; "changed" where the text that stands is
    another one.
    """
    held, side, actor = lock_for_side(matter, by=by, binding=True)
    require_state(held, State.SETTLED, State.CONFIRMED)
    settlement = standing(held)
    if settlement.sha256 != sha256:
        raise NotAllowedError(
            _("Another text stands now than the one you have read: read it before you confirm it."), code="changed"
        )
    there = settlement.confirmations.filter(side=side).first()
    if there is not None:
        found: Confirmation = there
        return found
    confirmation = Confirmation.objects.create(
        matter=held, settlement=settlement, side=side, sha256=sha256, language=language, by=by
    )
    details = {"side": str(side), "version": settlement.version, "sha256": sha256}
    chain.append(held, f"{PARTS}.confirm", by=by, actor=actor, details=details)
    if set(settlement.confirmations.values_list("side", flat=True)) == {Side.APPLICANT, Side.RESPONDENT}:
        event = move(held, "confirm", by=by, actor=actor, details={"version": settlement.version})
        tell_both("mediation.confirmed", held, key=f"event-{event.pk}")
        transaction.on_commit(partial(sending.send, "legal.mediation.tasks.make_paper", settlement.pk), robust=True)
    return confirmation


def standing(matter: Matter) -> Settlement:
    """The text that stands: the newest version. `Settlement.DoesNotExist` where there is none."""
    found: Settlement = matter.settlements.latest("version")
    return found


@transaction.atomic
def make_paper(pk: int) -> Settlement | None:
    """Make the PDF of a confirmed settlement; Entry, notice. None where it is there, or somebody is at it."""
    free = Settlement.objects.select_for_update(of=("self",), skip_locked=True, no_key=True)
    settlement = free.without_paper().select_related("matter__enterprise", "written_by").filter(pk=pk).first()
    if settlement is None:
        return None
    name = f"settlement-{settlement.matter.number}.pdf"
    content = BytesIO(printing.write(settlement))
    paper = files.receive(content, name=name, owner=settlement, purpose=SETTLEMENT.slug, by=settlement.written_by)
    settlement.paper = paper
    settlement.save(update_fields=["paper"])
    details = {"version": settlement.version, "sha256": paper.sha256}
    chain.append(settlement.matter, f"{PARTS}.paper", by=None, actor=Actor.PORTAL, details=details)
    tell_both("mediation.paper", settlement.matter, key=f"settlement-{settlement.pk}")
    logger.info("paper of settlement %s made", settlement.pk)
    return settlement


def sweep() -> int:
    """Tell the worker of papers whose message was lost, or whose worker was killed; how many."""
    waiting = Settlement.objects.without_paper().order_by("pk").values_list("pk", flat=True)[:MOST_SWEPT]
    for pk in waiting:
        sending.send("legal.mediation.tasks.make_paper", pk)
    return len(waiting)
