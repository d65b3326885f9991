"""The course of a judicial appraisal, from the draft of the entrustment until the file is in the archive."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.workflow.machine import Machine, Transition


class State(TextChoices):
    """How far a judicial appraisal is."""

    DRAFT = "draft", pgettext_lazy("entrustment of an appraisal", "Draft")
    SUBMITTED = "submitted", pgettext_lazy("entrustment of an appraisal", "Submitted")
    SCREENED = "screened", pgettext_lazy("entrustment of an appraisal", "Being examined")
    SUPPLEMENT = "supplement", pgettext_lazy("entrustment of an appraisal", "Supplement asked for")
    ENTRUSTMENT = "entrustment", pgettext_lazy("entrustment of an appraisal", "Entrustment letter drafted")
    SIGNED = "signed", pgettext_lazy("entrustment of an appraisal", "Entrustment letter signed")
    RECEIVED = "received", pgettext_lazy("entrustment of an appraisal", "Materials received")
    FEE = "fee", pgettext_lazy("entrustment of an appraisal", "Fee due")
    PAID = "paid", pgettext_lazy("entrustment of an appraisal", "Fee paid")
    APPOINTED = "appointed", pgettext_lazy("entrustment of an appraisal", "Appraisers appointed")
    PROGRESS = "progress", pgettext_lazy("entrustment of an appraisal", "Appraisal under way")
    MATERIALS = "materials", pgettext_lazy("entrustment of an appraisal", "More materials asked for")
    OPINION = "opinion", pgettext_lazy("entrustment of an appraisal", "Opinion being drafted")
    ISSUED = "issued", pgettext_lazy("entrustment of an appraisal", "Opinion issued")
    DELIVERED = "delivered", pgettext_lazy("entrustment of an appraisal", "Opinion handed over")
    NOT_ACCEPTED = "not-accepted", pgettext_lazy("entrustment of an appraisal", "Not accepted")
    TERMINATED = "terminated", pgettext_lazy("entrustment of an appraisal", "Terminated")
    WITHDRAWN = "withdrawn", pgettext_lazy("entrustment of an appraisal", "Withdrawn")
    ARCHIVED = "archived", pgettext_lazy("entrustment of an appraisal", "In the archive")


# While the client has to supplement, no clock of the institution runs: General Rules on the Procedure, Article 28.
PAUSED: Final = (State.SUPPLEMENT, State.MATERIALS)
# Written by the client.
DRAFTING: Final = (State.DRAFT, State.SUPPLEMENT)
ENDED: Final = (State.NOT_ACCEPTED, State.TERMINATED, State.WITHDRAWN, State.ARCHIVED)
WAY: Final = (
    State.DRAFT,
    State.SUBMITTED,
    State.SCREENED,
    State.ENTRUSTMENT,
    State.SIGNED,
    State.RECEIVED,
    State.FEE,
    State.PAID,
    State.APPOINTED,
    State.PROGRESS,
    State.OPINION,
    State.ISSUED,
    State.DELIVERED,
)
# Taken back until the appraisers begin; from then on it is terminated.
BEFORE_THE_WORK: Final = (*WAY[:9], State.SUPPLEMENT)
UNDER_WAY: Final = (*WAY[4:11], State.MATERIALS)

APPRAISING: Final = Machine(
    "appraisal.entrustment",
    State,
    State.DRAFT,
    (
        Transition(
            "submit",
            (State.DRAFT,),
            State.SUBMITTED,
            label=pgettext_lazy("entrustment of an appraisal", "Submit"),
            done=_("The request for a judicial appraisal was submitted"),
        ),
        Transition(
            "screen",
            (State.SUBMITTED,),
            State.SCREENED,
            label=pgettext_lazy("entrustment of an appraisal", "Begin to examine"),
            done=_("The examination of the request for an appraisal began"),
        ),
        Transition(
            "ask-supplement",
            (State.SCREENED,),
            State.SUPPLEMENT,
            label=pgettext_lazy("entrustment of an appraisal", "Ask for a supplement"),
            done=_("A supplement to the entrustment was asked for; the time for the decision stands still"),
            reasoned=True,
        ),
        Transition(
            "supplement",
            (State.SUPPLEMENT,),
            State.SCREENED,
            label=pgettext_lazy("entrustment of an appraisal", "Submit the supplement"),
            done=_("The supplement to the entrustment was submitted"),
        ),
        Transition(
            "not-accept",
            (State.SCREENED,),
            State.NOT_ACCEPTED,
            label=pgettext_lazy("entrustment of an appraisal", "Do not accept"),
            done=_("The entrustment was not accepted"),
            reasoned=True,
        ),
        Transition(
            "draft-entrustment",
            (State.SCREENED,),
            State.ENTRUSTMENT,
            label=pgettext_lazy("entrustment of an appraisal", "Accept and draft the entrustment letter"),
            done=_("The entrustment was accepted and the letter drafted"),
        ),
        Transition(
            "sign",
            (State.ENTRUSTMENT,),
            State.SIGNED,
            label=pgettext_lazy("entrustment of an appraisal", "Note that the letter is signed"),
            done=_("The entrustment letter was signed"),
        ),
        Transition(
            "receive",
            (State.SIGNED,),
            State.RECEIVED,
            label=pgettext_lazy("entrustment of an appraisal", "Take the materials over"),
            done=_("The materials were taken over"),
        ),
        Transition(
            "notify-fee",
            (State.RECEIVED,),
            State.FEE,
            label=pgettext_lazy("entrustment of an appraisal", "Send the fee notice"),
            done=_("The fee notice of the appraisal was sent"),
        ),
        Transition(
            "note-payment",
            (State.FEE,),
            State.PAID,
            label=pgettext_lazy("entrustment of an appraisal", "Note that the fee is paid"),
            done=_("It was noted that the fee of the appraisal is paid"),
        ),
        # The letter says how the fee is paid: it may be when the work is done, or by somebody else.
        Transition(
            "appoint",
            (State.RECEIVED, State.PAID),
            State.APPOINTED,
            label=pgettext_lazy("entrustment of an appraisal", "Note that the appraisers are appointed"),
            done=_("The appraisers were appointed"),
        ),
        Transition(
            "begin-work",
            (State.APPOINTED,),
            State.PROGRESS,
            label=pgettext_lazy("entrustment of an appraisal", "Begin the appraisal"),
            done=_("The appraisal began"),
        ),
        Transition(
            "ask-materials",
            (State.PROGRESS,),
            State.MATERIALS,
            label=pgettext_lazy("entrustment of an appraisal", "Ask for more materials"),
            done=_("More materials were asked for; the time for the appraisal stands still"),
            reasoned=True,
        ),
        Transition(
            "resume",
            (State.MATERIALS,),
            State.PROGRESS,
            label=pgettext_lazy("entrustment of an appraisal", "Go on with the appraisal"),
            done=_("The appraisal goes on"),
        ),
        Transition(
            "extend",
            (State.PROGRESS,),
            State.PROGRESS,
            label=pgettext_lazy("entrustment of an appraisal", "Extend the time"),
            done=_("The time for the appraisal was extended"),
            reasoned=True,
        ),
        Transition(
            "draft-opinion",
            (State.PROGRESS,),
            State.OPINION,
            label=pgettext_lazy("entrustment of an appraisal", "Begin to draft the opinion"),
            done=_("The opinion is being drafted"),
        ),
        Transition(
            "take-back",
            (State.OPINION,),
            State.PROGRESS,
            label=pgettext_lazy("entrustment of an appraisal", "Go back to the appraisal"),
            done=_("The appraisal was taken up again"),
            reasoned=True,
        ),
        Transition(
            "issue",
            (State.OPINION,),
            State.ISSUED,
            label=pgettext_lazy("entrustment of an appraisal", "Issue the opinion"),
            done=_("The opinion of the appraisers was issued"),
        ),
        Transition(
            "deliver",
            (State.ISSUED,),
            State.DELIVERED,
            label=pgettext_lazy("entrustment of an appraisal", "Hand the opinion over"),
            done=_("The opinion was handed over"),
        ),
        Transition(
            "terminate",
            UNDER_WAY,
            State.TERMINATED,
            label=pgettext_lazy("entrustment of an appraisal", "Terminate"),
            done=_("The appraisal was terminated"),
            reasoned=True,
        ),
        Transition(
            "withdraw",
            BEFORE_THE_WORK,
            State.WITHDRAWN,
            label=pgettext_lazy("entrustment of an appraisal", "Withdraw"),
            done=_("The request for a judicial appraisal was withdrawn"),
        ),
        Transition(
            "archive",
            (State.DELIVERED,),
            State.ARCHIVED,
            label=pgettext_lazy("entrustment of an appraisal", "Put the file into the archive"),
            done=_("The file was put into the archive"),
        ),
    ),
)
