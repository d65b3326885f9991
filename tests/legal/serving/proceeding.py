"""A proceeding that is notified to the other side and answered."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import TextChoices

from legal.matters.kinds import Proceeding
from portal.workflow.machine import Machine, Transition


class State(TextChoices):
    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Submitted"
    NOTIFIED = "notified", "Notified"
    ANSWERED = "answered", "Answered"
    WITHDRAWN = "withdrawn", "Withdrawn"


MACHINE = Machine(
    "tests.served",
    State,
    "draft",
    (
        Transition("submit", ("draft",), "submitted", label="Submit", done="Submitted to the institution"),
        Transition("notify", ("submitted",), "notified", label="Notify", done="The other side was notified"),
        Transition("answer", ("notified",), "answered", label="Answer", done="Answered by the other side"),
        Transition(
            "withdraw",
            ("draft", "submitted", "notified", "answered"),
            "withdrawn",
            label="Withdraw",
            done="Taken back",
        ),
    ),
)


def told(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "Claim", str(content["claim"])


PROCEEDING = Proceeding(
    slug="tests-matter",
    label="Trial proceeding",
    prefix="TRY",
    machine=MACHINE,
    drafting=("draft",),
    ended=("withdrawn",),
    way=("draft", "submitted", "notified", "answered"),
    content=lambda matter: {"claim": "Payment of the price"},
    permission="matters.view_matter",
)
