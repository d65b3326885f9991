"""What each action asks first: may this person do that; and what each leaves behind."""

import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from enterprises.models import Membership
from legal.fees import payers
from legal.fees.models import FeeNotice
from legal.fees.models.notice import CASHIER, ISSUER
from legal.fees.naming import TABLE
from legal.matters import chain
from legal.matters.actions import guarding
from legal.matters.kinds import Side
from legal.matters.models import Actor, Matter
from portal.accounts.models import User
from portal.workflow.actions import record
from portal.workflow.errors import NotAllowedError


def hold(notice: FeeNotice) -> FeeNotice:
    """The notice as it stands now; its matter is locked, so that nothing of its fees changes until the end."""
    matter = guarding.lock(notice.matter)
    held: FeeNotice = FeeNotice.objects.select_related("party", "payee").get(pk=notice.pk)
    held.matter = matter
    return held


def may_issue(matter: Matter, user: User) -> bool:
    """Whether somebody issues notices of a matter: staff to whom it is opened, and who may."""
    return user.has_perm(ISSUER) and guarding.may_handle(matter, user)


def lock_for_issuer(matter: Matter, *, by: User) -> Matter:
    """The matter, locked, for the officer on whose desk it is; `NotAllowedError` as `guarding.lock_for_officer`."""
    if not by.has_perm(ISSUER):
        raise NotAllowedError(_("Only staff who handle the matter may do this."), code="role")
    return guarding.lock_for_officer(matter, by=by)


def require_cashier(notice: FeeNotice, *, by: User) -> None:
    """`NotAllowedError` "role" for who is no cashier, "own" for a member of the enterprise, or who pays for a side."""
    if not by.has_perm(CASHIER):
        raise NotAllowedError(_("Only cashiers may do this."), code="role")
    if Membership.objects.filter(enterprise=notice.matter.enterprise_id, person=by).exists():
        raise NotAllowedError(_("You are a member of this enterprise: a colleague has to do it."), code="own")
    if payers.may_pay(notice, by):
        raise NotAllowedError(_("You act for the side that owes this fee: a colleague has to do it."), code="own")


def require_traced(day: datetime.date, reference: str) -> None:
    """`NotAllowedError` "day" for a day to come, "reference" where what the bank calls the transfer is not given."""
    # A day ahead is today somewhere: nobody is asked for their zone.
    if day > timezone.localdate() + datetime.timedelta(days=1):
        raise NotAllowedError(_("This day is still to come."), code="day")
    if not reference.strip():
        raise NotAllowedError(_("Give the reference of the bank, so that nothing is counted twice."), code="reference")


def note(notice: FeeNotice, what: str, *, by: User | None, actor: Actor = Actor.OFFICER, **details: Any) -> None:
    """Leave an Event of the notice and an Entry of the matter's history; with amounts, and no names or reasons.

    The applicant takes the history along: what another side owes stands there by the number of the notice alone.
    """
    number = {"notice": notice.number}
    told = number | {name: str(value) if isinstance(value, Decimal) else value for name, value in details.items()}
    record(notice, TABLE, what, by=by, details=told)
    shown = told if notice.side == Side.APPLICANT else number
    chain.append(notice.matter, f"{TABLE}.{what}", by=by, actor=actor, details=shown)
