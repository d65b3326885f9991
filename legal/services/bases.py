"""Whether the law a service rests on still says what it said when the service's text was held against it."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from legal.cases.places import place_name
from legal.laws.kinds import ArticleUnit
from legal.laws.models import Edition, Law, ProvisionText
from legal.laws.spoken import reader
from legal.services.models import Basis

Place = tuple[int, str]


class Standing(TextChoices):
    """How a basis stands on a day."""

    SAME = "same", pgettext_lazy("legal basis", "Unchanged since it was checked")
    CHANGED = "changed", pgettext_lazy("legal basis", "Changed since it was checked")
    GONE = "gone", pgettext_lazy("legal basis", "No longer at this place")
    UNCHECKED = "unchecked", pgettext_lazy("legal basis", "Not yet checked")
    ELSEWHERE = "elsewhere", pgettext_lazy("legal basis", "Text not held here")


# What somebody of the staff has to look at.
AMISS: Final = frozenset({Standing.CHANGED, Standing.GONE})
BADGES: Final = {
    Standing.SAME: "done",
    Standing.CHANGED: "waiting",
    Standing.GONE: "refused",
    Standing.UNCHECKED: "unknown",
    Standing.ELSEWHERE: "unknown",
}


@dataclass(frozen=True, slots=True)
class Held:
    """The law as it stands on a day, as far as bases name it: editions by law, hashes by law and place."""

    editions: Mapping[int, Edition] = field(default_factory=dict)
    wordings: Mapping[Place, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shown:
    """A basis as a page shows it: its law, the place by name, how it stands, where it is read and compared."""

    basis: Basis
    law: Law | None
    place: str
    standing: Standing
    address: str = ""
    comparison: str = ""

    @property
    def badge(self) -> str:
        return BADGES[self.standing]

    @property
    def is_amiss(self) -> bool:
        return self.standing in AMISS


def held(bases: Iterable[Basis], day: datetime.date) -> Held:
    """What the bases name, as of a day; two queries, however many they are."""
    places = {(basis.law_id, basis.path) for basis in bases if basis.law_id is not None}
    editions = Edition.objects.of_the_day(on=day).filter(law__in={law for law, _ in places})
    by_law = {edition.law_id: edition for edition in editions}
    words: dict[Place, dict[str, str]] = {}
    found = ProvisionText.objects.filter(
        provision__edition__in=by_law.values(), provision__path__in={path for _, path in places if path}
    )
    rows = found.values_list("provision__edition__law", "provision__path", "language", "wording")
    for law, path, language, wording in rows.order_by():
        words.setdefault((law, path), {})[language] = wording
    return Held(by_law, words)


def shown(bases: Iterable[Basis], day: datetime.date) -> list[Shown]:
    """The bases as they stand on a day, in their order; law and jurisdiction are to be there without asking."""
    found = list(bases)
    known = held(found, day)
    return [_shown(basis, known) for basis in found]


def place(basis: Basis) -> str:
    """The place in its law by name, as the reader's language names it."""
    unit = basis.law.unit if basis.law else ArticleUnit.ARTICLE
    return place_name(basis.path, unit, reader().text)


def standing(basis: Basis, known: Held) -> Standing:
    """How a basis stands. Other words count only where another edition is in force: a text mended is no other law."""
    if basis.law_id is None:
        return Standing.ELSEWHERE
    edition = known.editions.get(basis.law_id)
    if edition is None or not basis.edition:
        return Standing.UNCHECKED
    if edition.slug == basis.edition:
        return Standing.SAME
    return _over_editions(basis, known.wordings.get((basis.law_id, basis.path), {}))


def _over_editions(basis: Basis, words: Mapping[str, str]) -> Standing:
    if not basis.path:
        return Standing.CHANGED
    if not words:
        return Standing.GONE
    common = words.keys() & basis.wordings.keys()
    same = bool(common) and all(words[language] == basis.wordings[language] for language in common)
    return Standing.SAME if same else Standing.CHANGED


def _shown(basis: Basis, known: Held) -> Shown:
    stands, law = standing(basis, known), basis.law
    if law is None:
        return Shown(basis, None, place(basis), stands)
    parts = [law.jurisdiction.code, law.slug]
    gone = stands is Standing.GONE or not basis.path
    address = law.get_absolute_url() if gone else reverse("laws:article", args=[*parts, basis.path])
    edition = known.editions.get(law.pk)
    compared = ""
    if edition is not None and stands in AMISS:
        compared = reverse("laws:compare", args=[*parts, basis.edition, edition.slug])
    return Shown(basis, law, place(basis), stands, address, compared)
