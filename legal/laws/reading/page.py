"""The text of an edition as one page: its columns, article by article, written straight to HTML.

1,260 articles through template includes took ten times as long; every word still passes `escape`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from legal.laws.kinds import ProvisionKind, TextStatus
from legal.laws.models import Edition
from legal.laws.numbering import strip_brackets
from legal.laws.reading.columns import Held
from legal.laws.reading.links import Links, linked
from legal.laws.reading.places import Place, Words
from legal.laws.reading.tables import table
from legal.laws.spoken import language_name
from portal import languages


@dataclass(slots=True)
class Page:
    """What the text of an edition is written from; `cited` counts, by path, what cites a place."""

    edition: Edition
    columns: Sequence[Held]
    places: Sequence[Place]
    links: Links
    earlier: Mapping[str, str] = field(default_factory=dict)
    cited: Mapping[str, int] = field(default_factory=dict)


class Sentences:
    """What the page says at many places, translated once."""

    def __init__(self, reader: str) -> None:
        self.status = {status.value: str(status.label) for status in TextStatus}
        # Translators: read aloud for the number of an article, which is a link to the article's own page.
        self.alone = escape(gettext("Article %(number)s on a page of its own"))
        self.repeated = escape(gettext("The law gives this number twice."))
        self.stale = escape(gettext("This translates an earlier wording."))
        self.difference = escape(gettext("See what is different"))
        self.reader = languages.tag(reader)
        self._names: dict[str, str] = {}
        self._cited: dict[int, str] = {}

    def cited(self, number: int) -> str:
        """How many provisions cite a place."""
        if number not in self._cited:
            sentence = ngettext("Cited by %(number)s provision", "Cited by %(number)s provisions", number)
            self._cited[number] = escape(sentence % {"number": number_format(number, force_grouping=True)})
        return self._cited[number]

    def gap(self, language: str) -> str:
        """That a place has no text in a column's language."""
        return escape(gettext("There is no text in this language: %(language)s.") % {"language": self.name(language)})

    def instead(self, language: str) -> str:
        """Which language stands in for the one that lacks."""
        sentence = gettext("Shown in another language: %(language)s.") % {"language": self.name(language)}
        return escape(sentence)

    def name(self, language: str) -> str:
        """A language's name, looked up once."""
        if language not in self._names:
            self._names[language] = language_name(language)
        return self._names[language]


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
        self.columns = [
            (one.language, languages.tag(one.language), languages.direction(one.language), one.mixed)
            for one in page.columns
        ]

    def rows(self) -> Iterator[str]:
        for place in self.page.places:
            if place.is_heading or place.kind == ProvisionKind.TITLE:
                yield self.division(place)
                if has_body_below(place):
                    yield self.row(place, anchor="", headed=False)
            else:
                yield self.row(place, anchor=f' id="{escape(place.path)}"', headed=True)

    def division(self, place: Place) -> str:
        cells = "".join(
            self.division_cell(place, language, tag, direction) for language, tag, direction, _ in self.columns
        )
        return f'<div class="division of-{place.kind}" id="{escape(place.path)}">{cells}</div>'

    def division_cell(self, place: Place, language: str, tag: str, direction: str) -> str:
        words = place.printed(language) if language == self.columns[0][0] else place.words.get(language)
        if words is None:
            return "<div></div>"
        if words.language != language:
            tag, direction = languages.tag(words.language), languages.direction(words.language)
        title = escape(heading(words), quote=False)
        level = "p" if place.kind == ProvisionKind.TITLE else "h2" if place.depth == 0 else "h3"
        return f'<div lang="{tag}" dir="{direction}"><{level}>{title}</{level}></div>'

    def row(self, place: Place, *, anchor: str, headed: bool) -> str:
        first = self.columns[0][0]
        cells = "".join(self.cell(place, column, headed=headed, main=column[0] == first) for column in self.columns)
        kind = "article" if place.kind == ProvisionKind.ARTICLE else f"article of-{place.kind}"
        return f'<article class="{kind}"{anchor}>{cells}{self.number(place)}{self.foot(place)}</article>'

    def cell(self, place: Place, column: tuple[str, str, str, bool], *, headed: bool, main: bool) -> str:
        language, tag, direction, mixed = column
        words = place.words.get(language)
        if words is None:
            return self.gap(place, language, headed=headed, main=main)
        mark = self.badge(words.status) if mixed else ""
        return (
            f'<section class="law" lang="{tag}" dir="{direction}">'
            f"{self.words(place, words, headed=headed)}{mark}{self.stale(place, words)}</section>"
        )

    def gap(self, place: Place, language: str, *, headed: bool, main: bool) -> str:
        note = f'<p class="gone" lang="{self.say.reader}">{self.say.gap(language)}</p>'
        words = place.spare
        if not main or words is None:
            return f'<section class="law">{note}</section>'
        instead = f'<p class="gone" lang="{self.say.reader}">{self.say.instead(words.language)}</p>'
        tag, direction = languages.tag(words.language), languages.direction(words.language)
        return (
            f'<section class="law" lang="{tag}" dir="{direction}">{self.words(place, words, headed=headed)}'
            f"{instead}{self.badge(words.status)}</section>"
        )

    def words(self, place: Place, words: Words, *, headed: bool) -> str:
        body = linked(words.body, self.page.links.of(place.pk, words.language))
        body = table(body) if place.kind == ProvisionKind.TABLE else body
        if not headed or not (words.label or words.heading):
            return body
        level = f"h{min(place.depth + 2, 6)}"
        label = f'<span class="no">{escape(words.label, quote=False)}</span>' if words.label else ""
        return f"<{level}>{label}{escape(strip_brackets(words.heading), quote=False)}</{level}>{body}"

    def badge(self, status: str) -> str:
        label = escape(self.say.status[status])
        return f'<p class="worth" lang="{self.say.reader}"><span class="badge {status}">{label}</span></p>'

    def stale(self, place: Place, words: Words) -> str:
        if not words.stale:
            return ""
        link, old = "", self.page.earlier.get(words.based_on)
        if old:
            address = f"{self.compare}{old}/{self.page.edition.slug}/?at={place.path}#{place.path}"
            link = f' <a href="{escape(address)}">{self.say.difference}</a>'
        return f'<p class="stale" lang="{self.say.reader}">{self.say.stale}{link}</p>'

    def number(self, place: Place) -> str:
        if place.kind != ProvisionKind.ARTICLE or not place.number:
            return ""
        number = escape(place.number)
        label = self.say.alone % {"number": number}
        return f'<p class="number"><a href="{self.address}{escape(place.path)}/" aria-label="{label}">{number}</a></p>'

    def foot(self, place: Place) -> str:
        notes = f"<span>{self.say.repeated}</span>" if place.repeated else ""
        times = self.page.cited.get(place.path, 0) if place.kind == ProvisionKind.ARTICLE else 0
        if times:
            notes += f'<a href="{self.address}{escape(place.path)}/#cited">{self.say.cited(times)}</a>'
        return f'<p class="cited">{notes}</p>' if notes else ""


def has_body_below(place: Place) -> bool:
    """Whether a heading is followed by words of its own."""
    given = [*place.words.values(), *([place.spare] if place.spare else [])]
    return any(words.body and (words.label or words.heading) for words in given)


def heading(words: Words) -> str:
    """Label and heading in one line, as the language joins them."""
    label, title = words.label, strip_brackets(words.heading)
    if not (label and title):
        return label or title or words.body
    return f"{label}\u3000{title}" if words.language == "zh" else f"{label.rstrip('.')}. {title}"
