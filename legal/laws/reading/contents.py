"""The contents of a law: its headings, and under each its articles, by number and by heading where they have one."""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby
from operator import itemgetter

from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext

from legal.laws.reading.page import ARTICLE, heading
from legal.laws.reading.places import Place, Words
from legal.laws.spoken import reader
from portal import languages


def contents(places: Sequence[Place], language: str, applied: Mapping[str, int]) -> SafeString:
    """The list's items, each a link to a place of the page; numbers without headings share a line.

    `applied` counts, by path, the cases that apply a place.
    """
    rows = [_row(place, language) for place in places if place.kind == ARTICLE or place.is_heading]
    lines = []
    for kind, group in groupby(rows, key=itemgetter(0)):
        if kind == "numbers":
            links = "".join(
                [
                    f'<a href="#{escape(place.path)}">{escape(place.number)}{_cases(place, applied)}</a>'
                    for _, place, _ in group
                ]
            )
            lines.append(f'<li class="numbers">{links}</li>')
        else:
            lines += [_line(place, words, kind, language, applied) for _, place, words in group if words]
    return mark_safe("".join(lines))  # noqa: S308  # escaped above


def _row(place: Place, language: str) -> tuple[str, Place, Words | None]:
    """A place as the contents list it: among groups, among articles with headings, or in a line of numbers."""
    words = place.printed(language)
    if place.kind != ARTICLE:
        return "group", place, words
    return "article" if words and words.title else "numbers", place, words


def _line(place: Place, words: Words, kind: str, language: str, applied: Mapping[str, int]) -> str:
    lang = "" if words.language == language else f' lang="{escape(languages.tag(words.language))}"'
    address = escape(place.path)
    if kind == "group":
        depth = min(place.depth, 3)
        title = escape(heading(words), quote=False)
        return f'<li class="group depth-{depth}"{lang}><a href="#{address}">{title}</a></li>'
    title = escape(words.title, quote=False)
    inside = f"<span>{escape(place.number)}</span><span>{title}{_cases(place, applied)}</span>"
    return f'<li{lang}><a href="#{address}">{inside}</a></li>'


def _cases(place: Place, applied: Mapping[str, int]) -> str:
    """How many cases apply the place; nothing where none does."""
    number = applied.get(place.path)
    if not number:
        return ""
    told = ngettext("%(number)s case", "%(number)s cases", number)
    sentence = escape(told % {"number": number_format(number, force_grouping=True)})
    return f' <small class="count" lang="{reader().tag}">{sentence}</small>'
