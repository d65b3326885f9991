"""A fee notice is issued: numbered, with its lines, and the move of the matter that belongs to it; or cancelled."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.fees import courses
from legal.fees.actions import guarding
from legal.fees.actions.settling import follow, go_on
from legal.fees.currencies import require_exact
from legal.fees.models import FeeLine, FeeNotice, Payee
from legal.fees.naming import TABLE
from legal.fees.telling import tell
from legal.matters.actions import numbering
from legal.matters.kinds import Side
from legal.matters.models import Matter, Party
from legal.rules.names import Names
from portal import sending
from portal.accounts.models import User
from portal.workflow.actions import advance
from portal.workflow.errors import NotAllowedError

PREFIX = "FEE"


@dataclass(frozen=True, slots=True)
class Line:
    """What a part of the sum is for, in the languages it is written in, and how much."""

    words: Names
    amount: Decimal


@transaction.atomic
def issue(
    matter: Matter,
    *,
    lines: Sequence[Line],
    payee: Payee,
    by: User,
    side: str,
    party: Party | None = None,
    due_on: datetime.date | None = None,
    basis: Mapping[str, Any] | None = None,
    now: datetime.datetime | None = None,
) -> FeeNotice:
    """Issue a notice with the next number of the year; Event, Entry, notice to who owes it, and the worker is asked for
    the paper. The move that the kind of the matter names is made with it, all in one transaction.

    Raises `NotAllowedError` as `lock_for_issuer`; "state" where the matter has ended, "party" for one of another side,
    "payee" for an account that is not in use, "lines" where there are none, "amount" where one is not exact, "basis"
    for an estimate, which is of the applicant's claims, with another side.
    """
    held, moment = guarding.lock_for_issuer(matter, by=by), now or timezone.now()
    _require_sound(held, lines, payee, side, party)
    _require_ground(basis, side)
    year, serial = numbering.take(f"{TABLE}.notice", at=moment)
    notice = FeeNotice.objects.create(
        matter=held,
        position=held.fee_notices.count() + 1,
        side=side,
        party=party,
        year=year,
        serial=serial,
        number=f"{PREFIX}-{year}-{serial:05}",
        currency=payee.currency,
        total=sum((line.amount for line in lines), Decimal(0)),
        due_on=due_on,
        payee=payee,
        account=payee.frozen(),
        basis=dict(basis) if basis else None,
        issued_by=by,
        issued_at=moment,
    )
    FeeLine.objects.bulk_create(
        FeeLine(
            notice=notice,
            position=position,
            words_zh=line.words.zh,
            words_en=line.words.en,
            words_ru=line.words.ru,
            amount=line.amount,
        )
        for position, line in enumerate(lines, start=1)
    )
    guarding.note(notice, "issue", by=by, amount=notice.total, currency=notice.currency, side=str(side))
    course = courses.of(held.kind)
    if course and side in course.sides:
        follow(held, course.notify, by=by)
    tell("issued", notice, key=str(notice.pk))
    transaction.on_commit(partial(sending.send, "legal.fees.tasks.make_paper", notice.pk), robust=True)
    return notice


@transaction.atomic
def cancel(notice: FeeNotice, *, reason: str, by: User) -> FeeNotice:
    """Take back a notice that was issued by mistake; Event, Entry, notice. All that was received can be given back.

    Raises `NotAllowedError` as `lock_for_issuer`, "state" where it is cancelled or waived already, or "reason".
    """
    held = guarding.hold(notice)
    guarding.lock_for_issuer(held.matter, by=by)
    if not reason.strip():
        raise NotAllowedError(_("Give a reason: it is told to those whom it concerns."), code="reason")
    # The reason stands with the notice and not in the event: it goes when the matter is emptied.
    advance(held, "cancel", by=by)
    held.reason = reason.strip()
    held.save(update_fields=["reason"])
    guarding.note(held, "cancel", by=by)
    tell("cancelled", held, key=str(held.pk))
    go_on(held.matter, by=by)
    return held


def _require_sound(matter: Matter, lines: Sequence[Line], payee: Payee, side: str, party: Party | None) -> None:
    if matter.is_draft or matter.is_ended:
        raise NotAllowedError(_("Fees are asked for while a matter is under way."), code="state")
    if party is not None and (party.matter_id != matter.pk or party.side != side):
        raise NotAllowedError(_("This party does not stand on that side of the matter."), code="party")
    if not payee.in_use:
        raise NotAllowedError(_("This account is not in use any more."), code="payee")
    if not lines:
        raise NotAllowedError(_("Say what the fee is for, in one line at least."), code="lines")
    for line in lines:
        require_exact(line.amount, payee.currency)


def _require_ground(basis: Mapping[str, Any] | None, side: str) -> None:
    if basis and side != Side.APPLICANT:
        raise NotAllowedError(
            _("The estimate is of what the applicant claims: type what the institution asks of this party."),
            code="basis",
        )
