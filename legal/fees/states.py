"""How far a fee notice is, what became of a proof of transfer, and of what is to be waived or given back."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.workflow.machine import Machine, Transition


class State(TextChoices):
    """How far a fee notice is: what the sums say, and whether it was cancelled."""

    ISSUED = "issued", pgettext_lazy("fee notice", "To be paid")
    PART_PAID = "part-paid", pgettext_lazy("fee notice", "Paid in part")
    PAID = "paid", pgettext_lazy("fee notice", "Paid")
    OVERPAID = "overpaid", pgettext_lazy("fee notice", "More was paid than is due")
    WAIVED = "waived", pgettext_lazy("fee notice", "Waived")
    CANCELLED = "cancelled", pgettext_lazy("fee notice", "Cancelled")


# Something is to be paid still.
OPEN: Final = (State.ISSUED, State.PART_PAID)
# Nothing is to be paid any more, and the fee was not taken back as a mistake.
SETTLED: Final = (State.PAID, State.OVERPAID, State.WAIVED)
MARKS: Final = {
    State.ISSUED: "waiting",
    State.PART_PAID: "waiting",
    State.PAID: "done",
    State.OVERPAID: "not-yet",
    State.WAIVED: "done",
    State.CANCELLED: "unknown",
}

NOTICE: Final = Machine(
    "fees.notice",
    State,
    State.ISSUED,
    (
        Transition(
            "pay-part",
            (State.ISSUED,),
            State.PART_PAID,
            label=pgettext_lazy("fee notice", "Confirm a part"),
            done=_("A part of the fee was received"),
        ),
        Transition(
            "settle",
            (State.ISSUED, State.PART_PAID, State.OVERPAID),
            State.PAID,
            label=pgettext_lazy("fee notice", "Confirm the payment"),
            done=_("The fee was settled"),
        ),
        Transition(
            "overpay",
            (State.ISSUED, State.PART_PAID, State.PAID, State.WAIVED),
            State.OVERPAID,
            label=pgettext_lazy("fee notice", "Confirm more than is due"),
            done=_("More was received than is due"),
        ),
        Transition(
            "waive",
            (State.ISSUED, State.OVERPAID),
            State.WAIVED,
            label=pgettext_lazy("fee notice", "Waive all of it"),
            done=_("The fee was waived in full"),
        ),
        Transition(
            "cancel",
            (State.ISSUED, State.PART_PAID, State.PAID, State.OVERPAID),
            State.CANCELLED,
            label=pgettext_lazy("fee notice", "Cancel"),
            done=_("The fee notice was cancelled"),
        ),
    ),
)
# The move that leads to a state, whatever led there.
MOVES: Final = {move.target: move.name for move in NOTICE.transitions}


class ProofState(TextChoices):
    """What became of a proof of transfer."""

    WAITING = "waiting", pgettext_lazy("proof of transfer", "Waits for the cashier")
    CONFIRMED = "confirmed", pgettext_lazy("proof of transfer", "Confirmed")
    REFUSED = "refused", pgettext_lazy("proof of transfer", "Not accepted")


PROOF: Final = Machine(
    "fees.proof",
    ProofState,
    ProofState.WAITING,
    (
        Transition(
            "confirm",
            (ProofState.WAITING,),
            ProofState.CONFIRMED,
            label=pgettext_lazy("proof of transfer", "Confirm"),
            done=_("The payment was confirmed"),
        ),
        Transition(
            "refuse",
            (ProofState.WAITING,),
            ProofState.REFUSED,
            label=pgettext_lazy("proof of transfer", "Do not accept"),
            done=_("The proof of transfer was not accepted"),
        ),
    ),
)


class ReliefState(TextChoices):
    """How far a waiver or a refund is: a second person approves, and of a refund the money goes after that."""

    PROPOSED = "proposed", pgettext_lazy("waiver or refund", "Waits for a second person")
    APPROVED = "approved", pgettext_lazy("waiver or refund", "Approved")
    REJECTED = "rejected", pgettext_lazy("waiver or refund", "Not approved")
    EXECUTED = "executed", pgettext_lazy("waiver or refund", "Transferred")


RELIEF: Final = Machine(
    "fees.relief",
    ReliefState,
    ReliefState.PROPOSED,
    (
        Transition(
            "approve",
            (ReliefState.PROPOSED,),
            ReliefState.APPROVED,
            label=pgettext_lazy("waiver or refund", "Approve"),
            done=_("Approved by a second person"),
        ),
        Transition(
            "reject",
            (ReliefState.PROPOSED, ReliefState.APPROVED),
            ReliefState.REJECTED,
            label=pgettext_lazy("waiver or refund", "Do not approve"),
            done=_("Not approved"),
        ),
        Transition(
            "execute",
            (ReliefState.APPROVED,),
            ReliefState.EXECUTED,
            label=pgettext_lazy("waiver or refund", "Note the transfer"),
            done=_("The refund was transferred"),
        ),
    ),
)
