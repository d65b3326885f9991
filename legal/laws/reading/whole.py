"""All that the page of a law tells: its text, its contents, where it stands, and what a reader must be warned of."""

import datetime
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone
from django.utils.safestring import SafeString

from legal.laws import standing
from legal.laws.finding import Shelf
from legal.laws.kinds import TextStatus
from legal.laws.models import CitedPlace, Edition, Law
from legal.laws.reading import columns, places
from legal.laws.reading.asking import Asked
from legal.laws.reading.columns import Held
from legal.laws.reading.contents import contents
from legal.laws.reading.links import links
from legal.laws.reading.page import Page, written
from legal.laws.reading.places import Place
from legal.laws.spoken import reader as reading_in
from legal.laws.standing import Standing


@dataclass
class Whole:
    """The page of an edition; `columns` begin with the reader's language or the one that stands in for it."""

    shelf: Shelf
    edition: Edition
    asked: Asked
    reader: str
    held: list[Held]
    columns: list[Held]
    page: Page

    @property
    def law(self) -> Law:
        """The law it is an edition of."""
        return self.shelf.law

    @property
    def main(self) -> Held | None:
        """The first column; None where the edition has no words at all."""
        return self.columns[0] if self.columns else None

    @property
    def standing(self) -> Standing:
        """Where the law stands on the day asked for."""
        return standing.of_law(self.law, self.shelf.status(self.asked.day), self.shelf.nearest(self.asked.day))

    @property
    def edition_standing(self) -> Standing:
        """Where this edition stands on the day asked for."""
        return standing.of_edition(self.edition, self.asked.day, self.law.repealed)

    @property
    def today(self) -> Edition | None:
        """The edition of the day we write, to be pointed to from another."""
        return self.shelf.on(timezone.localdate())

    @property
    def is_earlier(self) -> bool:
        """Whether a later edition has taken this one's place."""
        return self.today is not None and self._place(self.edition) < self._place(self.today)

    @property
    def is_coming(self) -> bool:
        """Whether this edition has not begun yet."""
        return self.today is None or self._place(self.edition) > self._place(self.today)

    @property
    def before_the_first(self) -> datetime.date | None:
        """The day asked for where no edition had begun by then."""
        return self.asked.on if self.asked.on and self.shelf.on(self.asked.on) is None else None

    @property
    def lacks_own(self) -> bool:
        """Whether another language is shown than the reader's."""
        return bool(self.columns) and self.columns[0].language != self.reader

    @property
    def worths(self) -> set[TextStatus]:
        """The statuses of the texts shown."""
        return {status for column in self.columns for status in column.statuses}

    @property
    def others(self) -> list[Held]:
        """The languages that could stand beside the first."""
        return [one for one in self.held if one is not self.main]

    @property
    def stale(self) -> int:
        """How many texts shown translate an earlier wording."""
        return sum(words.stale for place in self.page.places for words in place.words.values())

    @cached_property
    def text(self) -> SafeString:
        """The columns as HTML."""
        return written(self.page, self.reader)

    @cached_property
    def contents(self) -> SafeString:
        """The contents as list items."""
        return contents(self.page.places, self.columns[0].language if self.columns else self.reader)

    @property
    def articles(self) -> int:
        """How many articles the edition has."""
        return sum(place.kind == "article" for place in self.page.places)

    def _place(self, edition: Edition) -> int:
        return self.shelf.editions.index(edition)


def whole(shelf: Shelf, edition: Edition, asked: Asked) -> Whole:
    """Read an edition for its page, in a number of queries that hangs on no number of rows."""
    reader = reading_in().text
    held = columns.held(edition)
    shown = columns.chosen(held, reader, asked.beside)
    languages = [one.language for one in shown]
    found = places.places(edition, languages, [one.language for one in held])
    stale = [words for place in found for words in place.words.values() if words.stale]
    page = Page(
        edition,
        shown,
        found,
        links(edition, _languages_of(found), [place.path for place in found], on=asked.day),
        places.earlier_wordings(edition, stale),
        dict(CitedPlace.objects.filter(law=shelf.law).values_list("path", "places")),
    )
    return Whole(shelf, edition, asked, reader, held, shown, page)


def _languages_of(found: list[Place]) -> set[str]:
    spare = {place.spare.language for place in found if place.spare}
    return spare | {language for place in found for language in place.words}
