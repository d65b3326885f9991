"""The payer hands in proof of a transfer."""

import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from legal.fees import payers
from legal.fees.actions import guarding
from legal.fees.currencies import require_exact
from legal.fees.models import FeeNotice, Proof
from legal.fees.states import State
from legal.matters.kinds import Side
from legal.matters.models import Actor
from portal.accounts.models import User
from portal.files import actions as files
from portal.files.models import File
from portal.workflow.errors import NotAllowedError

MOST_WAITING = 20


@transaction.atomic
def hand_in(
    notice: FeeNotice, file: File, *, amount: Decimal, currency: str, paid_on: datetime.date, reference: str, by: User
) -> Proof:
    """Hand in a paper from one's own shelf, with what it says; Event, Entry. The cashier finds it in the queue.

    Raises `NotAllowedError` "role" for who does not pay for that side, "state" where the notice was cancelled or
    waived, "many" where more wait than anybody needs, "amount"; and what `portal.files.actions.hand_in` does.
    """
    held = guarding.hold(notice)
    if not payers.may_pay(held, by):
        raise NotAllowedError(_("Only those who act for the side that owes the fee may do this."), code="role")
    if held.state in {State.CANCELLED, State.WAIVED}:
        raise NotAllowedError(_("Nothing is to be paid upon this notice."), code="state")
    if held.proofs.waiting().count() >= MOST_WAITING:
        raise NotAllowedError(_("Wait until the cashier has looked at those you have handed in."), code="many")
    require_exact(amount, currency)
    proof = Proof.objects.create(
        notice=held, amount=amount, currency=currency, paid_on=paid_on, reference=reference, handed_in_by=by
    )
    proof.file = files.hand_in(file, owner=proof, by=by)
    proof.save(update_fields=["file"])
    actor = Actor.MEMBER if held.side == Side.APPLICANT else Actor.OTHER
    guarding.note(held, "prove", by=by, actor=actor, proof=proof.pk, amount=amount, currency=currency)
    return proof
