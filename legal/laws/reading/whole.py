"""All that the page of a law tells: its text, its contents, where it stands, and what a reader must be warned of."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.utils.safestring import SafeString, mark_safe

from legal.laws import beside
from legal.laws.finding import Shelf
from legal.laws.kinds import TextStatus
from legal.laws.models import CitedPlace, Edition
from legal.laws.reading import columns, places
from legal.laws.reading.asking import Asked
from legal.laws.reading.columns import Held
from legal.laws.reading.contents import contents
from legal.laws.reading.digests import Part, parts
from legal.laws.reading.links import links
from legal.laws.reading.moment import Moment
from legal.laws.reading.page import Page, written
from legal.laws.spoken import reader as reading_in

# No words of a page have a "<" in them: they are escaped.
SLOT: Final = mark_safe("<!-- text -->")


@dataclass
class Whole(Moment):
    """The page of an edition; `columns` begin with the reader's language or the one that stands in for it."""

    reader: str
    held: list[Held]
    columns: list[Held]
    page: Page

    @property
    def main(self) -> Held | None:
        """The first column; None where the edition has no words at all."""
        return self.columns[0] if self.columns else None

    @property
    def lacks_own(self) -> bool:
        """Whether another language is shown than the reader's."""
        return bool(self.columns) and self.columns[0].language != self.reader

    @property
    def gaps(self) -> int:
        """How many articles are shown in another language than the first column's, which lacks them."""
        return sum(place.kind == "article" and place.spare is not None for place in self.page.places)

    @property
    def worths(self) -> set[TextStatus]:
        """The statuses of the texts shown."""
        return {status for column in self.columns for status in column.statuses}

    @cached_property
    def digests(self) -> list[Part]:
        """The digests shown that leave articles out."""
        return list(parts(self.page.places, [column.language for column in self.columns]))

    @property
    def others(self) -> list[Held]:
        """The languages that could stand beside the first."""
        return [one for one in self.held if one is not self.main]

    @property
    def stale(self) -> int:
        """How many texts shown translate an earlier wording."""
        return sum(words.stale for place in self.page.places for words in place.words.values())

    @property
    def slot(self) -> SafeString:
        """Where the columns stand in the frame of the page, until it is filled."""
        return SLOT

    def filled(self, frame: bytes) -> bytes:
        """The frame with the columns: each level of a template would copy megabytes, and again to call them safe."""
        text = written(self.page, self.reader) if self.columns else ""
        return frame.replace(SLOT.encode(), text.encode(), 1)

    @cached_property
    def contents(self) -> SafeString:
        """The contents as list items."""
        language = self.columns[0].language if self.columns else self.reader
        return contents(self.page.places, language, self.page.applied)

    @property
    def articles(self) -> int:
        """How many articles the edition has."""
        return sum(place.kind == "article" for place in self.page.places)


def whole(shelf: Shelf, edition: Edition, asked: Asked) -> Whole:
    """Read an edition for its page, in a number of queries that hangs on no number of rows."""
    reader = reading_in().text
    held = columns.held(edition)
    shown = columns.chosen(held, reader, asked.beside)
    languages = [one.language for one in shown]
    found = places.places(edition, languages, [one.language for one in held])
    stale = {words.based_on for place in found for words in place.words.values() if words.stale}
    page = Page(
        edition,
        shown,
        found,
        links(edition, [place.path for place in found], on=asked.day),
        places.earlier_wordings(edition, stale),
        dict(CitedPlace.objects.filter(law=shelf.law).order_by().values_list("path", "places")),
        beside.applied(shelf.law),
    )
    return Whole(shelf, edition, asked, reader, held, shown, page)
