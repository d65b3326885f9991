"""Messages between the two sides."""

from django.db import transaction
from django.utils import timezone

from legal.enquiries.actions.guarding import lock_from_either_side, require_open
from legal.enquiries.models import Enquiry, Message
from legal.enquiries.states import State
from legal.enquiries.telling import tell_of_message
from portal.accounts.models import User
from portal.workflow.actions import advance

# A message of one side moves a request that is being considered: the lawyer's is a question, the other's its answer.
MOVES = {(State.OPENED, True): "ask", (State.ASKED, False): "answer"}


@transaction.atomic
def write(enquiry: Enquiry, *, body: str, by: User) -> Message:
    """Write to the other side, whose messages are read then; notice, and an Event for a question and its answer.

    `NotAllowedError` "role", "consent", or "state" before the lawyer was shown the request and after its end.
    """
    held, as_lawyer = lock_from_either_side(enquiry, by=by)
    require_open(held)
    _read(held, as_lawyer=as_lawyer)
    message = Message.objects.create(enquiry=held, author=by, by_lawyer=as_lawyer, body=body)
    move = MOVES.get((State(held.state), as_lawyer))
    if move:
        advance(held, move, by=by)
    tell_of_message(held, message)
    return message


@transaction.atomic
def mark_read(enquiry: Enquiry, *, by: User) -> None:
    """Note that one side has read what the other wrote. `NotAllowedError` "role" or "consent"."""
    held, as_lawyer = lock_from_either_side(enquiry, by=by)
    _read(held, as_lawyer=as_lawyer)


def _read(enquiry: Enquiry, *, as_lawyer: bool) -> None:
    enquiry.messages.unread_by(lawyer=as_lawyer).update(read_at=timezone.now())
