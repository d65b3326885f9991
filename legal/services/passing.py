"""What a paper made in one state needs to be used in another: told only where both states are confirmed."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from legal.laws.models import Law
from legal.services.models import Legalization
from portal.reference.models import Jurisdiction

# Where the convention stands in the directory, and what may be read of it there.
CONVENTION: Final = ("hcch", "apostille-convention")
HCCH: Final = "https://www.hcch.net/"


class Way(TextChoices):
    """What makes a paper of one state count in another."""

    NONE = "none", _("Neither apostille nor legalization: the paper is used where it was made.")
    APOSTILLE = "apostille", _("An apostille of the authority of the state where the paper was made.")
    CONSULAR = "consular", _("Legalization: by the authorities of the state where it was made, then by the consulate.")
    UNKNOWN = "unknown", _("Not confirmed here yet: ask the notary office, or look at the Hague Conference’s table.")


@dataclass(frozen=True, slots=True)
class Passage:
    """The way of a paper from where it was made to where it is used, with what is known of both."""

    made: Jurisdiction
    used: Jurisdiction
    way: Way
    known: tuple[Legalization, ...]


def passage(made: Jurisdiction, used: Jurisdiction, *, on: datetime.date) -> Passage:
    """The way of a paper on a day; `Way.UNKNOWN` unless everything that decides it is confirmed. One query."""
    if made == used:
        return Passage(made, used, Way.NONE, ())
    found = Legalization.objects.with_names().filter(jurisdiction__in=[made, used])
    rows = {row.jurisdiction_id: row for row in found}
    known = tuple(rows[one.pk] for one in (made, used) if one.pk in rows)
    return Passage(made, used, _way(made, used, rows, on), known)


def countries() -> list[Jurisdiction]:
    """The countries one may name, in their order."""
    return list(Jurisdiction.objects.filter(kind=Jurisdiction.Kind.COUNTRY))


def convention() -> Law | None:
    """The Apostille Convention, where it is held."""
    code, slug = CONVENTION
    return Law.objects.select_related("jurisdiction").filter(jurisdiction__code=code, slug=slug).first()


def _way(made: Jurisdiction, used: Jurisdiction, rows: Mapping[int, Legalization], day: datetime.date) -> Way:
    one, other = rows.get(made.pk), rows.get(used.pk)
    if one is None or other is None:
        return Way.UNKNOWN
    if one.is_outside(day) or other.is_outside(day) or _objected(one, other):
        return Way.CONSULAR
    return Way.APOSTILLE if one.is_party(day) and other.is_party(day) else Way.UNKNOWN


def _objected(one: Legalization, other: Legalization) -> bool:
    named = (one.is_confirmed and other.jurisdiction.code in one.objections) or (
        other.is_confirmed and one.jurisdiction.code in other.objections
    )
    return bool(named)
