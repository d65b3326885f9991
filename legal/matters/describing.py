"""What docs/matter-courses.md says: written out of the tables, so that it never says anything else."""

from collections.abc import Iterable, Iterator

from django.utils import translation

from legal.matters.kinds import Proceeding
from legal.matters.notices import GROUP
from portal.languages import LANGUAGES
from portal.notices import kinds

HEADING = """# Courses of matters, and their notices

Written by `manage.py describe_matters` out of the tables of moves (`proceedings.py` and `states.py` of each app) and of
the kinds of notices; a test fails where this page says anything else. How matters work is told in `docs/matters.md`.
"""


def document(proceedings: Iterable[Proceeding]) -> str:
    """The whole page, in Markdown."""
    parts = [HEADING, *(section(proceeding) for proceeding in proceedings), notices()]
    return "\n".join(parts)


def section(proceeding: Proceeding) -> str:
    """One proceeding: its diagram, its states and its moves."""
    return "\n".join(
        [
            f"## {_in('en', proceeding.label)}",
            "",
            "```mermaid",
            *_diagram(proceeding),
            "```",
            "",
            *_table(["state", *_names(), "written", "ended"], _states(proceeding)),
            "",
            *_table(["move", "from", "to", *_names(), "reason"], _moves(proceeding)),
            "",
        ]
    )


def notices() -> str:
    """Everything that can be told about matters."""
    rows = [
        [f"`{kind.slug}`", *_spoken(kind.label), "always" if kind.mandatory else "as wished"]
        for kind in kinds.of(GROUP)
    ]
    return "\n".join(["## Notices", "", *_table(["notice", *_names(), "mail"], rows), ""])


def _diagram(proceeding: Proceeding) -> Iterator[str]:
    machine = proceeding.machine
    yield "stateDiagram-v2"
    yield f"    [*] --> {_id(machine.initial)}"
    for move in machine.transitions:
        yield from (f"    {_id(source)} --> {_id(move.target)}: {move.name}" for source in move.sources)
    yield from (f"    {_id(state)} --> [*]" for state in proceeding.ended)


def _states(proceeding: Proceeding) -> Iterator[list[str]]:
    for state in proceeding.machine.states:
        marks = ["yes" if state in states else "" for states in (proceeding.drafting, proceeding.ended)]
        yield [f"`{state.value}`", *_spoken(state.label), *marks]


def _moves(proceeding: Proceeding) -> Iterator[list[str]]:
    for move in proceeding.machine.transitions:
        sources = ", ".join(f"`{source}`" for source in move.sources)
        reason = "wanted" if move.reasoned else ""
        yield [f"`{move.name}`", sources, f"`{move.target}`", *_spoken(move.done), reason]


def _table(heading: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heading)} |"
    yield "|" + "---|" * len(heading)
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _id(state: str) -> str:
    """Diagrams read a hyphen as part of an arrow."""
    return str(state).replace("-", "_")


def _names() -> list[str]:
    return [language.name for language in LANGUAGES]


def _spoken(words: object) -> list[str]:
    return [_in(language.code, words) for language in LANGUAGES]


def _in(code: str, words: object) -> str:
    with translation.override(code):
        return str(words)
