"""Who hears of what happens to a request. No name and no fact stands in a notice: they are read behind the sign-in."""

from collections.abc import Iterable

from legal.enquiries.models import Appointment, Enquiry, Message
from portal.accounts.models import User
from portal.notices.actions import notify
from portal.workflow.models import Event


def tell_members(kind: str, enquiry: Enquiry, event: Event) -> None:
    """Tell those who act for the enterprise of an event, once."""
    _tell(kind, enquiry, members(enquiry), f"event-{event.pk}")


def tell_lawyer(kind: str, enquiry: Enquiry, event: Event) -> None:
    """Tell the lawyer of an event, once."""
    _tell(kind, enquiry, lawyers(enquiry), f"event-{event.pk}")


def tell_other_side(kind: str, enquiry: Enquiry, event: Event, *, by_lawyer: bool) -> None:
    """Tell the side that did not act of an event, once."""
    _tell(kind, enquiry, _others(enquiry, by_lawyer=by_lawyer), f"event-{event.pk}")


def tell_of_message(enquiry: Enquiry, message: Message) -> None:
    """Tell the other side that a message waits, once."""
    _tell("enquiries.message", enquiry, _others(enquiry, by_lawyer=message.by_lawyer), f"message-{message.pk}")


def tell_of_time(kind: str, appointment: Appointment, event: Event, *, by_lawyer: bool, both: bool = False) -> None:
    """Tell the side that did not act, or both, of an event of an appointment, once."""
    enquiry = appointment.enquiry
    to = [*members(enquiry), *lawyers(enquiry)] if both else _others(enquiry, by_lawyer=by_lawyer)
    _tell(kind, enquiry, to, f"event-{event.pk}")


def members(enquiry: Enquiry) -> list[User]:
    """Those who act for the enterprise that asks."""
    acting = enquiry.enterprise.memberships.acting().select_related("person")
    return [membership.person for membership in acting]


def lawyers(enquiry: Enquiry) -> list[User]:
    """The lawyer who is asked; nobody once the profile is nobody's."""
    return [enquiry.lawyer.user] if enquiry.lawyer.user else []


def _others(enquiry: Enquiry, *, by_lawyer: bool) -> list[User]:
    return members(enquiry) if by_lawyer else lawyers(enquiry)


def _tell(kind: str, enquiry: Enquiry, to: Iterable[User], key: str) -> None:
    notify(kind, to=to, about=enquiry, params={"reference": enquiry.key}, key=key)
