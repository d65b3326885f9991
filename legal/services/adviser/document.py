"""The table of rules as the documentation shows it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.utils import translation

from legal.services.adviser.table import RULES, Rule

BEGIN: Final = "<!-- the rules of the adviser, made by `manage.py write_adviser_rules` -->"
END: Final = "<!-- end of the rules -->"


def table() -> str:
    """All rules in their order, as a table in Markdown."""
    with translation.override("en"):
        return "\n".join(_lines())


def written_into(text: str) -> str:
    """A document with the table of today between its marks; `ValueError` where it has none."""
    before, found, rest = text.partition(BEGIN)
    _old, ended, after = rest.partition(END)
    if not found or not ended:
        raise ValueError("The document has no marks between which the rules stand.")
    return f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}"


def write(file: Path) -> None:
    """Bring a document up to the table."""
    file.write_text(written_into(file.read_text()))


def _lines() -> Iterator[str]:
    yield "| rule | where | way | says | because |"
    yield "|---|---|---|---|---|"
    for rule in RULES:
        cells = (f"`{rule.slug}`", _where(rule), rule.route.label, rule.verdict.label, rule.reason)
        yield "| " + " | ".join(str(cell) for cell in cells) + " |"


def _where(rule: Rule) -> str:
    return "; ".join(f"{name} = {' or '.join(sorted(values))}" for name, values in rule.when.items())
