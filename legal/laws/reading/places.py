"""The places of an edition with their words in the languages shown, in a fixed number of queries."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from legal.laws.kinds import ProvisionKind, TextStatus
from legal.laws.models import Edition, Provision, ProvisionText
from legal.laws.numbering import strip_brackets

HEADINGS: Final = frozenset(
    {ProvisionKind.PART.value, ProvisionKind.CHAPTER.value, ProvisionKind.SECTION.value, ProvisionKind.ANNEX.value}
)


@dataclass(slots=True)
class Words:
    """A place's text in one language, as printed, and what it is worth; `stale` where it translates other words."""

    language: str
    label: str
    heading: str
    body: str
    status: str
    wording: str
    based_on: str
    stale: bool = False

    @property
    def title(self) -> str:
        """The heading without the brackets it is printed in."""
        return strip_brackets(self.heading) if self.heading else ""


@dataclass(slots=True)
class Place:
    """One provision with the words fetched for it; `spare` stands in where the reader's language has none."""

    pk: int
    kind: str
    number: str
    path: str
    depth: int
    repeated: bool
    words: dict[str, Words] = field(default_factory=dict)
    spare: Words | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it divides the text."""
        return self.kind in HEADINGS

    def printed(self, language: str) -> Words | None:
        """Its words in a language, else those that stand in."""
        return self.words.get(language) or self.spare


def places(edition: Edition, languages: Sequence[str], spare: Iterable[str]) -> list[Place]:
    """The places of an edition in reading order, worded in `languages`; gaps in the first are filled from `spare`."""
    rows = Provision.objects.filter(edition=edition).order_by("position")
    found = [Place(*row) for row in rows.values_list("pk", "kind", "number", "path", "depth", "repeated")]
    by_pk = {place.pk: place for place in found}
    for pk, words in _words(edition, languages):
        by_pk[pk].words[words.language] = words
    _mark_stale(edition, found)
    if languages and any(languages[0] not in place.words for place in found):
        _fill_gaps(edition, found, languages, spare)
    return found


def _words(edition: Edition, languages: Sequence[str]) -> Iterable[tuple[int, Words]]:
    rows = ProvisionText.objects.filter(provision__edition=edition, language__in=languages)
    fields = ("provision_id", "language", "label", "heading", "body", "status", "wording", "based_on")
    for row in rows.order_by().values_list(*fields):
        yield row[0], Words(*row[1:])


def _mark_stale(edition: Edition, found: list[Place]) -> None:
    """A translation is stale where the original in this edition has other words: `ProvisionText.is_stale_beside`."""
    translated = [(place, words) for place in found for words in place.words.values() if words.based_on]
    if not translated:
        return
    originals = dict(
        ProvisionText.objects.filter(provision__edition=edition, language=edition.law.original_language)
        .exclude(status=TextStatus.DIGEST)
        .order_by()
        .values_list("provision_id", "wording")
    )
    for place, words in translated:
        words.stale = originals.get(place.pk, words.based_on) != words.based_on


def _fill_gaps(edition: Edition, found: list[Place], languages: Sequence[str], spare: Iterable[str]) -> None:
    others = [language for language in spare if language not in languages]
    rank = {language: number for number, language in enumerate(others)}
    by_pk = {place.pk: place for place in found if not place.words}
    for pk, words in _words(edition, others):
        place = by_pk.get(pk)
        if place and (place.spare is None or rank[words.language] < rank[place.spare.language]):
            place.spare = words


def earlier_wordings(edition: Edition, wordings: Collection[str]) -> dict[str, str]:
    """For the wordings that stale translations were made from: the latest other edition that has them, by its slug."""
    if not wordings:
        return {}
    rows = (
        ProvisionText.objects.filter(
            provision__edition__law=edition.law_id,
            language=edition.law.original_language,
            wording__in=wordings,
        )
        .exclude(provision__edition=edition)
        .order_by("provision__edition__day", "provision__edition_id")
        .values_list("wording", "provision__edition__slug")
    )
    return dict(rows)
