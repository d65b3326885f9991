"""The cashier confirms what was received, or does not accept a proof."""

import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.fees.actions import guarding
from legal.fees.actions.settling import settle
from legal.fees.currencies import require_exact
from legal.fees.models import FeeNotice, Payment, Proof
from legal.fees.telling import tell
from portal.accounts.models import User
from portal.workflow.actions import advance
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def confirm(proof: Proof, *, amount: Decimal, received_on: datetime.date, reference: str, by: User) -> Payment:
    """Confirm what was really received upon a proof, once; Event, Entry, notice, and what `settle` does.

    Raises `NotAllowedError` "role", "own", "state" or "moved" where somebody has decided it, and as `receive`.
    """
    held = guarding.hold(proof.notice)
    guarding.require_cashier(held, by=by)
    there = held.proofs.get(pk=proof.pk)
    advance(there, "confirm", by=by, decided_by=by, decided_at=timezone.now())
    return _received(held, there, amount, received_on, reference, by)


@transaction.atomic
def receive(notice: FeeNotice, *, amount: Decimal, received_on: datetime.date, reference: str, by: User) -> Payment:
    """Confirm what was received and nobody has handed in a proof of; Event, Entry, notice, and what `settle` does.

    Raises `NotAllowedError` "role", "own", "amount"; "day" for one to come, "reference" where there is none, "twice"
    where a payment of this reference is confirmed already.
    """
    held = guarding.hold(notice)
    guarding.require_cashier(held, by=by)
    return _received(held, None, amount, received_on, reference, by)


@transaction.atomic
def refuse(proof: Proof, *, reason: str, by: User) -> Proof:
    """Do not accept a proof; Event, Entry, notice. `NotAllowedError` "role", "own", "reason", "state" or "moved"."""
    held = guarding.hold(proof.notice)
    guarding.require_cashier(held, by=by)
    if not reason.strip():
        raise NotAllowedError(_("Give a reason: it is told to those whom it concerns."), code="reason")
    there = held.proofs.get(pk=proof.pk)
    advance(there, "refuse", by=by, decided_by=by, decided_at=timezone.now())
    # It stands with the proof and not in the event: it goes when the matter is emptied.
    there.reason = reason.strip()
    there.save(update_fields=["reason"])
    guarding.note(held, "refuse", by=by, proof=there.pk)
    tell("refused", held, key=str(there.pk))
    return there


def _received(
    notice: FeeNotice, proof: Proof | None, amount: Decimal, received_on: datetime.date, reference: str, by: User
) -> Payment:
    require_exact(amount, notice.currency)
    guarding.require_traced(received_on, reference)
    if notice.payments.filter(reference=reference.strip()).exists():
        raise NotAllowedError(_("A payment with this reference is confirmed already."), code="twice")
    payment = Payment.objects.create(
        notice=notice,
        proof=proof,
        amount=amount,
        received_on=received_on,
        reference=reference.strip(),
        confirmed_by=by,
    )
    guarding.note(notice, "confirm", by=by, payment=payment.pk, amount=amount, currency=notice.currency)
    settle(notice, by=by)
    tell("confirmed", notice, key=str(payment.pk))
    return payment
