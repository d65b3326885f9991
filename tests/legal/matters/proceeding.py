"""A proceeding that the tests register: a draft, an examination that can ask for more, and two ways to end."""

from django.db.models import TextChoices

from legal.matters.kinds import Decision, Page, Proceeding
from portal.workflow.machine import Machine, Transition


class State(TextChoices):
    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Submitted"
    ASKED = "asked", "More is asked for"
    DECIDED = "decided", "Decided"
    WITHDRAWN = "withdrawn", "Withdrawn"


MACHINE = Machine(
    "tests.matter",
    State,
    "draft",
    (
        Transition("submit", ("draft",), "submitted", label="Submit", done="Submitted to the institution"),
        Transition("ask", ("submitted",), "asked", label="Ask", done="More asked for", reasoned=True),
        Transition("answer", ("asked",), "submitted", label="Answer", done="Answered"),
        Transition("decide", ("submitted",), "decided", label="Decide", done="Decided by the institution"),
        Transition("withdraw", ("draft", "submitted", "asked"), "withdrawn", label="Withdraw", done="Taken back"),
    ),
)
PROCEEDING = Proceeding(
    slug="tests-matter",
    label="Trial proceeding",
    prefix="TRY",
    machine=MACHINE,
    drafting=("draft", "asked"),
    ended=("decided", "withdrawn"),
    way=("draft", "submitted", "decided"),
    missing=lambda matter: ["Give it a longer title."] if len(matter.title) < 5 else [],
    content=lambda matter: {"length": len(matter.title)},
    pages=(Page("matters:representatives", "A page of its own"),),
    marks={"decided": "done", "withdrawn": "unknown"},
    permission="matters.view_matter",
    decisions=(Decision("ask"), Decision("decide")),
    paused=("asked",),
)
