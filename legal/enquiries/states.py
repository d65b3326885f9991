"""The courses of a request for a consultation and of an appointment."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.workflow.machine import Machine, Transition


class State(TextChoices):
    """How far a request is. Why it was refused, no state tells: the enterprise sees the state."""

    DRAFT = "draft", pgettext_lazy("request for a consultation", "Draft")
    CHECKED = "checked", pgettext_lazy("request for a consultation", "Waiting for your consent")
    NAMED = "named", pgettext_lazy("request for a consultation", "The lawyer looks at the names")
    OPENED = "opened", pgettext_lazy("request for a consultation", "The lawyer reads the request")
    ASKED = "asked", pgettext_lazy("request for a consultation", "The lawyer has a question")
    ACCEPTED = "accepted", pgettext_lazy("request for a consultation", "Accepted")
    REFUSED = "refused", pgettext_lazy("request for a consultation", "This lawyer cannot take the request")
    WITHDRAWN = "withdrawn", pgettext_lazy("request for a consultation", "Withdrawn")
    CLOSED = "closed", pgettext_lazy("request for a consultation", "Closed")


# The lawyer has been shown the facts.
UNLOCKED: Final = (State.OPENED, State.ASKED, State.ACCEPTED)
# It reached the lawyer, and has not ended.
WITH_THE_LAWYER: Final = (State.NAMED, *UNLOCKED)
UNDER_WAY: Final = (State.DRAFT, State.CHECKED, *WITH_THE_LAWYER)


ENQUIRY: Final = Machine(
    "enquiries.enquiry",
    State,
    State.DRAFT,
    (
        Transition(
            "pass-check",
            (State.DRAFT,),
            State.CHECKED,
            label=pgettext_lazy("request for a consultation", "Have checked"),
            done=_("The check for conflicts found none"),
        ),
        # By the check, which nobody sees from outside apart from an answer of the lawyer.
        Transition(
            "fail-check",
            (State.DRAFT, State.CHECKED, State.NAMED),
            State.REFUSED,
            label=pgettext_lazy("request for a consultation", "Refuse by the check"),
            done=_("The lawyer cannot take the request"),
        ),
        Transition(
            "pass-on",
            (State.CHECKED,),
            State.NAMED,
            label=pgettext_lazy("request for a consultation", "Send to the lawyer"),
            done=_("The names were sent to the lawyer"),
        ),
        Transition(
            "clear",
            (State.NAMED,),
            State.OPENED,
            label=pgettext_lazy("request for a consultation", "No conflict: show me the request"),
            done=_("The lawyer found no conflict and was shown the request"),
        ),
        Transition(
            "conflict",
            (State.NAMED,),
            State.REFUSED,
            label=pgettext_lazy("request for a consultation", "There is a conflict"),
            done=_("The lawyer cannot take the request"),
        ),
        Transition(
            "decline",
            WITH_THE_LAWYER,
            State.REFUSED,
            label=pgettext_lazy("request for a consultation", "Decline"),
            done=_("The lawyer cannot take the request"),
        ),
        Transition(
            "ask",
            (State.OPENED,),
            State.ASKED,
            label=pgettext_lazy("request for a consultation", "Ask a question"),
            done=_("The lawyer asked a question"),
        ),
        Transition(
            "answer",
            (State.ASKED,),
            State.OPENED,
            label=pgettext_lazy("request for a consultation", "Answer"),
            done=_("The question was answered"),
        ),
        Transition(
            "accept",
            (State.OPENED, State.ASKED),
            State.ACCEPTED,
            label=pgettext_lazy("request for a consultation", "Accept"),
            done=_("The lawyer accepted the request"),
        ),
        Transition(
            "withdraw",
            (State.CHECKED, *WITH_THE_LAWYER),
            State.WITHDRAWN,
            label=pgettext_lazy("request for a consultation", "Withdraw"),
            done=_("The request was withdrawn"),
        ),
        Transition(
            "close",
            (State.ACCEPTED,),
            State.CLOSED,
            label=pgettext_lazy("request for a consultation", "Close"),
            done=_("The request was closed"),
        ),
    ),
)


class Appointed(TextChoices):
    """How far an appointment is."""

    PROPOSED = "proposed", pgettext_lazy("appointment", "Proposed")
    BOOKED = "booked", pgettext_lazy("appointment", "Booked")
    CANCELLED = "cancelled", pgettext_lazy("appointment", "Cancelled")
    EXPIRED = "expired", pgettext_lazy("appointment", "Not confirmed in time")


# They take the lawyer's time.
HOLDING: Final = (Appointed.PROPOSED, Appointed.BOOKED)

APPOINTMENT: Final = Machine(
    "enquiries.appointment",
    Appointed,
    Appointed.PROPOSED,
    (
        Transition(
            "confirm",
            (Appointed.PROPOSED,),
            Appointed.BOOKED,
            label=pgettext_lazy("appointment", "Confirm"),
            done=_("Appointment confirmed"),
        ),
        Transition(
            "move",
            HOLDING,
            Appointed.PROPOSED,
            label=pgettext_lazy("appointment", "Propose another time"),
            done=_("Another time proposed"),
        ),
        Transition(
            "cancel",
            HOLDING,
            Appointed.CANCELLED,
            label=pgettext_lazy("appointment", "Cancel"),
            done=_("Appointment cancelled"),
        ),
        Transition(
            "expire",
            (Appointed.PROPOSED,),
            Appointed.EXPIRED,
            label=pgettext_lazy("appointment", "Let expire"),
            done=_("Nobody confirmed the time"),
        ),
    ),
)
