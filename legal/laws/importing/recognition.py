"""One law, one record: which law of its jurisdiction a parsed one is, by folder, by slug, then by its names.

A treaty that its organisation does not hold is looked for among those of all others, by names and day (`treaties`).
Names never join what differs in kind of document: two regions' regulations of one title, or two decisions of one title
(each amendment of a law is called alike) unless they are of one day.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from legal.laws.importing.fetching import HeldLaw
from legal.laws.importing.report import RefusedError
from legal.laws.importing.titles import same_other_name, same_title
from legal.laws.importing.treaties import Treaty, is_shared, treaty
from legal.laws.kinds import LawKind
from legal.laws.models import Law, LawName
from legal.laws.naming import key
from legal.laws.parsing.records import ParsedLaw
from portal.languages import LANGUAGES
from portal.reference.models import Jurisdiction

# Documents that are many under one title.
ONE_OF_MANY = frozenset({LawKind.DECISION, LawKind.OTHER})


@dataclass(slots=True)
class Known:
    """What a law is recognised by."""

    id: int
    jurisdiction: str
    folder: str
    slug: str
    region: str
    kind: str
    adopted: datetime.date | None
    original_language: str
    titles: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    treaty: Treaty | None = None


class Catalogue:
    """All laws held, as far as recognising them goes; kept up while a run adds to them."""

    def __init__(self) -> None:
        self.by_id: dict[int, Known] = {}
        self._folders: dict[tuple[str, str], Known] = {}
        self._slugs: dict[str, dict[str, Known]] = defaultdict(dict)
        self._names: dict[tuple[str, str], dict[int, Known]] = defaultdict(dict)
        self._treaties: dict[tuple[datetime.date, str], dict[int, Known]] = defaultdict(dict)

    @classmethod
    def held(cls) -> "Catalogue":
        """The catalogue of the laws in the database."""
        catalogue = cls()
        names: dict[int, dict[str, str]] = defaultdict(dict)
        for law_id, found, name in LawName.objects.values_list("law_id", "key", "name"):
            names[law_id][found] = name
        for law in Law.objects.select_related("jurisdiction", "region").iterator():
            catalogue.add(_known(law, names[law.pk]))
        return catalogue

    def add(self, known: Known) -> None:
        """Take in a law, or what has become known of it."""
        self.by_id[known.id] = known
        if known.folder:
            self._folders[known.jurisdiction, known.folder] = known
        self._slugs[known.jurisdiction][known.slug] = known
        for name in known.names | set(known.titles.values()):
            self._names[known.jurisdiction, name][known.id] = known
        if known.treaty:
            for name in known.treaty.names:
                self._treaties[known.treaty.adopted, name][known.id] = known

    def learn(self, held: HeldLaw) -> None:
        """Take in a law as it has just been stored."""
        self.add(_known(held.law, held.names))

    def slugs(self, jurisdiction: str) -> Set[str]:
        """The slugs that are taken."""
        return self._slugs[jurisdiction].keys()

    def find(self, parsed: ParsedLaw, jurisdiction: Jurisdiction) -> Known | None:
        """The law held that this one is; a treaty may be another organisation's.

        `RefusedError` where its slug is another law's.
        """
        found = self._folders.get((parsed.jurisdiction, parsed.folder)) if parsed.folder else None
        if found is None and parsed.slug:
            found = self._slugs[parsed.jurisdiction].get(parsed.slug)
            if found is not None and found.folder and parsed.folder and not _share_a_name(found, parsed):
                raise RefusedError(_("Another law of this jurisdiction has the slug “%(slug)s”."), slug=parsed.slug)
        return found or self._by_name(parsed) or self._elsewhere(parsed, jurisdiction)

    def _by_name(self, parsed: ParsedLaw) -> Known | None:
        titles, others = title_keys(parsed), {key(name) for name in parsed.other_names}
        candidates = {
            known.id: known
            for name in [*titles.values(), *sorted(others)]
            for known in self._names.get((parsed.jurisdiction, name), {}).values()
        }
        same = [known for known in candidates.values() if _is_same(known, parsed, titles, others)]
        # A title that is the same outweighs another name that is.
        same.sort(key=lambda known: (not _same_title(known, titles, parsed.original_language), known.id))
        return same[0] if same else None

    def _elsewhere(self, parsed: ParsedLaw, jurisdiction: Jurisdiction) -> Known | None:
        told = treaty(_adopted(parsed), parsed.original_language, parsed.titles, parsed.other_names)
        if told is None or not is_shared(jurisdiction, parsed.kind):
            return None
        candidates = [known for name in told.names for known in self._treaties.get((told.adopted, name), {}).values()]
        same = [known for known in candidates if known.treaty and known.treaty.is_same(told)]
        return min(same, key=lambda known: known.id, default=None)


def _known(law: Law, names: Mapping[str, str]) -> Known:
    """Short titles are no names to be recognised by: two acts of different years may be called alike."""
    titles = {language.text: key(getattr(law, f"title_{language.column}") or "") for language in LANGUAGES}
    titles = {language: title for language, title in titles.items() if title}
    short = {key(getattr(law, f"short_title_{language.column}") or "") for language in LANGUAGES}
    region = law.region.code if law.region else ""
    own_names = set(names) - (short - set(titles.values()))
    known = (law.pk, law.jurisdiction.code, law.folder, law.slug, region, law.kind, law.adopted, law.original_language)
    return Known(*known, titles, own_names, _treaty(law, [names[name] for name in own_names]))


def _treaty(law: Law, names: Iterable[str]) -> Treaty | None:
    if not is_shared(law.jurisdiction, law.kind):
        return None
    titles = {language.text: getattr(law, f"title_{language.column}") or "" for language in LANGUAGES}
    return treaty(law.adopted, law.original_language, titles, names)


def title_keys(parsed: ParsedLaw) -> dict[str, str]:
    """The titles by language as names are compared."""
    return {language: key(title) for language, title in parsed.titles.items() if title}


def _share_a_name(known: Known, parsed: ParsedLaw) -> bool:
    names = set(title_keys(parsed).values()) | {key(name) for name in parsed.other_names}
    return bool(names & (known.names | set(known.titles.values())))


def _is_same(known: Known, parsed: ParsedLaw, titles: dict[str, str], others: set[str]) -> bool:
    if known.region != parsed.region:
        return False
    if ONE_OF_MANY & {known.kind, parsed.kind} and known.adopted != _adopted(parsed):
        return False
    return _same_title(known, titles, parsed.original_language) or _same_other_name(known, titles, others)


def _same_title(known: Known, titles: dict[str, str], original: str) -> bool:
    return same_title(titles, known.titles, (original, known.original_language))


def _same_other_name(known: Known, titles: dict[str, str], others: set[str]) -> bool:
    return same_other_name(known.titles, known.names, titles) or bool(others & set(known.titles.values()))


def _adopted(parsed: ParsedLaw) -> datetime.date | None:
    days = [edition.adopted for edition in parsed.editions if edition.adopted]
    return parsed.adopted or min(days, default=None)
