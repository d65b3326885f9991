"""Where a law or an edition stands on a day, as the sentence a reader is told."""

import datetime
from dataclasses import dataclass
from typing import Protocol

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from legal.laws.kinds import ForceStatus
from legal.laws.models import Edition, Law


@dataclass(frozen=True, slots=True)
class Standing:
    """A status with the day that goes with it: of force, of repeal, or of adoption where force is not known."""

    status: ForceStatus
    day: datetime.date | None = None

    @property
    def sentence(self) -> str:
        """The status with its day. Days are true or said to be unknown, never guessed."""
        if self.day is None:
            return str(self.status.label)
        sentences = {
            ForceStatus.IN_FORCE: _("In force since %(day)s"),
            ForceStatus.NOT_YET: _("Not yet in force; comes into force on %(day)s"),
            ForceStatus.REPEALED: _("Repealed on %(day)s"),
            ForceStatus.UNKNOWN: _("Adopted on %(day)s; entry into force not known"),
        }
        return sentences[self.status] % {"day": date_format(self.day)}


def of_law(law: Law, status: ForceStatus, edition: Edition | None) -> Standing:
    """The standing of a law by its status on a day and the edition of that day, or the first one coming."""
    begun = edition.in_force if edition else None
    days = {
        ForceStatus.IN_FORCE: law.in_force or begun,
        ForceStatus.NOT_YET: begun,
        ForceStatus.REPEALED: law.repealed,
        ForceStatus.UNKNOWN: (edition.adopted if edition else None) or law.adopted,
    }
    return Standing(status, days[status])


class Listed(Protocol):
    """A law as `directory.listed` has it, with what is reckoned there for a day."""

    in_force: datetime.date | None
    repealed: datetime.date | None
    adopted: datetime.date | None
    standing: str
    begun_on: datetime.date | None
    coming_on: datetime.date | None


def of_row(law: Listed) -> Standing:
    """The standing of a law of the directory's list."""
    status = ForceStatus(law.standing)
    days = {
        ForceStatus.IN_FORCE: law.in_force or law.begun_on,
        ForceStatus.NOT_YET: law.coming_on,
        ForceStatus.REPEALED: law.repealed,
        ForceStatus.UNKNOWN: law.adopted,
    }
    return Standing(status, days[status])


def of_edition(edition: Edition, day: datetime.date, repealed: datetime.date | None) -> Standing:
    """The standing of one edition on a day: an earlier one may be in force no longer though its law is."""
    if repealed and repealed <= day:
        return Standing(ForceStatus.REPEALED, repealed)
    if edition.in_force is None:
        return Standing(ForceStatus.UNKNOWN, edition.adopted)
    if edition.in_force > day:
        return Standing(ForceStatus.NOT_YET, edition.in_force)
    return Standing(ForceStatus.IN_FORCE, edition.in_force)


def edition_name(edition: Edition, today: Edition | None) -> str:
    """How a list of editions calls one: by its day in force, else by its adoption; `today` is the latest begun."""
    if edition.in_force:
        day = date_format(edition.in_force)
        name = _("In force from %(day)s") % {"day": day}
    elif edition.adopted:
        day = date_format(edition.adopted)
        name = _("Adopted on %(day)s; entry into force not known") % {"day": day}
    else:
        name = _("Undated; entry into force not known")
    if edition != today:
        return name
    if edition.law.repealed and edition.law.repealed <= timezone.localdate():
        return _("%(edition)s (the last edition)") % {"edition": name}
    return _("%(edition)s (today’s edition)") % {"edition": name}
