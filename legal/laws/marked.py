"""Two texts side by side as HTML: what only one of them has is marked."""

from collections.abc import Iterable
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from legal.laws.comparing import Mark, Marked

ELEMENTS: Final = {Mark.DELETED: "del", Mark.INSERTED: "ins"}


def paragraphs(runs: Iterable[Marked], mine: Mark) -> SafeString:
    """The runs of one side as paragraphs; a change that goes over the end of one is marked in both."""
    html = _joined(
        format_html_join(SafeString("</p><p>"), "{}", ((_marked(run, part),) for part in run.text.split("\n")))
        for run in of_side(runs, mine)
    )
    return format_html("<p>{}</p>", html) if html else SafeString()


def line(runs: Iterable[Marked], mine: Mark) -> SafeString:
    """The runs of one side as one line."""
    return _joined(_marked(run, run.text) for run in of_side(runs, mine))


def of_side(runs: Iterable[Marked], mine: Mark) -> Iterable[Marked]:
    """What stands on one side: what both have, and what it alone has."""
    return (run for run in runs if run.mark in {Mark.KEPT, mine})


def _marked(run: Marked, text: str) -> str:
    element = ELEMENTS.get(run.mark)
    return format_html("<{0}>{1}</{0}>", element, text) if element and text else text


def _joined(pieces: Iterable[str]) -> SafeString:
    return format_html_join("", "{}", ((piece,) for piece in pieces))
