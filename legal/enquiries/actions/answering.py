"""What the lawyer answers: first to the names, then to the request."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.enquiries.actions.booking import cancel_all
from legal.enquiries.actions.checking import check
from legal.enquiries.actions.guarding import lock_for_lawyer, lock_from_either_side
from legal.enquiries.eligible import is_as_agreed
from legal.enquiries.models import Enquiry
from legal.enquiries.names import Verdict
from legal.enquiries.telling import tell_members, tell_other_side
from portal.accounts.models import User
from portal.workflow.actions import advance
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def clear(enquiry: Enquiry, *, by: User) -> bool:
    """Say that there is no conflict, and be shown the request; Event, notice to the members. Whether it was shown.

    It is checked once more, against what the firm has come to know since: after a hit it is refused instead.
    `NotAllowedError` "role", "consent" or "state"; "recipient" where the lawyer is no longer whom the consent names.
    """
    held = lock_for_lawyer(enquiry, by=by)
    if not is_as_agreed(held):
        raise NotAllowedError(
            _(
                "Your name, firm or licence is another now than the one they agreed to: "
                "only a new request can reach you."
            ),
            code="recipient",
        )
    now = timezone.now()
    if held.is_named and check(held) == Verdict.HIT:
        event = advance(held, "fail-check", by=None, verdict=Verdict.HIT, ended_at=now)
        tell_members("enquiries.refused", held, event)
        return False
    event = advance(held, "clear", by=by, unlocked_at=now)
    tell_members("enquiries.opened", held, event)
    return True


@transaction.atomic
def refuse_for_conflict(enquiry: Enquiry, *, by: User) -> None:
    """Say that there is a conflict; Event, and the notice every refusal sends. `NotAllowedError` as `clear`."""
    held = lock_for_lawyer(enquiry, by=by)
    event = advance(held, "conflict", by=by, ended_at=timezone.now())
    tell_members("enquiries.refused", held, event)


@transaction.atomic
def decline(enquiry: Enquiry, *, by: User) -> None:
    """Take the request not, for whatever reason; Event, and the notice every refusal sends. `NotAllowedError`."""
    turn_down(lock_for_lawyer(enquiry, by=by), by=by)


def turn_down(held: Enquiry, *, by: User) -> None:
    """What `decline` does, within the transaction of whoever has asked whether it may be done."""
    event = advance(held, "decline", by=by, ended_at=timezone.now())
    cancel_all(held, by=by)
    tell_members("enquiries.refused", held, event)


@transaction.atomic
def accept(enquiry: Enquiry, *, by: User) -> None:
    """Take the request; Event, notice to the members. `NotAllowedError` "role", "consent" or "state"."""
    held = lock_for_lawyer(enquiry, by=by)
    event = advance(held, "accept", by=by)
    tell_members("enquiries.accepted", held, event)


@transaction.atomic
def close(enquiry: Enquiry, *, by: User) -> None:
    """End what was accepted, from either side; Event, notice to the other. `NotAllowedError` "role" or "state"."""
    held, as_lawyer = lock_from_either_side(enquiry, by=by)
    event = advance(held, "close", by=by, ended_at=timezone.now())
    cancel_all(held, by=by)
    tell_other_side("enquiries.closed", held, event, by_lawyer=as_lawyer)
