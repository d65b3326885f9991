"""A proceeding that is handed to an institution once the other side was notified."""

from django.db.models import TextChoices

from legal.matters.kinds import Decision, Proceeding
from portal.workflow.machine import Machine, Transition


class State(TextChoices):
    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Submitted"
    HANDED_OVER = "handed-over", "Handed over"
    WITHDRAWN = "withdrawn", "Withdrawn"


MACHINE = Machine(
    "tests.bundled",
    State,
    "draft",
    (
        Transition("submit", ("draft",), "submitted", label="Submit", done="Submitted to the institution"),
        Transition("hand-over", ("submitted",), "handed-over", label="Hand over", done="Handed to the institution"),
        Transition("withdraw", ("draft", "submitted"), "withdrawn", label="Withdraw", done="Taken back"),
    ),
)
PROCEEDING = Proceeding(
    slug="tests-matter",
    label="Trial proceeding",
    prefix="TRY",
    machine=MACHINE,
    drafting=("draft",),
    ended=("withdrawn",),
    way=("draft", "submitted", "handed-over"),
    permission="matters.view_matter",
    decisions=(Decision("hand-over", page="admin:bundles_bundle_of"),),
)
