"""A proceeding that the tests register, with the moves that belong to its fees."""

from django.db.models import TextChoices

from legal.matters.kinds import Proceeding
from portal.workflow.machine import Machine, Transition


class State(TextChoices):
    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Submitted"
    FEE = "fee", "Fee notice sent"
    PAID = "paid", "Fee paid"
    WITHDRAWN = "withdrawn", "Withdrawn"


MACHINE = Machine(
    "tests.fees",
    State,
    "draft",
    (
        Transition("submit", ("draft",), "submitted", label="Submit", done="Submitted"),
        Transition("notify-fee", ("submitted",), "fee", label="Notify the fee", done="Fee notified"),
        Transition("note-payment", ("fee",), "paid", label="Note the payment", done="Payment noted"),
        Transition("withdraw", ("draft", "submitted", "fee", "paid"), "withdrawn", label="Withdraw", done="Taken back"),
    ),
)
PROCEEDING = Proceeding(
    slug="tests-matter",
    label="Trial proceeding",
    prefix="TRY",
    machine=MACHINE,
    drafting=("draft",),
    ended=("withdrawn",),
    way=("draft", "submitted", "fee", "paid"),
    permission="matters.view_matter",
)
