"""The courses of a consultation and of a contract review, from the draft until they are closed."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.workflow.machine import Machine, Transition


class Asked(TextChoices):
    """How far a consultation is."""

    DRAFT = "draft", pgettext_lazy("consultation", "Draft")
    SUBMITTED = "submitted", pgettext_lazy("consultation", "Submitted")
    TAKEN = "taken", pgettext_lazy("consultation", "With a staff lawyer")
    SUPPLEMENT = "supplement", pgettext_lazy("consultation", "More was asked for")
    ANSWERED = "answered", pgettext_lazy("consultation", "Answered")
    REFERRED = "referred", pgettext_lazy("consultation", "Referred to the directory of lawyers")
    WITHDRAWN = "withdrawn", pgettext_lazy("consultation", "Withdrawn")
    CLOSED = "closed", pgettext_lazy("consultation", "Closed")


class Reviewed(TextChoices):
    """How far a contract review is."""

    DRAFT = "draft", pgettext_lazy("contract review", "Draft")
    SUBMITTED = "submitted", pgettext_lazy("contract review", "Submitted")
    TAKEN = "taken", pgettext_lazy("contract review", "With a staff lawyer")
    SUPPLEMENT = "supplement", pgettext_lazy("contract review", "More was asked for")
    DELIVERED = "delivered", pgettext_lazy("contract review", "Remarks delivered")
    REFUSED = "refused", pgettext_lazy("contract review", "Not taken on")
    WITHDRAWN = "withdrawn", pgettext_lazy("contract review", "Withdrawn")
    CLOSED = "closed", pgettext_lazy("contract review", "Closed")


# Written by the enterprise; and while it has to write, no clock of staff runs.
ASKING: Final = (Asked.DRAFT, Asked.SUPPLEMENT)
ASKING_ENDED: Final = (Asked.REFERRED, Asked.WITHDRAWN, Asked.CLOSED)
ASKING_WAY: Final = (Asked.DRAFT, Asked.SUBMITTED, Asked.TAKEN, Asked.ANSWERED, Asked.CLOSED)
REVIEWING: Final = (Reviewed.DRAFT, Reviewed.SUPPLEMENT)
REVIEWING_ENDED: Final = (Reviewed.REFUSED, Reviewed.WITHDRAWN, Reviewed.CLOSED)
REVIEWING_WAY: Final = (Reviewed.DRAFT, Reviewed.SUBMITTED, Reviewed.TAKEN, Reviewed.DELIVERED, Reviewed.CLOSED)

CONSULTATION: Final = Machine(
    "advice.consultation",
    Asked,
    Asked.DRAFT,
    (
        Transition(
            "submit",
            (Asked.DRAFT,),
            Asked.SUBMITTED,
            label=pgettext_lazy("consultation", "Submit"),
            done=_("The question was submitted"),
        ),
        Transition(
            "take-up",
            (Asked.SUBMITTED,),
            Asked.TAKEN,
            label=pgettext_lazy("consultation", "Take up the question"),
            done=_("A staff lawyer took the question up"),
        ),
        Transition(
            "ask-supplement",
            (Asked.TAKEN,),
            Asked.SUPPLEMENT,
            label=pgettext_lazy("consultation", "Ask for more"),
            done=_("More was asked for, without which the question cannot be answered"),
            reasoned=True,
        ),
        Transition(
            "supplement",
            (Asked.SUPPLEMENT,),
            Asked.TAKEN,
            label=pgettext_lazy("consultation", "Submit the supplement"),
            done=_("The supplement to the question was submitted"),
        ),
        Transition(
            "answer",
            (Asked.TAKEN,),
            Asked.ANSWERED,
            label=pgettext_lazy("consultation", "Answer"),
            done=_("The question was answered"),
        ),
        Transition(
            "ask-further",
            (Asked.ANSWERED,),
            Asked.TAKEN,
            label=pgettext_lazy("consultation", "Ask further"),
            done=_("A further question was asked"),
        ),
        # Where the law of another country decides, or somebody has to act for the enterprise.
        Transition(
            "refer",
            (Asked.SUBMITTED, Asked.TAKEN),
            Asked.REFERRED,
            label=pgettext_lazy("consultation", "Refer to the directory of lawyers"),
            done=_("The question was referred to the directory of lawyers"),
            reasoned=True,
        ),
        Transition(
            "withdraw",
            (Asked.DRAFT, Asked.SUBMITTED, Asked.TAKEN, Asked.SUPPLEMENT),
            Asked.WITHDRAWN,
            label=pgettext_lazy("consultation", "Withdraw"),
            done=_("The question was withdrawn"),
        ),
        Transition(
            "close",
            (Asked.ANSWERED,),
            Asked.CLOSED,
            label=pgettext_lazy("consultation", "Close"),
            done=_("The consultation was closed"),
        ),
    ),
)

REVIEW: Final = Machine(
    "advice.review",
    Reviewed,
    Reviewed.DRAFT,
    (
        Transition(
            "submit",
            (Reviewed.DRAFT,),
            Reviewed.SUBMITTED,
            label=pgettext_lazy("contract review", "Submit"),
            done=_("The contract was submitted for review"),
        ),
        Transition(
            "take-up",
            (Reviewed.SUBMITTED,),
            Reviewed.TAKEN,
            label=pgettext_lazy("contract review", "Take up the contract"),
            done=_("A staff lawyer took the contract up"),
        ),
        Transition(
            "ask-supplement",
            (Reviewed.TAKEN,),
            Reviewed.SUPPLEMENT,
            label=pgettext_lazy("contract review", "Ask for more"),
            done=_("More was asked for, without which the contract cannot be reviewed"),
            reasoned=True,
        ),
        Transition(
            "supplement",
            (Reviewed.SUPPLEMENT,),
            Reviewed.TAKEN,
            label=pgettext_lazy("contract review", "Submit the supplement"),
            done=_("The supplement to the contract review was submitted"),
        ),
        Transition(
            "deliver",
            (Reviewed.TAKEN,),
            Reviewed.DELIVERED,
            label=pgettext_lazy("contract review", "Deliver the remarks"),
            done=_("The remarks on the contract were delivered"),
        ),
        Transition(
            "refuse",
            (Reviewed.SUBMITTED, Reviewed.TAKEN),
            Reviewed.REFUSED,
            label=pgettext_lazy("contract review", "Do not take on"),
            done=_("The contract review was not taken on"),
            reasoned=True,
        ),
        Transition(
            "withdraw",
            (Reviewed.DRAFT, Reviewed.SUBMITTED, Reviewed.TAKEN, Reviewed.SUPPLEMENT),
            Reviewed.WITHDRAWN,
            label=pgettext_lazy("contract review", "Withdraw"),
            done=_("The contract review was withdrawn"),
        ),
        Transition(
            "close",
            (Reviewed.DELIVERED,),
            Reviewed.CLOSED,
            label=pgettext_lazy("contract review", "Close"),
            done=_("The contract review was closed"),
        ),
    ),
)
