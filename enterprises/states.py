"""The courses of a registration, an invitation, a transfer of ownership and a request to join."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.workflow.machine import Machine, Transition
from portal.workflow.naming import name_moves


class State(TextChoices):
    """How far the registration of an enterprise is."""

    DRAFT = "draft", pgettext_lazy("registration", "Draft")
    SUBMITTED = "submitted", pgettext_lazy("registration", "Submitted")
    IN_REVIEW = "in-review", pgettext_lazy("registration", "Being checked")
    RETURNED = "returned", pgettext_lazy("registration", "Returned for completion")
    REJECTED = "rejected", pgettext_lazy("registration", "Rejected")
    VERIFIED = "verified", pgettext_lazy("registration", "Verified")
    SUSPENDED = "suspended", pgettext_lazy("registration", "Suspended")


REGISTRATION: Final = Machine(
    "enterprises.registration",
    State,
    State.DRAFT,
    (
        Transition(
            "submit",
            (State.DRAFT, State.RETURNED),
            State.SUBMITTED,
            label=pgettext_lazy("registration", "Submit"),
            done=_("Registration submitted"),
        ),
        Transition(
            "review",
            (State.SUBMITTED,),
            State.IN_REVIEW,
            label=pgettext_lazy("registration", "Take"),
            done=_("The check has begun"),
        ),
        Transition(
            "release",
            (State.IN_REVIEW,),
            State.SUBMITTED,
            label=pgettext_lazy("registration", "Put back into the queue"),
            done=_("Put back into the queue of registrations"),
        ),
        Transition(
            "verify",
            (State.IN_REVIEW,),
            State.VERIFIED,
            label=pgettext_lazy("registration", "Verify"),
            done=_("Enterprise verified"),
        ),
        Transition(
            "return",
            (State.IN_REVIEW,),
            State.RETURNED,
            label=pgettext_lazy("registration", "Return for completion"),
            done=_("Returned for completion"),
        ),
        Transition(
            "reject",
            (State.IN_REVIEW,),
            State.REJECTED,
            label=pgettext_lazy("registration", "Reject"),
            done=_("Registration rejected"),
            reasoned=True,
        ),
        Transition(
            "suspend",
            (State.VERIFIED,),
            State.SUSPENDED,
            label=pgettext_lazy("registration", "Suspend"),
            done=_("Enterprise suspended"),
            reasoned=True,
        ),
        Transition(
            "reinstate",
            (State.SUSPENDED,),
            State.VERIFIED,
            label=pgettext_lazy("registration", "Reinstate"),
            done=_("Suspension lifted"),
            reasoned=True,
        ),
        # What was verified has changed: it is not verified any more until somebody has looked.
        Transition(
            "change",
            (State.VERIFIED,),
            State.SUBMITTED,
            label=pgettext_lazy("registration", "Change and have checked again"),
            done=_("Verified facts changed, to be checked again"),
        ),
    ),
)

# Who acts for the enterprise may write down facts.
OPEN: Final = (State.DRAFT, State.RETURNED)
EDITABLE: Final = (*OPEN, State.VERIFIED)
WAITING: Final = (State.SUBMITTED, State.IN_REVIEW)
BARRED: Final = (State.REJECTED, State.SUSPENDED)


class InvitationState(TextChoices):
    """What became of an invitation."""

    PREPARED = "prepared", pgettext_lazy("invitation", "To be sent with the registration")
    SENT = "sent", pgettext_lazy("invitation", "Sent")
    ACCEPTED = "accepted", pgettext_lazy("invitation", "Accepted")
    WITHDRAWN = "withdrawn", pgettext_lazy("invitation", "Withdrawn")
    EXPIRED = "expired", pgettext_lazy("invitation", "Expired")


INVITATION: Final = Machine(
    "enterprises.invitation",
    InvitationState,
    InvitationState.PREPARED,
    (
        Transition(
            "send",
            (InvitationState.PREPARED, InvitationState.SENT, InvitationState.EXPIRED),
            InvitationState.SENT,
            label=pgettext_lazy("invitation", "Send again"),
            done=_("Invitation sent"),
        ),
        Transition(
            "accept",
            (InvitationState.SENT,),
            InvitationState.ACCEPTED,
            label=pgettext_lazy("invitation", "Accept"),
            done=_("Invitation accepted"),
        ),
        Transition(
            "withdraw",
            (InvitationState.PREPARED, InvitationState.SENT, InvitationState.EXPIRED),
            InvitationState.WITHDRAWN,
            label=pgettext_lazy("invitation", "Withdraw"),
            done=_("Invitation withdrawn"),
        ),
        Transition(
            "expire",
            (InvitationState.SENT,),
            InvitationState.EXPIRED,
            label=pgettext_lazy("invitation", "Let expire"),
            done=_("Invitation expired"),
        ),
    ),
)


class AskingState(TextChoices):
    """What became of a transfer somebody asked for, or of a request to join."""

    ASKED = "asked", pgettext_lazy("request", "Waiting for an answer")
    AGREED = "agreed", pgettext_lazy("request", "Agreed")
    DECLINED = "declined", pgettext_lazy("request", "Declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("request", "Withdrawn")
    EXPIRED = "expired", pgettext_lazy("request", "Expired")


def _asking(slug: str, *, withdrawn: tuple[str, ...] = (AskingState.ASKED,)) -> Machine:
    """Something asked of somebody, who agrees or declines; it can be withdrawn, and does not wait for ever."""
    asked = (AskingState.ASKED,)
    return Machine(
        slug,
        AskingState,
        AskingState.ASKED,
        (
            Transition(
                "agree", asked, AskingState.AGREED, label=pgettext_lazy("request", "Agree"), done=_("Request agreed to")
            ),
            Transition(
                "decline",
                asked,
                AskingState.DECLINED,
                label=pgettext_lazy("request", "Decline"),
                done=_("Request declined"),
            ),
            Transition(
                "withdraw",
                withdrawn,
                AskingState.WITHDRAWN,
                label=pgettext_lazy("request", "Withdraw"),
                done=_("Request withdrawn"),
            ),
            Transition(
                "expire",
                asked,
                AskingState.EXPIRED,
                label=pgettext_lazy("request", "Let expire"),
                done=_("Request expired"),
            ),
        ),
    )


TRANSFER: Final = _asking("enterprises.transfer")
# Whoever asked to join is not told of a refusal, and can withdraw what they take to be waiting.
JOINING: Final = _asking("enterprises.joining", withdrawn=(AskingState.ASKED, AskingState.DECLINED))

# What happens around an enterprise without changing its state.
PEOPLE: Final = "enterprises.people"
name_moves(
    PEOPLE,
    {
        "begin": _("Registration begun"),
        "import": _("Taken over from a spreadsheet"),
        "invite": _("Somebody was invited"),
        "withdraw-invitation": _("An invitation was withdrawn"),
        "expire-invitation": _("An invitation expired"),
        "join": _("Somebody joined"),
        "leave": _("Somebody left"),
        "remove": _("Somebody was removed"),
        "change-role": _("A role was changed"),
        "ask-transfer": _("A transfer of ownership was asked for"),
        "agree-transfer": _("Ownership was transferred"),
        "decline-transfer": _("A transfer of ownership was declined"),
        "withdraw-transfer": _("A transfer of ownership was withdrawn"),
        "expire-transfer": _("A transfer of ownership expired"),
        "ask-joining": _("Somebody asked to join"),
        "decline-joining": _("A request to join was declined"),
        "receive-paper": _("A paper was handed in"),
        "remove-paper": _("A paper was removed"),
    },
)
