"""The contents of a law: its headings, and under each its articles, by number and by heading where they have one."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from django.utils.safestring import SafeString, mark_safe

from legal.laws.kinds import ProvisionKind
from legal.laws.numbering import strip_brackets
from legal.laws.reading.page import heading
from legal.laws.reading.places import Place, Words
from portal import languages


def contents(places: Sequence[Place], language: str) -> SafeString:
    """The list's items, each a link to a place of the page; numbers without headings share a line."""
    listed = [place for place in places if place.is_heading or place.kind == ProvisionKind.ARTICLE]
    rows = [(place, place.printed(language)) for place in listed]
    lines = []
    for kind, group in groupby(rows, key=lambda row: _kind(*row)):
        if kind == "numbers":
            links = "".join(f'<a href="#{escape(place.path)}">{escape(place.number)}</a>' for place, _ in group)
            lines.append(f'<li class="numbers">{links}</li>')
        else:
            lines += [_line(place, words, kind, language) for place, words in group if words]
    return mark_safe("".join(lines))  # noqa: S308  # escaped above


def _kind(place: Place, words: Words | None) -> str:
    if place.is_heading:
        return "group"
    return "article" if words and strip_brackets(words.heading) else "numbers"


def _line(place: Place, words: Words, kind: str, language: str) -> str:
    lang = "" if words.language == language else f' lang="{languages.tag(words.language)}"'
    address = escape(place.path)
    if kind == "group":
        depth = min(place.depth, 3)
        title = escape(heading(words), quote=False)
        return f'<li class="group depth-{depth}"{lang}><a href="#{address}">{title}</a></li>'
    title = escape(strip_brackets(words.heading), quote=False)
    return f'<li{lang}><a href="#{address}"><span>{escape(place.number)}</span><span>{title}</span></a></li>'
