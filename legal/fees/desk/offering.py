"""What somebody of the staff can do with a notice as it stands, drawn from the tables and from their rights."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from legal.fees.actions.guarding import may_issue
from legal.fees.models import Proof, Relief
from legal.fees.models.notice import CASHIER, RELIEVER
from legal.fees.sheets import Sheet
from legal.fees.states import ReliefState
from portal.accounts.models import User


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to do: with the proof or the proposal `one`, or with the notice itself where that is 0."""

    act: str
    one: int
    title: str
    label: str


def offers(sheet: Sheet, by: User) -> Iterator[Offer]:
    """All that somebody can do, in the order in which it is mostly done."""
    if by.has_perm(CASHIER):
        for proof in sheet.proofs:
            yield from _of_proof(proof)
        for relief in sheet.reliefs:
            yield from _of_relief(relief, by)
        yield Offer("receive", 0, _("It was received without a proof"), _("Confirm the payment"))
    if by.has_perm(RELIEVER):
        yield Offer("propose", 0, _("Waive, or give back"), _("Propose"))
    if "cancel" in {move.name for move in sheet.notice.moves} and may_issue(sheet.notice.matter, by):
        yield Offer("cancel", 0, _("It was issued by mistake"), _("Cancel the fee notice"))


def _of_proof(proof: Proof) -> Iterator[Offer]:
    named = {"reference": proof.reference or proof.paid_on}
    if proof.moves:
        yield Offer("confirm", proof.pk, _("Proof “%(reference)s” is right") % named, _("Confirm the payment"))
        yield Offer("refuse", proof.pk, _("Proof “%(reference)s” is not right") % named, _("Do not accept"))


def _of_relief(relief: Relief, by: User) -> Iterator[Offer]:
    if relief.state == ReliefState.PROPOSED:
        if relief.proposed_by_id != by.pk:
            yield Offer("approve", relief.pk, str(relief), _("Approve"))
        yield Offer("reject", relief.pk, str(relief), _("Do not approve"))
    elif relief.state == ReliefState.APPROVED and relief.is_refund:
        yield Offer("execute", relief.pk, str(relief), _("Note the transfer"))
        yield Offer("reject", relief.pk, str(relief), _("Do not transfer"))
