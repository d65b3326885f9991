"""One parsed law into its record: recognised or made, its texts merged, everything that differs written."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from legal.laws.importing import carrying, editions, facts, merging, slugs
from legal.laws.importing.fetching import HeldLaw, fetch
from legal.laws.importing.held import HeldEdition
from legal.laws.importing.recognition import Catalogue
from legal.laws.importing.report import Outcome
from legal.laws.kinds import RANK
from legal.laws.models import Law, LawName
from legal.laws.parsing.records import ParsedEdition, ParsedLaw, ParsedText
from portal.reference.models import Jurisdiction, Region, Topic


class Given:
    """The texts a run has brought so far: two of one edition, language and status in one run are rivals."""

    def __init__(self) -> None:
        self.now: set[tuple[HeldEdition, str, str]] = set()
        self._before: set[tuple[int, str, str, str]] = set()

    def is_first(self, law_id: int | None, edition: HeldEdition, text: ParsedText) -> bool:
        """Whether the run has brought no other such text of the edition yet; it has from now on."""
        status = str(text.status)
        if (edition, text.language, status) in self.now:
            return False
        if not text.exact:
            self.now.add((edition, text.language, status))
        return law_id is None or (law_id, edition.slug, text.language, status) not in self._before

    def remember(self, taken: "Taken") -> None:
        """Keep what a stored law was given."""
        for edition, text, _ in taken.texts:
            self._before.add((taken.held.law.pk, edition.slug, text.language, str(text.status)))


@dataclass(slots=True)
class Taken:
    """A law with the read texts merged into it, its own record still unsaved."""

    held: HeldLaw
    fields: list[str]
    names: list[LawName]
    topics: set[int]
    texts: list[tuple[HeldEdition, ParsedText, bool]]
    spoken: dict[HeldEdition, set[str]]
    outcome: Outcome = Outcome.UNCHANGED


def take(
    parsed: ParsedLaw,
    catalogue: Catalogue,
    jurisdiction: Jurisdiction,
    region: Region | None,
    topics: Iterable[Topic],
    given: Given,
) -> Taken:
    """Merge a parsed law into what is held of it; nothing is written."""
    known = catalogue.find(parsed, jurisdiction)
    held = fetch(known.id) if known else HeldLaw(_made(parsed, catalogue, jurisdiction, region))
    original = held.law.original_language
    spoken = {edition: edition.languages() for edition in held.editions}
    fields = facts.tell(held, parsed)
    names = facts.names(held, parsed)
    if held.law.original_language != original:
        _forget_bases(held)
    carrying.set_aside(held.editions)
    texts = _merge_all(held, parsed, given)
    editions.settle(held.editions, held.law.repealed)
    carrying.carry(held.editions, held.law.original_language)
    own_folder = (held.law.jurisdiction.code, held.law.folder) == (parsed.jurisdiction, parsed.folder)
    wanted = {topic.pk for topic in topics}
    kept = wanted if wanted and (own_folder or not held.topics) else held.topics
    return Taken(held, fields, names, kept, texts, spoken)


def _made(parsed: ParsedLaw, catalogue: Catalogue, jurisdiction: Jurisdiction, region: Region | None) -> Law:
    taken = catalogue.slugs(parsed.jurisdiction)
    slug = parsed.slug or slugs.made(parsed.titles, parsed.original_language, str(parsed.kind), parsed.adopted, taken)
    return Law(
        jurisdiction=jurisdiction,
        region=region,
        slug=slug,
        kind=str(parsed.kind),
        unit=str(parsed.unit),
        original_language=parsed.original_language,
    )


def _forget_bases(held: HeldLaw) -> None:
    for edition in held.editions:
        for provision in edition.provisions:
            for text in provision.texts.values():
                text.based_on = ""


def _merge_all(held: HeldLaw, parsed: ParsedLaw, given: Given) -> list[tuple[HeldEdition, ParsedText, bool]]:
    """Each text with the edition it belongs to, and whether the edition says now what it says."""
    told: list[tuple[HeldEdition, ParsedText, bool]] = []
    original = held.law.original_language
    stated = {new.slug for new in parsed.editions if new.slug}
    for new in parsed.editions:
        edition = _edition(held, new, stated)
        for text in sorted(new.texts, key=lambda text: (text.language != original, text.language, RANK[text.status])):
            first = given.is_first(held.law.pk, edition, text)
            if first:
                merging.merge(edition, text, original)
            told.append((edition, text, first or merging.agrees(edition, text)))
        merging.remove_empty(edition)
    given.now.clear()
    return told


def _edition(held: HeldLaw, parsed: ParsedEdition, stated: Set[str]) -> HeldEdition:
    """The edition a parsed one is, or a new one, with what has become known of it."""
    edition = editions.found(held.editions, parsed, stated)
    if edition is None:
        edition = HeldEdition()
        held.editions.append(edition)
    editions.learn(edition, parsed, held.editions)
    if parsed.places and not edition.provisions:
        merging.lay(edition, parsed.places)
    return edition
