"""The course of a mediation: both sides have to want it, and what they settle is theirs alone to confirm."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.workflow.machine import Machine, Transition


class State(TextChoices):
    """How far a mediation is."""

    DRAFT = "draft", pgettext_lazy("mediation", "Draft")
    SUBMITTED = "submitted", pgettext_lazy("mediation", "Submitted")
    EXAMINED = "examined", pgettext_lazy("mediation", "Under examination")
    SUPPLEMENT = "supplement", pgettext_lazy("mediation", "Supplement asked for")
    ACCEPTED = "accepted", pgettext_lazy("mediation", "Accepted")
    REFUSED = "refused", pgettext_lazy("mediation", "Not accepted")
    INVITED = "invited", pgettext_lazy("mediation", "Other side invited")
    AGREED = "agreed", pgettext_lazy("mediation", "Both sides agreed to mediate")
    DECLINED = "declined", pgettext_lazy("mediation", "Other side declined")
    SILENT = "no-answer", pgettext_lazy("mediation", "No answer of the other side")
    SESSIONS = "sessions", pgettext_lazy("mediation", "In sessions")
    SETTLED = "settled", pgettext_lazy("mediation", "Settlement to be confirmed")
    NOT_SETTLED = "not-settled", pgettext_lazy("mediation", "Not settled")
    CONFIRMED = "confirmed", pgettext_lazy("mediation", "Settlement confirmed by both sides")
    WITHDRAWN = "withdrawn", pgettext_lazy("mediation", "Withdrawn")
    CLOSED = "closed", pgettext_lazy("mediation", "Closed")


class Meeting(TextChoices):
    """How a session stands."""

    PROPOSED = "proposed", pgettext_lazy("session of a mediation", "Proposed")
    AGREED = "agreed", pgettext_lazy("session of a mediation", "Agreed")
    HELD = "held", pgettext_lazy("session of a mediation", "Held")
    CANCELLED = "cancelled", pgettext_lazy("session of a mediation", "Cancelled")


# While the applicant has to supplement, no clock of staff runs.
PAUSED: Final = (State.SUPPLEMENT,)
DRAFTING: Final = (State.DRAFT, State.SUPPLEMENT)
ENDED: Final = (State.REFUSED, State.WITHDRAWN, State.CLOSED)
WAY: Final = (
    State.DRAFT,
    State.SUBMITTED,
    State.EXAMINED,
    State.ACCEPTED,
    State.INVITED,
    State.AGREED,
    State.SESSIONS,
    State.SETTLED,
    State.CONFIRMED,
    State.CLOSED,
)
# Whoever mediates can stop at any time: until both sides have confirmed a settlement.
BEFORE_CONFIRMATION: Final = (*WAY[:3], State.SUPPLEMENT, *WAY[3:8])
# In these the sides meet; in every other no time of theirs takes the mediator’s.
MEETING: Final = (State.SESSIONS, State.SETTLED)
# In these an award can be asked for by a settlement, where both sides have confirmed one.
AWARDED: Final = (State.CONFIRMED, State.CLOSED)
# In these a time takes the mediator's.
HOLDING: Final = (Meeting.PROPOSED, Meeting.AGREED)

MEDIATION: Final = Machine(
    "mediation.course",
    State,
    State.DRAFT,
    (
        Transition(
            "submit",
            (State.DRAFT,),
            State.SUBMITTED,
            label=pgettext_lazy("mediation", "Submit"),
            done=_("The request for mediation was submitted"),
        ),
        Transition(
            "examine",
            (State.SUBMITTED,),
            State.EXAMINED,
            label=pgettext_lazy("mediation", "Begin to examine"),
            done=_("The examination of the request for mediation began"),
        ),
        Transition(
            "ask-supplement",
            (State.EXAMINED,),
            State.SUPPLEMENT,
            label=pgettext_lazy("mediation", "Ask for a supplement"),
            done=_(
                "A supplement to the request for mediation was asked for; the time for the examination stands still"
            ),
            reasoned=True,
        ),
        Transition(
            "supplement",
            (State.SUPPLEMENT,),
            State.EXAMINED,
            label=pgettext_lazy("mediation", "Submit the supplement"),
            done=_("The supplement to the request for mediation was submitted"),
        ),
        Transition(
            "accept",
            (State.EXAMINED,),
            State.ACCEPTED,
            label=pgettext_lazy("mediation", "Accept"),
            done=_("The request for mediation was accepted"),
        ),
        Transition(
            "refuse",
            (State.EXAMINED,),
            State.REFUSED,
            label=pgettext_lazy("mediation", "Do not accept"),
            done=_("The request for mediation was not accepted"),
            reasoned=True,
        ),
        Transition(
            "invite",
            (State.ACCEPTED,),
            State.INVITED,
            label=pgettext_lazy("mediation", "Invite the other side"),
            done=_("The other side was invited to mediate"),
        ),
        Transition(
            "agree",
            (State.INVITED,),
            State.AGREED,
            label=pgettext_lazy("mediation", "Agree to mediate"),
            done=_("The other side agreed to mediate"),
        ),
        Transition(
            "decline",
            (State.INVITED,),
            State.DECLINED,
            label=pgettext_lazy("mediation", "Decline"),
            done=_("The other side declined to mediate"),
        ),
        # How long is waited, the institution says: no figure is confirmed.
        Transition(
            "note-silence",
            (State.INVITED,),
            State.SILENT,
            label=pgettext_lazy("mediation", "Note that there was no answer"),
            done=_("The other side did not answer the invitation"),
            reasoned=True,
        ),
        Transition(
            "begin-sessions",
            (State.AGREED,),
            State.SESSIONS,
            label=pgettext_lazy("mediation", "Name the mediator and begin"),
            done=_("A mediator was named, and the sessions began"),
        ),
        Transition(
            "settle",
            (State.SESSIONS,),
            State.SETTLED,
            label=pgettext_lazy("mediation", "Put a settlement to both sides"),
            done=_("The text of a settlement was put to both sides"),
        ),
        Transition(
            "reopen",
            (State.SETTLED,),
            State.SESSIONS,
            label=pgettext_lazy("mediation", "Take the text back"),
            done=_("The text of the settlement was taken back, and the sessions go on"),
            reasoned=True,
        ),
        # Why, the side says with the version that it declines: that stays within the mediation.
        Transition(
            "decline-text",
            (State.SETTLED,),
            State.SESSIONS,
            label=pgettext_lazy("mediation", "Decline the text"),
            done=_("A side declined the text of the settlement, and the sessions go on"),
        ),
        Transition(
            "not-settle",
            (State.SESSIONS, State.SETTLED),
            State.NOT_SETTLED,
            label=pgettext_lazy("mediation", "Note that there is no settlement"),
            done=_("The mediation ended without a settlement"),
        ),
        Transition(
            "confirm",
            (State.SETTLED,),
            State.CONFIRMED,
            label=pgettext_lazy("mediation", "Confirm"),
            done=_("Both sides confirmed the settlement, word by word"),
        ),
        Transition(
            "withdraw",
            BEFORE_CONFIRMATION,
            State.WITHDRAWN,
            label=pgettext_lazy("mediation", "Withdraw"),
            done=_("The request for mediation was withdrawn"),
        ),
        # The other side is as free to stop as the one that asked.
        Transition(
            "leave",
            (State.AGREED, State.SESSIONS, State.SETTLED),
            State.WITHDRAWN,
            label=pgettext_lazy("mediation", "Leave the mediation"),
            done=_("The other side left the mediation"),
        ),
        Transition(
            "close",
            (State.DECLINED, State.SILENT, State.NOT_SETTLED, State.CONFIRMED),
            State.CLOSED,
            label=pgettext_lazy("mediation", "Close"),
            done=_("The file of the mediation was closed"),
        ),
    ),
)

SESSION: Final = Machine(
    "mediation.session",
    Meeting,
    Meeting.PROPOSED,
    (
        Transition(
            "agree",
            (Meeting.PROPOSED,),
            Meeting.AGREED,
            label=pgettext_lazy("session of a mediation", "Agree to the time"),
            done=_("Both sides agreed to the time of a session"),
        ),
        Transition(
            "cancel",
            HOLDING,
            Meeting.CANCELLED,
            label=pgettext_lazy("session of a mediation", "Cancel"),
            done=_("The time of a session was given free"),
        ),
        Transition(
            "hold",
            (Meeting.AGREED,),
            Meeting.HELD,
            label=pgettext_lazy("session of a mediation", "Note that it was held"),
            done=_("A session was held"),
        ),
    ),
)
