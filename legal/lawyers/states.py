"""The courses of a profile, of a revision of one, of a claim to one, and of an invitation into a firm."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.workflow.machine import Machine, Transition
from portal.workflow.naming import name_moves


class State(TextChoices):
    """Whether a profile is shown, and what it waits for."""

    DRAFT = "draft", pgettext_lazy("profile of a lawyer", "Draft")
    SUBMITTED = "submitted", pgettext_lazy("profile of a lawyer", "Waiting for the check")
    PUBLISHED = "published", pgettext_lazy("profile of a lawyer", "Published")
    HIDDEN = "hidden", pgettext_lazy("profile of a lawyer", "Hidden")


PROFILE: Final = Machine(
    "lawyers.profile",
    State,
    State.DRAFT,
    (
        Transition(
            "submit",
            (State.DRAFT,),
            State.SUBMITTED,
            label=pgettext_lazy("profile of a lawyer", "Submit for the check"),
            done=_("Profile submitted for the check"),
        ),
        Transition(
            "withdraw",
            (State.SUBMITTED,),
            State.DRAFT,
            label=pgettext_lazy("profile of a lawyer", "Withdraw"),
            done=_("Profile withdrawn from the check"),
        ),
        Transition(
            "publish",
            (State.SUBMITTED,),
            State.PUBLISHED,
            label=pgettext_lazy("profile of a lawyer", "Publish"),
            done=_("Licence verified and profile published"),
        ),
        Transition(
            "return",
            (State.SUBMITTED,),
            State.DRAFT,
            label=pgettext_lazy("profile of a lawyer", "Return for completion"),
            done=_("Profile returned for completion"),
            reasoned=True,
        ),
        Transition(
            "hide",
            (State.PUBLISHED,),
            State.HIDDEN,
            label=pgettext_lazy("profile of a lawyer", "Hide"),
            done=_("Profile hidden"),
            reasoned=True,
        ),
        Transition(
            "show",
            (State.HIDDEN,),
            State.PUBLISHED,
            label=pgettext_lazy("profile of a lawyer", "Show again"),
            done=_("Profile shown again"),
        ),
    ),
)


class RevisionState(TextChoices):
    """How far a revision is: one that is open has its owner's pages, one that was decided is part of the past."""

    DRAFT = "draft", pgettext_lazy("revision of a profile", "Being written")
    SUBMITTED = "submitted", pgettext_lazy("revision of a profile", "Waiting for a decision")
    RETURNED = "returned", pgettext_lazy("revision of a profile", "Returned with a remark")
    ACCEPTED = "accepted", pgettext_lazy("revision of a profile", "Accepted")
    WITHDRAWN = "withdrawn", pgettext_lazy("revision of a profile", "Withdrawn")


REVISION: Final = Machine(
    "lawyers.revision",
    RevisionState,
    RevisionState.DRAFT,
    (
        Transition(
            "submit",
            (RevisionState.DRAFT, RevisionState.RETURNED),
            RevisionState.SUBMITTED,
            label=pgettext_lazy("revision of a profile", "Submit"),
            done=_("Changes submitted"),
        ),
        Transition(
            "recall",
            (RevisionState.SUBMITTED,),
            RevisionState.DRAFT,
            label=pgettext_lazy("revision of a profile", "Take back to change something"),
            done=_("Changes taken back to be written on"),
        ),
        Transition(
            "withdraw",
            (RevisionState.DRAFT, RevisionState.SUBMITTED, RevisionState.RETURNED),
            RevisionState.WITHDRAWN,
            label=pgettext_lazy("revision of a profile", "Withdraw the changes"),
            done=_("Changes withdrawn"),
        ),
        Transition(
            "accept",
            (RevisionState.SUBMITTED,),
            RevisionState.ACCEPTED,
            label=pgettext_lazy("revision of a profile", "Accept and publish"),
            done=_("Changes accepted and published"),
        ),
        Transition(
            "return",
            (RevisionState.SUBMITTED,),
            RevisionState.RETURNED,
            label=pgettext_lazy("revision of a profile", "Return with a remark"),
            done=_("Changes returned with a remark"),
            reasoned=True,
        ),
    ),
)
OPEN_REVISIONS: Final = (RevisionState.DRAFT, RevisionState.SUBMITTED, RevisionState.RETURNED)


class ClaimState(TextChoices):
    """Whether a claim waits, and how it ended."""

    ASKED = "asked", pgettext_lazy("claim to a profile", "Waiting for a decision")
    ACCEPTED = "accepted", pgettext_lazy("claim to a profile", "Accepted")
    REFUSED = "refused", pgettext_lazy("claim to a profile", "Refused")
    WITHDRAWN = "withdrawn", pgettext_lazy("claim to a profile", "Withdrawn")


CLAIM: Final = Machine(
    "lawyers.claim",
    ClaimState,
    ClaimState.ASKED,
    (
        Transition(
            "accept",
            (ClaimState.ASKED,),
            ClaimState.ACCEPTED,
            label=pgettext_lazy("claim to a profile", "Accept the claim"),
            done=_("Claim accepted"),
        ),
        Transition(
            "refuse",
            (ClaimState.ASKED,),
            ClaimState.REFUSED,
            label=pgettext_lazy("claim to a profile", "Refuse the claim"),
            done=_("Claim refused"),
            reasoned=True,
        ),
        Transition(
            "withdraw",
            (ClaimState.ASKED,),
            ClaimState.WITHDRAWN,
            label=pgettext_lazy("claim to a profile", "Withdraw the claim"),
            done=_("Claim withdrawn"),
        ),
    ),
)


class InvitationState(TextChoices):
    """Whether a firm's invitation waits for the lawyer, and how it ended."""

    ASKED = "asked", pgettext_lazy("invitation into a law firm", "Waiting for an answer")
    ACCEPTED = "accepted", pgettext_lazy("invitation into a law firm", "Accepted")
    DECLINED = "declined", pgettext_lazy("invitation into a law firm", "Declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("invitation into a law firm", "Withdrawn")


INVITATION: Final = Machine(
    "lawyers.invitation",
    InvitationState,
    InvitationState.ASKED,
    (
        Transition(
            "accept",
            (InvitationState.ASKED,),
            InvitationState.ACCEPTED,
            label=pgettext_lazy("invitation into a law firm", "Join the firm"),
            done=_("Invitation into the firm accepted"),
        ),
        Transition(
            "decline",
            (InvitationState.ASKED,),
            InvitationState.DECLINED,
            label=pgettext_lazy("invitation into a law firm", "Decline"),
            done=_("Invitation into the firm declined"),
        ),
        Transition(
            "withdraw",
            (InvitationState.ASKED,),
            InvitationState.WITHDRAWN,
            label=pgettext_lazy("invitation into a law firm", "Withdraw the invitation"),
            done=_("Invitation into the firm withdrawn"),
        ),
    ),
)

# What happens to a profile or a firm that is no move of a table.
KEEPING: Final = "lawyers.keeping"
name_moves(
    KEEPING,
    {
        "begin": _("Profile begun"),
        "hand-to": _("Profile handed to whoever claimed it"),
        "verify": _("Licence verified"),
        "availability": _("Availability changed"),
        "name-work": _("Case or provision named"),
        "unname-work": _("Case or provision taken out"),
        "accept-work": _("Case or provision accepted"),
        "refuse-work": _("Case or provision refused"),
        "found": _("Firm entered"),
        "join": _("Lawyer joined the firm"),
        "leave": _("Lawyer left the firm"),
        "remove": _("Lawyer removed from the firm"),
        "appoint": _("Made an administrator of the firm"),
        "step-down": _("No longer an administrator of the firm"),
        "hand-back": _("Firm left without an administrator"),
        "photo-out": _("Photo taken out"),
        "erase": _("Account of the lawyer deleted"),
    },
)
