"""An edition among the others of its law, seen from the day a reader asks for and from today."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from legal.laws import standing
from legal.laws.finding import Shelf
from legal.laws.models import Edition, Law
from legal.laws.reading.asking import Asked
from legal.laws.standing import Standing


@dataclass
class Moment:
    """What is read, and when."""

    shelf: Shelf
    edition: Edition
    asked: Asked

    @property
    def law(self) -> Law:
        """The law it is an edition of."""
        return self.shelf.law

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

    def _place(self, edition: Edition) -> int:
        return self.shelf.editions.index(edition)
