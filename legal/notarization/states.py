"""The course of an application for notarization, from the draft until the certificate is handed over."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.workflow.machine import Machine, Transition


class State(TextChoices):
    """How far an application for notarization is."""

    DRAFT = "draft", pgettext_lazy("application for notarization", "Draft")
    SUBMITTED = "submitted", pgettext_lazy("application for notarization", "Submitted")
    CHECKED = "checked", pgettext_lazy("application for notarization", "Materials checked")
    SUPPLEMENT = "supplement", pgettext_lazy("application for notarization", "Supplement asked for")
    ACCEPTED = "accepted", pgettext_lazy("application for notarization", "Accepted")
    FEE = "fee", pgettext_lazy("application for notarization", "Fee due")
    REVIEW = "review", pgettext_lazy("application for notarization", "Under review")
    VERIFICATION = "verification", pgettext_lazy("application for notarization", "Facts being verified")
    APPROVED = "approved", pgettext_lazy("application for notarization", "Approved")
    ISSUED = "issued", pgettext_lazy("application for notarization", "Certificate issued")
    APOSTILLE = "apostille", pgettext_lazy("application for notarization", "Apostille or legalization applied for")
    APOSTILLED = "apostilled", pgettext_lazy("application for notarization", "Apostille or legalization there")
    DELIVERED = "delivered", pgettext_lazy("application for notarization", "Handed over")
    CORRECTED = "corrected", pgettext_lazy("application for notarization", "Certificate corrected")
    NOT_ACCEPTED = "not-accepted", pgettext_lazy("application for notarization", "Not accepted")
    REFUSED = "refused", pgettext_lazy("application for notarization", "Refused")
    TERMINATED = "terminated", pgettext_lazy("application for notarization", "Terminated")
    WITHDRAWN = "withdrawn", pgettext_lazy("application for notarization", "Withdrawn")
    REVOKED = "revoked", pgettext_lazy("application for notarization", "Certificate revoked")
    CLOSED = "closed", pgettext_lazy("application for notarization", "Closed")


# The time to supplement and to verify is left out of the time for the certificate: Notarization Law, Article 30.
PAUSED: Final = (State.SUPPLEMENT, State.VERIFICATION)
# Written by the applicant.
DRAFTING: Final = (State.DRAFT, State.SUPPLEMENT)
ENDED: Final = (State.NOT_ACCEPTED, State.REFUSED, State.TERMINATED, State.WITHDRAWN, State.REVOKED, State.CLOSED)
WAY: Final = (
    State.DRAFT,
    State.SUBMITTED,
    State.CHECKED,
    State.ACCEPTED,
    State.FEE,
    State.REVIEW,
    State.APPROVED,
    State.ISSUED,
    State.DELIVERED,
)
# Taken back until there is a certificate.
BEFORE_THE_CERTIFICATE: Final = (*WAY[:7], State.SUPPLEMENT, State.VERIFICATION)
# There is a certificate, which is corrected or revoked from now on.
CERTIFIED: Final = (State.ISSUED, State.APOSTILLE, State.APOSTILLED, State.DELIVERED, State.CORRECTED)

NOTARIZING: Final = Machine(
    "notarization.application",
    State,
    State.DRAFT,
    (
        Transition(
            "submit",
            (State.DRAFT,),
            State.SUBMITTED,
            label=pgettext_lazy("application for notarization", "Submit"),
            done=_("The application for notarization was submitted"),
        ),
        Transition(
            "check",
            (State.SUBMITTED,),
            State.CHECKED,
            label=pgettext_lazy("application for notarization", "Begin to check the materials"),
            done=_("The check of the materials began"),
        ),
        Transition(
            "ask-supplement",
            (State.CHECKED,),
            State.SUPPLEMENT,
            label=pgettext_lazy("application for notarization", "Ask for a supplement"),
            done=_("A supplement was asked for; the time for the certificate stands still"),
            reasoned=True,
        ),
        Transition(
            "supplement",
            (State.SUPPLEMENT,),
            State.CHECKED,
            label=pgettext_lazy("application for notarization", "Submit the supplement"),
            done=_("The supplement was submitted"),
        ),
        Transition(
            "accept",
            (State.CHECKED,),
            State.ACCEPTED,
            label=pgettext_lazy("application for notarization", "Accept"),
            done=_("The application for notarization was accepted"),
        ),
        Transition(
            "not-accept",
            (State.CHECKED,),
            State.NOT_ACCEPTED,
            label=pgettext_lazy("application for notarization", "Do not accept"),
            done=_("The application for notarization was not accepted"),
            reasoned=True,
        ),
        Transition(
            "notify-fee",
            (State.ACCEPTED,),
            State.FEE,
            label=pgettext_lazy("application for notarization", "Send the fee notice"),
            done=_("The fee notice was sent"),
        ),
        Transition(
            "note-payment",
            (State.FEE,),
            State.REVIEW,
            label=pgettext_lazy("application for notarization", "Note that the fee is paid"),
            done=_("It was noted that the fee is paid; the review began"),
        ),
        # Whoever needs not pay, or not in advance, goes on at once: Article 34.
        Transition(
            "review",
            (State.ACCEPTED,),
            State.REVIEW,
            label=pgettext_lazy("application for notarization", "Begin the review"),
            done=_("The review began"),
        ),
        Transition(
            "verify",
            (State.REVIEW,),
            State.VERIFICATION,
            label=pgettext_lazy("application for notarization", "Have facts verified"),
            done=_("Facts are being verified; the time for the certificate stands still"),
            reasoned=True,
        ),
        Transition(
            "note-verified",
            (State.VERIFICATION,),
            State.REVIEW,
            label=pgettext_lazy("application for notarization", "Note that the facts are verified"),
            done=_("The facts were verified"),
        ),
        Transition(
            "approve",
            (State.REVIEW,),
            State.APPROVED,
            label=pgettext_lazy("application for notarization", "Approve"),
            done=_("The notarization was approved"),
        ),
        Transition(
            "refuse",
            (State.REVIEW, State.VERIFICATION),
            State.REFUSED,
            label=pgettext_lazy("application for notarization", "Refuse"),
            done=_("The notarization was refused"),
            reasoned=True,
        ),
        Transition(
            "terminate",
            (State.ACCEPTED, State.FEE, State.REVIEW, State.VERIFICATION, State.APPROVED),
            State.TERMINATED,
            label=pgettext_lazy("application for notarization", "Terminate"),
            done=_("The notarization was terminated"),
            reasoned=True,
        ),
        Transition(
            "issue",
            (State.APPROVED,),
            State.ISSUED,
            label=pgettext_lazy("application for notarization", "Issue the certificate"),
            done=_("The notarial certificate was issued"),
        ),
        Transition(
            "apply-apostille",
            (State.ISSUED,),
            State.APOSTILLE,
            label=pgettext_lazy(
                "application for notarization", "Note that an apostille or legalization is applied for"
            ),
            done=_("An apostille or legalization was applied for"),
        ),
        Transition(
            "note-apostille",
            (State.APOSTILLE,),
            State.APOSTILLED,
            label=pgettext_lazy("application for notarization", "Record the apostille or legalization"),
            done=_("The apostille or legalization was recorded"),
        ),
        Transition(
            "deliver",
            (State.ISSUED, State.APOSTILLED, State.CORRECTED),
            State.DELIVERED,
            label=pgettext_lazy("application for notarization", "Hand the certificate over"),
            done=_("The certificate was handed over"),
        ),
        Transition(
            "correct",
            (State.ISSUED, State.APOSTILLED, State.DELIVERED),
            State.CORRECTED,
            label=pgettext_lazy("application for notarization", "Correct the certificate"),
            done=_("The certificate was corrected"),
            reasoned=True,
        ),
        Transition(
            "revoke",
            CERTIFIED,
            State.REVOKED,
            label=pgettext_lazy("application for notarization", "Revoke the certificate"),
            done=_("The certificate was revoked"),
            reasoned=True,
        ),
        Transition(
            "withdraw",
            BEFORE_THE_CERTIFICATE,
            State.WITHDRAWN,
            label=pgettext_lazy("application for notarization", "Withdraw"),
            done=_("The application for notarization was withdrawn"),
        ),
        Transition(
            "close",
            (State.DELIVERED,),
            State.CLOSED,
            label=pgettext_lazy("application for notarization", "Close"),
            done=_("The file was closed"),
        ),
    ),
)
