"""The course of a request for arbitration, from the draft until it is in the hands of the institution."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.workflow.machine import Machine, Transition


class State(TextChoices):
    """How far a request for arbitration is."""

    DRAFT = "draft", pgettext_lazy("request for arbitration", "Draft")
    SUBMITTED = "submitted", pgettext_lazy("request for arbitration", "Submitted")
    EXAMINED = "examined", pgettext_lazy("request for arbitration", "Under examination")
    SUPPLEMENT = "supplement", pgettext_lazy("request for arbitration", "Supplement asked for")
    ACCEPTED = "accepted", pgettext_lazy("request for arbitration", "Accepted")
    REFUSED = "refused", pgettext_lazy("request for arbitration", "Not accepted")
    FEE = "fee", pgettext_lazy("request for arbitration", "Fee notice sent")
    PAID = "paid", pgettext_lazy("request for arbitration", "Fee paid")
    NOTIFIED = "notified", pgettext_lazy("request for arbitration", "Respondent notified")
    ANSWERED = "answered", pgettext_lazy("request for arbitration", "Respondent has answered")
    HANDED_OVER = "handed-over", pgettext_lazy("request for arbitration", "Handed to the institution")
    WITHDRAWN = "withdrawn", pgettext_lazy("request for arbitration", "Withdrawn")
    DEEMED = "deemed", pgettext_lazy("request for arbitration", "Deemed withdrawn")
    CLOSED = "closed", pgettext_lazy("request for arbitration", "Closed")


# While the applicant has to supplement, no clock of staff runs.
PAUSED: Final = (State.SUPPLEMENT,)
# Written by the applicant.
DRAFTING: Final = (State.DRAFT, State.SUPPLEMENT)
ENDED: Final = (State.REFUSED, State.WITHDRAWN, State.DEEMED, State.CLOSED)
WAY: Final = (
    State.DRAFT,
    State.SUBMITTED,
    State.EXAMINED,
    State.ACCEPTED,
    State.FEE,
    State.PAID,
    State.NOTIFIED,
    State.ANSWERED,
    State.HANDED_OVER,
)
# It can be taken back until it is with the institution, whose rules apply from then on.
BEFORE_HANDING_OVER: Final = (*WAY[:3], State.SUPPLEMENT, *WAY[3:-1])

FILING: Final = Machine(
    "arbitration.filing",
    State,
    State.DRAFT,
    (
        Transition(
            "submit",
            (State.DRAFT,),
            State.SUBMITTED,
            label=pgettext_lazy("request for arbitration", "Submit"),
            done=_("The request for arbitration was submitted"),
        ),
        Transition(
            "examine",
            (State.SUBMITTED,),
            State.EXAMINED,
            label=pgettext_lazy("request for arbitration", "Begin to examine"),
            done=_("The examination began"),
        ),
        Transition(
            "ask-supplement",
            (State.EXAMINED,),
            State.SUPPLEMENT,
            label=pgettext_lazy("request for arbitration", "Ask for a supplement"),
            done=_("A supplement was asked for; the time for the examination stands still"),
            reasoned=True,
        ),
        Transition(
            "supplement",
            (State.SUPPLEMENT,),
            State.EXAMINED,
            label=pgettext_lazy("request for arbitration", "Submit the supplement"),
            done=_("The supplement was submitted"),
        ),
        Transition(
            "accept",
            (State.EXAMINED,),
            State.ACCEPTED,
            label=pgettext_lazy("request for arbitration", "Accept"),
            done=_("The request for arbitration was accepted"),
        ),
        Transition(
            "refuse",
            (State.EXAMINED,),
            State.REFUSED,
            label=pgettext_lazy("request for arbitration", "Do not accept"),
            done=_("The request for arbitration was not accepted"),
            reasoned=True,
        ),
        Transition(
            "notify-fee",
            (State.ACCEPTED,),
            State.FEE,
            label=pgettext_lazy("request for arbitration", "Send the fee notice"),
            done=_("The fee notice was sent"),
        ),
        Transition(
            "note-payment",
            (State.FEE,),
            State.PAID,
            label=pgettext_lazy("request for arbitration", "Note that the fee is paid"),
            done=_("It was noted that the fee is paid"),
        ),
        Transition(
            "notify",
            (State.PAID,),
            State.NOTIFIED,
            label=pgettext_lazy("request for arbitration", "Notify the respondent"),
            done=_("The respondent was notified"),
        ),
        Transition(
            "answer",
            (State.NOTIFIED,),
            State.ANSWERED,
            label=pgettext_lazy("request for arbitration", "Answer"),
            done=_("The respondent answered"),
        ),
        # A respondent who does not answer holds nothing up.
        Transition(
            "hand-over",
            (State.NOTIFIED, State.ANSWERED),
            State.HANDED_OVER,
            label=pgettext_lazy("request for arbitration", "Hand to the institution"),
            done=_("The file was handed to the institution"),
        ),
        Transition(
            "withdraw",
            BEFORE_HANDING_OVER,
            State.WITHDRAWN,
            label=pgettext_lazy("request for arbitration", "Withdraw"),
            done=_("The request for arbitration was withdrawn"),
        ),
        Transition(
            "deem-withdrawn",
            (State.SUPPLEMENT, State.FEE),
            State.DEEMED,
            label=pgettext_lazy("request for arbitration", "Deem withdrawn"),
            done=_("The request for arbitration is deemed withdrawn"),
            reasoned=True,
        ),
        Transition(
            "close",
            (State.HANDED_OVER,),
            State.CLOSED,
            label=pgettext_lazy("request for arbitration", "Close"),
            done=_("The file was closed"),
        ),
    ),
)
