"""Laws as documents to be searched: one a provision that has words, and one a law for its titles and names."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from legal.laws.kinds import ProvisionKind
from legal.laws.models import CitedPlace, Edition, Law, LawName, Provision, ProvisionText
from legal.laws.naming import answers, key
from legal.laws.numbering import strip_brackets
from legal.laws.weighing import weight
from portal.languages import LANGUAGES
from portal.reference.models import Jurisdiction
from portal.search.documents import Document

# So many laws are read at once: their texts are in memory together.
AT_ONCE: Final = 100
HEADINGS: Final = frozenset({ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.ANNEX})
NEVER_FOUND: Final = frozenset({ProvisionKind.TITLE, ProvisionKind.SIGNATURE, ProvisionKind.NOTE})

# A provision's key, its parent's, its kind and its path.
Place = tuple[int, int | None, str, str]


class Words(NamedTuple):
    """A provision in one language."""

    language: str
    label: str
    heading: str
    body: str
    status: str
    wording: str


@dataclass(slots=True)
class Read:
    """A law with what its documents need of it."""

    law: Law
    names: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    editions: list[Edition] = field(default_factory=list)
    cited: dict[str, int] = field(default_factory=dict)

    def facets(self) -> dict[str, list[str]]:
        law = self.law
        return {
            "jurisdiction": [law.jurisdiction.code],
            "region": [law.region.code] if law.region else [],
            "kind": [law.kind],
            "topic": self.topics,
            "year": [str(law.adopted.year)] if law.adopted else [],
        }

    def titles(self) -> dict[str, str]:
        """The title and the short title in each of our languages."""
        spoken = {
            language.text: [
                getattr(self.law, f"title_{language.column}") or "",
                getattr(self.law, f"short_title_{language.column}") or "",
            ]
            for language in LANGUAGES
        }
        return {language: " ".join(filter(None, titles)) for language, titles in spoken.items() if any(titles)}

    def days(self, edition: Edition) -> tuple[datetime.date | None, datetime.date | None]:
        """From when until when an edition is the one of the day: until the next, or the repeal, or its own end."""
        following = self.editions[self.editions.index(edition) + 1 :]
        ends = [edition.until, self.law.repealed, following[0].day if following else None]
        return edition.day, min((day for day in ends if day), default=None)


def documents(owners: Sequence[int] | None) -> Iterator[Document]:
    """The documents of these laws, all laws for None."""
    laws = Law.objects.all() if owners is None else Law.objects.filter(pk__in=owners)
    pks = list(laws.order_by("pk").values_list("pk", flat=True))
    places = jurisdiction_names()
    for start in range(0, len(pks), AT_ONCE):
        some = pks[start : start + AT_ONCE]
        texts, provisions = spoken_words(some), provisions_of(some)
        for read in reading(some):
            yield whole(read, places)
            for edition in read.editions:
                yield from passages(read, edition, provisions[edition.pk], texts)


def jurisdiction_names() -> dict[int, list[str]]:
    columns = [f"name_{language.column}" for language in LANGUAGES]
    rows = Jurisdiction.objects.values_list("pk", *columns)
    return {pk: [str(name) for name in names if name] for pk, *names in rows}


def reading(pks: Sequence[int]) -> list[Read]:
    """Several laws with their names, topics and editions, the editions in their order."""
    laws = Law.objects.with_reference().filter(pk__in=pks).order_by("pk")
    read = {law.pk: Read(law, topics=[topic.slug for topic in law.topics.all()]) for law in laws}
    for law, name in LawName.objects.filter(law__in=pks).values_list("law_id", "name"):
        read[law].names.append(name)
    for edition in Edition.objects.filter(law__in=pks):
        read[edition.law_id].editions.append(edition)
    for law, path, places in CitedPlace.objects.filter(law__in=pks).values_list("law_id", "path", "places"):
        read[law].cited[path] = places
    return list(read.values())


def whole(read: Read, places: Mapping[int, Sequence[str]]) -> Document:
    """The law itself, found by its titles and names."""
    texts: dict[str, str] = read.titles()
    for name in read.names:
        language = written_in(name)
        if name not in texts.get(language, ""):
            texts[language] = f"{texts.get(language, '')} {name}".strip()
    exact = {f"={key(name)}" for name in read.names}
    loose = {f"~{short}" for name in read.names for short in answers(name, places[read.law.jurisdiction_id]).at_home}
    last = read.editions[-1] if read.editions else None
    return Document(
        owner=read.law.pk,
        key=read.law.pk,
        whole=True,
        texts=texts,
        names=[*exact, *loose],
        facets=read.facets(),
        weight=weight(read.law, read.cited),
        since=read.editions[0].day if read.editions else None,
        until=read.law.repealed,
        dated=last is not None and last.in_force is not None,
    )


def written_in(name: str) -> str:
    """The one of our languages that a name is written in, by its letters."""
    if any("\u3400" <= letter <= "\u9fff" for letter in name):
        return "zh"
    return "ru" if any("\u0400" <= letter <= "\u04ff" for letter in name) else "en"


def spoken_words(laws: Sequence[int]) -> dict[int, list[Words]]:
    """The texts of all provisions of several laws, by provision."""
    texts: dict[int, list[Words]] = defaultdict(list)
    columns = ("provision_id", "language", "label", "heading", "body", "status", "wording")
    rows = ProvisionText.objects.filter(provision__edition__law__in=laws).order_by()
    for provision, *words in rows.values_list(*columns).iterator(chunk_size=5000):
        texts[provision].append(Words(*words))
    return texts


def provisions_of(laws: Sequence[int]) -> dict[int, list[Place]]:
    """The provisions of several laws in their order, by edition: each with its parent, its kind and its path."""
    places: dict[int, list[Place]] = defaultdict(list)
    rows = Provision.objects.filter(edition__law__in=laws).order_by("edition", "position")
    columns = rows.values_list("edition_id", "pk", "parent_id", "kind", "path")
    for edition, pk, parent, kind, path in columns.iterator(chunk_size=5000):
        places[edition].append((pk, parent, kind, path))
    return places


def passages(
    read: Read, edition: Edition, places: Iterable[Place], texts: Mapping[int, list[Words]]
) -> Iterator[Document]:
    """The provisions of an edition that have words to be found."""
    titles, facets = read.titles(), read.facets()
    since, until = read.days(edition)
    chains: dict[int | None, dict[str, str]] = {None: titles}
    for pk, parent, kind, path in places:
        spoken = texts.get(pk, [])
        above = chains.get(parent, titles)
        if kind in HEADINGS:
            chains[pk] = longer(above, spoken)
        if kind in NEVER_FOUND or not any(words.body for words in spoken):
            continue
        yield Document(
            owner=read.law.pk,
            key=pk,
            texts={words.language: words.body for words in spoken},
            headings={words.language: strip_brackets(words.heading) for words in spoken if words.heading},
            chains=above,
            facets={
                **facets,
                "language": [words.language for words in spoken],
                "worth": sorted({words.status for words in spoken}),
            },
            weight=weight(read.law, read.cited, path),
            place=f"{read.law.pk}/{path}",
            wording=original(read.law.original_language, spoken),
            since=since,
            until=until,
            dated=edition.in_force is not None,
        )


def longer(above: Mapping[str, str], spoken: Sequence[Words]) -> dict[str, str]:
    """The headings above with one more, in each language that has it."""
    more = {
        words.language: f"{above.get(words.language, '')} {words.label} {words.heading}".strip() for words in spoken
    }
    return {**above, **more}


def original(language: str, spoken: Sequence[Words]) -> str:
    """The hash of the words that make two provisions the same: of the original where it is held."""
    by_language = {words.language: words.wording for words in spoken}
    return by_language.get(language) or next(iter(by_language.values()))
