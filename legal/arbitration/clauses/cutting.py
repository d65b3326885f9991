"""The pasted text, cut where findings begin and end."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from legal.arbitration.clauses.findings import Report, Severity
from legal.arbitration.clauses.folding import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the pasted text, and which findings stand on it."""

    words: str
    numbers: tuple[int, ...]
    severity: Severity | None


def pieces(report: Report) -> list[Piece]:
    """The pasted text cut where findings begin and end, in order and complete."""
    stood_on = [
        (span, number, finding.severity) for number, finding in enumerate(report.findings, 1) for span in finding.spans
    ]
    edges = sorted({0, len(report.text), *(edge for span, _, _ in stood_on for edge in (span.start, span.end))})
    return [_piece(report.text, Span(start, end), stood_on) for start, end in itertools.pairwise(edges)]


def _piece(text: str, place: Span, stood_on: Sequence[tuple[Span, int, Severity]]) -> Piece:
    over = [
        (number, severity) for span, number, severity in stood_on if span.start <= place.start and place.end <= span.end
    ]
    # The findings come in the order of their weight.
    return Piece(text[place.start : place.end], tuple(number for number, _ in over), over[0][1] if over else None)
