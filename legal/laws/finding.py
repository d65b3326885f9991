"""Finding a law, its editions and the one to be read, as an address names them."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _

from legal.laws.kinds import ForceStatus
from legal.laws.models import Edition, Law, LawQuerySet


@dataclass(frozen=True, slots=True)
class Shelf:
    """A law with its editions in their order, read once: what is asked about days is answered from them."""

    law: Law
    editions: Sequence[Edition]

    def on(self, day: datetime.date) -> Edition | None:
        """`Law.edition_on`: the last edition begun by a day, a dated one before one without a day."""
        begun = [edition for edition in self.editions if edition.day is None or edition.day <= day]
        return begun[-1] if begun else None

    def nearest(self, day: datetime.date) -> Edition | None:
        """The edition of a day, else the first one to come."""
        return self.on(day) or next(iter(self.editions), None)

    def status(self, day: datetime.date) -> ForceStatus:
        """Whether the law is in force on a day, judged by its editions and its repeal alone."""
        if self.law.repealed and self.law.repealed <= day:
            return ForceStatus.REPEALED
        edition = self.on(day)
        if edition is None:
            return ForceStatus.NOT_YET if self.editions else ForceStatus.UNKNOWN
        return ForceStatus.IN_FORCE if edition.in_force or self.law.has_begun(day) else ForceStatus.UNKNOWN

    def latest_two(self, day: datetime.date) -> tuple[Edition, Edition]:
        """The two editions a reader would compare first: that of the day with the one before it, else the first two."""
        current = self.on(day)
        place = max(self.editions.index(current), 1) if current else 1
        return self.editions[place - 1], self.editions[place]

    def named(self, slug: str) -> Edition | None:
        """The edition an address names; None where there is none."""
        return next((edition for edition in self.editions if edition.slug == slug), None)


def shelf(code: str, slug: str, *, reference: bool = True) -> Shelf:
    """The law of an address with its editions; `Http404` where there is none.

    `reference` is False where nothing is shown of its region and topics: one query less.
    """
    laws: LawQuerySet = Law.objects.with_reference() if reference else Law.objects.select_related("jurisdiction")
    law = laws.filter(jurisdiction__code=code, slug=slug).order_by().first()
    if law is None:
        raise Http404(_("There is no such law."))
    editions = list(law.editions.all())
    for edition in editions:
        edition.law = law
    return Shelf(law, editions)


def edition_named(shelf: Shelf, slug: str) -> Edition:
    """The edition an address names; `Http404` where there is none."""
    edition = shelf.named(slug)
    if edition is None:
        raise Http404(_("This law has no such edition."))
    return edition
