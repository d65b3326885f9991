"""A request is checked for conflicts, agreed to and sent to the lawyer, or taken back."""

import datetime
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from enterprises.models import Enterprise
from legal.enquiries.actions.booking import cancel_all
from legal.enquiries.actions.checking import check
from legal.enquiries.actions.guarding import (
    lock_draft,
    lock_for_member,
    require_consent,
    require_taking,
    require_verified,
)
from legal.enquiries.eligible import is_as_agreed
from legal.enquiries.models import Enquiry, Party, Side
from legal.enquiries.names import Verdict
from legal.enquiries.telling import tell_lawyer, tell_members
from portal.accounts.models import User
from portal.workflow.actions import advance
from portal.workflow.errors import NotAllowedError

# Who tries names one after the other would learn for whom a lawyer works.
MOST_A_DAY: Final = 10


@transaction.atomic
def send(enquiry: Enquiry, *, by: User, now: datetime.datetime | None = None) -> Verdict:
    """Have a draft checked for conflicts; Event. After a hit it is refused, and the members are told that, and no more.

    Nothing has reached the lawyer then. Raises `NotAllowedError` "role", "state", "verified", "lawyer", "own" as
    `begin`, "asker" for another member than who began it, "parties" where no opposing party and nobody else is named,
    or "many" where the enterprise has sent too many today.
    """
    held = lock_draft(enquiry, by=by)
    moment = now or timezone.now()
    _require_sendable(held, by=by, now=moment)
    _name_the_client(held)
    verdict = check(held)
    if verdict == Verdict.HIT:
        event = advance(held, "fail-check", by=None, verdict=verdict, sent_at=moment, ended_at=moment)
        tell_members("enquiries.refused", held, event)
    else:
        advance(held, "pass-check", by=by, verdict=verdict, sent_at=moment)
    return verdict


@transaction.atomic
def pass_on(enquiry: Enquiry, *, by: User) -> None:
    """Send the names to the lawyer; Event, notice.

    Raises `NotAllowedError` "role", "state", or "consent" without consents; "lawyer" and "own" as `begin`, since the
    lawyer may have changed since; "recipient" where the consents name another lawyer, firm or licence than it is now.
    """
    held = lock_for_member(enquiry, by=by)
    require_consent(held)
    require_taking(held.lawyer, held.jurisdiction, by=by)
    _require_same_recipient(held)
    event = advance(held, "pass-on", by=by, passed_on_at=timezone.now())
    tell_lawyer("enquiries.received", held, event)


@transaction.atomic
def withdraw(enquiry: Enquiry, *, by: User) -> None:
    """Take a request back; Event, notice to the lawyer where it has reached one. `NotAllowedError` "role", "state"."""
    take_back(lock_for_member(enquiry, by=by), by=by)


def take_back(held: Enquiry, *, by: User) -> None:
    """What `withdraw` does, within the transaction of whoever has asked whether it may be done."""
    event = advance(held, "withdraw", by=by, ended_at=timezone.now())
    cancel_all(held, by=by)
    if held.passed_on_at:
        tell_lawyer("enquiries.withdrawn", held, event)


def _require_same_recipient(enquiry: Enquiry) -> None:
    if not is_as_agreed(enquiry):
        raise NotAllowedError(
            _(
                "The lawyer’s name, firm or licence is another now than the one you agreed to: "
                "withdraw this request and write a new one."
            ),
            code="recipient",
        )


def _require_sendable(enquiry: Enquiry, *, by: User, now: datetime.datetime) -> None:
    if enquiry.asked_by_id != by.pk:
        raise NotAllowedError(
            _("Whoever began the request sends it: it is that person who agrees to what is passed on."), code="asker"
        )
    require_verified(enquiry.enterprise)
    require_taking(enquiry.lawyer, enquiry.jurisdiction, by=by)
    if not enquiry.parties.exists():
        raise NotAllowedError(_("Name the other side, or whoever else is concerned."), code="parties")
    # Two that are sent at once by two members wait for each other.
    Enterprise.objects.locked().get(pk=enquiry.enterprise_id)
    today = Enquiry.objects.filter(enterprise=enquiry.enterprise, sent_at__gt=now - datetime.timedelta(days=1))
    if today.count() >= MOST_A_DAY:
        raise NotAllowedError(_("Your enterprise has sent many requests today: try again tomorrow."), code="many")


def _name_the_client(enquiry: Enquiry) -> None:
    """Put the enterprise among the parties, by every name and the number it is registered under."""
    enterprise = enquiry.enterprise
    number = enterprise.identifiers.first()
    names = [enterprise.register_name, *enterprise.names().values()]
    party = Party(
        enquiry=enquiry,
        side=Side.CLIENT,
        name=enterprise.register_name or str(enterprise),
        country=enterprise.country,
        number=number.value if number else "",
    )
    party.key_names(*names)
    party.save()
