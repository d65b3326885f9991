"""The text of an edition as one page: its columns, article by article, written straight to HTML.

1,260 articles through template includes took ten times as long; every word still passes `escape`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Final, NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from legal.laws.kinds import ProvisionKind
from legal.laws.models import Edition
from legal.laws.reading.columns import Held
from legal.laws.reading.links import Links, linked
from legal.laws.reading.places import Place, Words
from legal.laws.reading.sentences import Sentences
from legal.laws.reading.tables import table
from portal import languages

ARTICLE: Final = ProvisionKind.ARTICLE.value
TABLE: Final = ProvisionKind.TABLE.value
TITLE: Final = ProvisionKind.TITLE.value


@dataclass(slots=True)
class Page:
    """What the text of an edition is written from; `cited` and `applied` count what cites and applies a path."""

    edition: Edition
    columns: Sequence[Held]
    places: Sequence[Place]
    links: Links
    earlier: Mapping[str, str] = field(default_factory=dict)
    cited: Mapping[str, int] = field(default_factory=dict)
    applied: Mapping[str, int] = field(default_factory=dict)


class Column(NamedTuple):
    """A language of the page; `opening` begins each of its texts, `mixed` ones say what each is worth."""

    language: str
    tag: str
    direction: str
    opening: str
    mixed: bool


def written(page: Page, reader: str) -> SafeString:
    """The columns as HTML, every place with its path as its id."""
    return mark_safe("".join(Writer(page, reader).rows()))  # noqa: S308  # escaped where it is written


class Writer:
    """Writes the places of one page."""

    def __init__(self, page: Page, reader: str) -> None:
        self.page = page
        self.say = Sentences(reader)
        law = page.edition.law
        self.address = page.edition.get_absolute_url()
        self.compare = reverse("laws:choose", args=[law.jurisdiction.code, law.slug])
        self.columns = [column(one) for one in page.columns]

    def rows(self) -> Iterator[str]:
        for place in self.page.places:
            path = escape(place.path)
            if place.is_heading or place.kind == TITLE:
                yield self.division(place, path)
                if has_body_below(place):
                    yield self.row(place, path, headed=False)
            else:
                yield self.row(place, path, headed=True)

    def division(self, place: Place, path: str) -> str:
        cells = "".join([self.division_cell(place, one) for one in self.columns])
        return f'<div class="division of-{place.kind}" id="{path}">{cells}</div>'

    def division_cell(self, place: Place, column: Column) -> str:
        language, tag, direction, *_ = column
        words = place.printed(language) if language == self.columns[0].language else place.words.get(language)
        if words is None:
            return "<div></div>"
        if words.language != language:
            tag, direction = escape(languages.tag(words.language)), languages.direction(words.language)
        title = escape(heading(words), quote=False)
        level = "p" if place.kind == TITLE else "h2" if place.depth == 0 else "h3"
        return f'<div lang="{tag}" dir="{direction}"><{level}>{title}</{level}></div>'

    def row(self, place: Place, path: str, *, headed: bool) -> str:
        main = self.columns[0]
        cells = "".join([self.cell(place, one, headed=headed, main=one is main) for one in self.columns])
        kind, anchor, foot = f"article of-{place.kind}", f' id="{path}"' if headed else "", ""
        if place.kind == ARTICLE:
            kind, foot = "article", self.number(place, path)
        return f'<article class="{kind}"{anchor}>{cells}{foot}{self.foot(place, path)}</article>'

    def cell(self, place: Place, column: Column, *, headed: bool, main: bool) -> str:
        words = place.words.get(column.language)
        if words is None:
            return self.gap(place, column.language, headed=headed, main=main)
        mark = self.say.badge[words.status] if column.mixed else ""
        stale = self.stale(place, words) if words.stale else ""
        return f"{column.opening}{self.words(place, words, headed=headed)}{mark}{stale}</section>"

    def gap(self, place: Place, language: str, *, headed: bool, main: bool) -> str:
        note = f'<p class="gone" lang="{self.say.reader}">{self.say.gap(language)}</p>'
        words = place.spare
        if not main or words is None:
            return f'<section class="law">{note}</section>'
        instead = f'<p class="gone" lang="{self.say.reader}">{self.say.instead(words.language)}</p>'
        tag, direction = escape(languages.tag(words.language)), languages.direction(words.language)
        return (
            f'<section class="law" lang="{tag}" dir="{direction}">{self.words(place, words, headed=headed)}'
            f"{instead}{self.say.badge[words.status]}</section>"
        )

    def words(self, place: Place, words: Words, *, headed: bool) -> str:
        body = linked(words.body, self.page.links.of(place.pk, words.language))
        if place.kind == TABLE:
            body = table(body)
        if not headed or not (words.label or words.heading):
            return body
        level = f"h{min(place.depth + 2, 6)}"
        label = f'<span class="no">{escape(words.label, quote=False)}</span>' if words.label else ""
        title = escape(words.title, quote=False) if words.heading else ""
        return f"<{level}>{label}{title}</{level}>{body}"

    def stale(self, place: Place, words: Words) -> str:
        link, old = "", self.page.earlier.get(words.based_on)
        if old:
            address = f"{self.compare}{old}/{self.page.edition.slug}/?at={place.path}#{place.path}"
            link = f' <a href="{escape(address)}">{self.say.difference}</a>'
        return f'<p class="stale" lang="{self.say.reader}">{self.say.stale}{link}</p>'

    def number(self, place: Place, path: str) -> str:
        if not place.number:
            return ""
        number = escape(place.number)
        label = self.say.alone % {"number": number}
        return f'<p class="number"><a href="{self.address}{path}/" aria-label="{label}">{number}</a></p>'

    def foot(self, place: Place, path: str) -> str:
        times = self.page.cited.get(place.path, 0) if place.kind == ARTICLE else 0
        cases = self.page.applied.get(place.path, 0) if place.kind == ARTICLE else 0
        if not (times or cases or place.repeated):
            return ""
        notes = f"<span>{self.say.repeated}</span>" if place.repeated else ""
        if times:
            notes += f'<a href="{self.address}{path}/#cited">{self.say.cited(times)}</a>'
        if cases:
            notes += f'<a href="{self.address}{path}/#cases">{self.say.applied(cases)}</a>'
        return f'<p class="cited">{notes}</p>'


def column(held: Held) -> Column:
    """What a language held brings to each of its texts."""
    tag, direction = escape(languages.tag(held.language)), languages.direction(held.language)
    opening = f'<section class="law" lang="{tag}" dir="{direction}">'
    return Column(held.language, tag, direction, opening, held.mixed)


def has_body_below(place: Place) -> bool:
    """Whether a heading is followed by words of its own."""
    given = [*place.words.values(), *([place.spare] if place.spare else [])]
    return any(words.body and (words.label or words.heading) for words in given)


def heading(words: Words) -> str:
    """Label and heading in one line, as the language joins them."""
    label, title = words.label, words.title
    if not (label and title):
        return label or title or words.body
    return f"{label}\u3000{title}" if words.language == "zh" else f"{label.rstrip('.')}. {title}"
