"""Waivers and refunds: one proposes, another approves, and of a refund the cashier notes the transfer."""

import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.fees.actions import guarding
from legal.fees.actions.settling import settle
from legal.fees.currencies import require_exact
from legal.fees.models import FeeNotice, Relief, ReliefKind
from legal.fees.states import ReliefState, State
from legal.fees.telling import tell
from portal.accounts.models import User
from portal.workflow.actions import advance
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def propose(notice: FeeNotice, *, kind: str, amount: Decimal, reason: str, by: User) -> Relief:
    """Propose to waive of a fee, or to give back what was received beyond what is due; Event, Entry.

    Officers who handle the matter propose, and cashiers. Raises `NotAllowedError` "role", "own", "reason", "amount";
    "much" for more than can be waived or given back, with all that is proposed already.
    """
    held = guarding.hold(notice)
    if not guarding.may_issue(held.matter, by):
        guarding.require_cashier(held, by=by)
    if not reason.strip():
        raise NotAllowedError(_("Give a reason: it is told to those whom it concerns."), code="reason")
    require_exact(amount, held.currency)
    _require_room(held, kind, amount + _under_way(held, kind))
    relief = Relief.objects.create(notice=held, kind=kind, amount=amount, reason=reason.strip(), proposed_by=by)
    _note(relief, "propose", by=by)
    return relief


@transaction.atomic
def approve(relief: Relief, *, by: User) -> Relief:
    """Approve what somebody else has proposed; Event, Entry.

    A waiver counts from now on: notice, and what `settle` does. Raises `NotAllowedError` "role", "own", "self" for who
    has proposed it, "state" or "moved", and "much".
    """
    there = _held(relief, by=by)
    if there.proposed_by_id == by.pk:
        raise NotAllowedError(_("A second person approves what you propose."), code="self")
    _require_room(there.notice, there.kind, there.amount)
    advance(there, "approve", by=by, decided_by=by, decided_at=timezone.now())
    _note(there, "approve", by=by)
    if not there.is_refund:
        settle(there.notice, by=by)
        tell("waived", there.notice, key=str(there.pk))
    return there


@transaction.atomic
def reject(relief: Relief, *, by: User) -> Relief:
    """Do not approve what is proposed, or take back what is approved and not transferred; Event, Entry.

    Whoever has proposed it may do so too. Raises `NotAllowedError` "role", "own", "state" or "moved".
    """
    there = _held(relief, by=by)
    if there.state == ReliefState.APPROVED and not there.is_refund:
        raise NotAllowedError(_("What was waived stays waived."), code="state")
    advance(there, "reject", by=by, decided_by=by, decided_at=timezone.now())
    _note(there, "reject", by=by)
    return there


@transaction.atomic
def execute(relief: Relief, *, on: datetime.date, reference: str, by: User) -> Relief:
    """Note that an approved refund was transferred; Event, Entry, notice, and what `settle` does.

    Raises `NotAllowedError` "role", "own", "kind" for a waiver, "day", "reference", "state" or "moved", and
    "much" where less is held beyond what is due by now.
    """
    there = _held(relief, by=by)
    if not there.is_refund:
        raise NotAllowedError(_("A waiver moves no money."), code="kind")
    guarding.require_traced(on, reference)
    _require_room(there.notice, there.kind, there.amount)
    advance(there, "execute", by=by, executed_by=by, executed_on=on, reference=reference.strip())
    notice = there.notice
    guarding.note(notice, "refund", by=by, relief=there.pk, amount=there.amount, currency=notice.currency)
    settle(notice, by=by)
    tell("refunded", notice, key=str(there.pk))
    return there


def _held(relief: Relief, *, by: User) -> Relief:
    """What is proposed, as it stands now, for a cashier; its matter is locked."""
    notice = guarding.hold(relief.notice)
    guarding.require_cashier(notice, by=by)
    there: Relief = notice.reliefs.get(pk=relief.pk)
    there.notice = notice
    return there


def _under_way(notice: FeeNotice, kind: str) -> Decimal:
    found: Decimal | None = notice.reliefs.under_way().filter(kind=kind).aggregate(sum=Sum("amount"))["sum"]
    return found or Decimal(0)


def _require_room(notice: FeeNotice, kind: str, amount: Decimal) -> None:
    """`NotAllowedError` "much" where less can be waived, or given back, than that."""
    if kind == ReliefKind.REFUND:
        if amount > notice.excess:
            raise NotAllowedError(
                _("Only what was received beyond what is due is given back: waive what is not kept first."), code="much"
            )
    elif notice.state == State.CANCELLED or amount > notice.total - notice.waived:
        raise NotAllowedError(_("More than the fee cannot be waived."), code="much")


def _note(relief: Relief, what: str, *, by: User) -> None:
    notice = relief.notice
    details: dict[str, Any] = {"relief": relief.pk, "amount": relief.amount, "currency": notice.currency}
    guarding.note(notice, f"{what}-{relief.kind}", by=by, **details)
