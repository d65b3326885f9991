"""The contents of a law: its headings, and under each its articles, by number and by heading where they have one."""

from collections.abc import Sequence
from html import escape
from itertools import groupby
from operator import itemgetter

from django.utils.safestring import SafeString, mark_safe

from legal.laws.reading.page import ARTICLE, heading
from legal.laws.reading.places import Place, Words
from portal import languages


def contents(places: Sequence[Place], language: str) -> SafeString:
    """The list's items, each a link to a place of the page; numbers without headings share a line."""
    rows = [_row(place, language) for place in places if place.kind == ARTICLE or place.is_heading]
    lines = []
    for kind, group in groupby(rows, key=itemgetter(0)):
        if kind == "numbers":
            links = "".join([f'<a href="#{escape(place.path)}">{escape(place.number)}</a>' for _, place, _ in group])
            lines.append(f'<li class="numbers">{links}</li>')
        else:
            lines += [_line(place, words, kind, language) for _, place, words in group if words]
    return mark_safe("".join(lines))  # noqa: S308  # escaped above


def _row(place: Place, language: str) -> tuple[str, Place, Words | None]:
    """A place as the contents list it: among groups, among articles with headings, or in a line of numbers."""
    words = place.printed(language)
    if place.kind != ARTICLE:
        return "group", place, words
    return "article" if words and words.title else "numbers", place, words


def _line(place: Place, words: Words, kind: str, language: str) -> str:
    lang = "" if words.language == language else f' lang="{escape(languages.tag(words.language))}"'
    address = escape(place.path)
    if kind == "group":
        depth = min(place.depth, 3)
        title = escape(heading(words), quote=False)
        return f'<li class="group depth-{depth}"{lang}><a href="#{address}">{title}</a></li>'
    title = escape(words.title, quote=False)
    return f'<li{lang}><a href="#{address}"><span>{escape(place.number)}</span><span>{title}</span></a></li>'
