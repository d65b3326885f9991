"""A case as its page shows it: what is told, its texts, what it applies, and the cases it stands to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, pgettext

from legal.cases.force import Force, force
from legal.cases.kinds import RelationKind
from legal.cases.models import Case, CaseMention, CaseProvision, CaseRelation, CaseText
from legal.cases.models.case import PARTS
from legal.cases.places import place_name
from legal.laws.models import Edition, Law, Provision
from legal.laws.reading.columns import MOST_BESIDE, order
from legal.laws.reading.links import linked
from legal.laws.spoken import reader
from portal.languages import BY_TEXT, LANGUAGES, TEXTS
from portal.reference.models import Jurisdiction

HEADING: Final = "<p>## "


@dataclass(frozen=True, slots=True)
class Place:
    """A provision that is applied: what it is called, where it is read, and in which edition."""

    name: str
    address: str
    edition: Edition | None


@dataclass(slots=True)
class Group:
    """What a case applies of one law; `law` is None for one that is not held, which is called by its `name`."""

    law: Law | None
    name: str
    places: list[Place] = field(default_factory=list)
    edition: Edition | None = None
    force: Force = Force.UNKNOWN


@dataclass(frozen=True, slots=True)
class Told:
    """One part of what an editor tells, in each language shown; `words` may be "" in some."""

    name: str
    label: str
    words: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Related:
    """Cases that stand to this one in one way; a case that is not held is called by its name."""

    label: str
    cases: list[CaseRelation]


@dataclass
class Read:
    """A case, the languages its parts are told in side by side, and the rows that belong to it."""

    case: Case
    reader: str
    held: list[str]
    columns: list[str]
    texts: list[CaseText]
    groups: list[Group]
    mentions: dict[int, list[tuple[int, int, str]]]

    @property
    def lacks_own(self) -> bool:
        """Whether it is told in another language than the reader's."""
        return bool(self.columns) and self.columns[0] != self.reader

    @property
    def others(self) -> list[str]:
        """The languages that could stand beside the first."""
        return self.held[1:] if not self.columns else [one for one in self.held if one != self.columns[0]]

    @property
    def parts(self) -> list[Told]:
        """What is told, part by part; parts that no language shown has are left out."""
        labels = {
            "facts": pgettext("part of a case", "Facts"),
            "issue": pgettext("part of a case", "Issue"),
            "holding": pgettext("part of a case", "Holding"),
            "significance": pgettext("part of a case", "Significance"),
        }
        told = [Told(part, labels[part], [(one, self.words(part, one)) for one in self.columns]) for part in PARTS]
        return [part for part in told if any(words for _, words in part.words)]

    def words(self, part: str, language: str) -> str:
        """One part in one language; "" where it is not told in it."""
        return str(getattr(self.case, f"{part}_{BY_TEXT[language].column}") or "")

    @property
    def stale(self) -> list[CaseText]:
        """The translations of other words than the original has."""
        original = next((text for text in self.texts if text.language == self.case.original_language), None)
        return [text for text in self.texts if text.is_stale_beside(original)]

    @property
    def written(self) -> list[tuple[CaseText, SafeString]]:
        """Each text with its body as HTML."""
        return [(text, body_of(text, self.mentions.get(text.pk, ()))) for text in self.texts]


def read(case: Case, beside: Iterable[str]) -> Read:
    """Read a case for its page, in a number of queries that hangs on no number of rows."""
    mine = reader().text
    told = [one.text for one in LANGUAGES if case.told_in(one.column)]
    held = sorted(told, key=lambda one: (one != mine, one != case.original_language, TEXTS.index(one)))
    asked = [one for one in dict.fromkeys(beside) if one in held[1:]]
    texts = sorted(case.texts.all(), key=lambda text: (text.language != mine, order(text.language)))
    applied = list(case.applied.select_related("law__jurisdiction", "edition"))
    standing = places_of(applied)
    return Read(
        case=case,
        reader=mine,
        held=held,
        columns=[*held[:1], *asked[:MOST_BESIDE]],
        texts=texts,
        groups=groups(applied, standing, mine),
        mentions=mentions(texts, applied, standing),
    )


def places_of(applied: Sequence[CaseProvision]) -> set[tuple[int, str]]:
    """Which of these places stand in the edition of their day, as (edition, path); one query."""
    editions = {one.edition_id for one in applied if one.edition_id}
    paths = {one.path for one in applied if one.path}
    found = Provision.objects.filter(edition__in=editions, path__in=paths).order_by() if editions and paths else ()
    return {(place.edition_id, place.path) for place in found}


def address(one: CaseProvision, standing: set[tuple[int, str]]) -> str:
    """Where an applied provision is read: in the edition of the day of decision, else in the law."""
    law, edition = one.law, one.edition
    if law is None:
        return ""
    if edition is None:
        return law.get_absolute_url()
    code = law.jurisdiction.code
    if (edition.pk, one.path) in standing:
        return reverse("laws:provision", args=[code, law.slug, edition.slug, one.path])
    return reverse("laws:edition", args=[code, law.slug, edition.slug])


def groups(applied: Sequence[CaseProvision], standing: set[tuple[int, str]], language: str) -> list[Group]:
    """What is applied, law by law: those that are held first, each in the order of the case."""
    places = jurisdictions(applied)
    found: dict[object, Group] = {}
    for one in applied:
        name = "" if one.law else printed(one, places)
        group = found.setdefault(one.law_id or name, Group(one.law, name, edition=one.edition, force=force(one)))
        unit = one.law.unit if one.law else one.path.split("-")[0]
        place = place_name(one.path, unit, language)
        if place:
            group.places.append(Place(place, address(one, standing), one.edition))
    return sorted(found.values(), key=lambda group: group.law is None)


def jurisdictions(applied: Sequence[CaseProvision]) -> dict[str, str]:
    """The names of the jurisdictions that laws not held are of, by code; no query where all are held."""
    codes = {one.name.partition("-")[0] for one in applied if one.law_id is None and one.stated}
    return {one.code: one.name for one in Jurisdiction.objects.filter(code__in=codes)} if codes else {}


def printed(one: CaseProvision, places: dict[str, str]) -> str:
    """What a law that is not held is called: as printed, or by whose it is and the words of its folder."""
    code, _dash, slug = one.name.partition("-")
    if not one.stated or code not in places:
        return one.name
    told = {"jurisdiction": places[code], "name": slug.replace("-", " ")}
    # Translators: a law that is not held, known by the English name of its folder only: “China: insurance law”.
    return gettext("%(jurisdiction)s: %(name)s") % told


def mentions(
    texts: Sequence[CaseText], applied: Sequence[CaseProvision], standing: set[tuple[int, str]]
) -> dict[int, list[tuple[int, int, str]]]:
    """The links of each text, in its order; one query where there is a text."""
    addresses = {one.pk: address(one, standing) for one in applied if one.law_id}
    found: dict[int, list[tuple[int, int, str]]] = {}
    rows = CaseMention.objects.filter(text__in=texts, applied__in=addresses).order_by("start", "pk") if texts else ()
    for row in rows:
        found.setdefault(row.text_id, []).append((row.start, row.end, addresses[row.applied_id]))
    return found


def body_of(text: CaseText, links: Sequence[tuple[int, int, str]]) -> SafeString:
    """The words as HTML: paragraphs with their links, and headings."""
    paragraphs = linked(text.body, links).split("</p>")
    lines = [
        f"<h3>{one.removeprefix(HEADING)}</h3>" if one.startswith(HEADING) else f"{one}</p>"
        for one in paragraphs
        if one
    ]
    return mark_safe("".join(lines))  # noqa: S308  # `linked` escapes


def relations(case: Case) -> list[Related]:
    """What the case does with others, and what others do with it; two queries."""
    ours = case.relations.select_related("other__jurisdiction")
    theirs = case.related_by.select_related("case__jurisdiction")
    passive = {
        RelationKind.FOLLOWS: pgettext("what other cases do", "Followed by"),
        RelationKind.DISTINGUISHES: pgettext("what other cases do", "Distinguished by"),
        RelationKind.DEPARTS: pgettext("what other cases do", "Departed from by"),
        RelationKind.OVERRULES: pgettext("what other cases do", "Overruled by"),
        RelationKind.AFFIRMS: pgettext("what other cases do", "Affirmed by"),
        RelationKind.REVERSES: pgettext("what other cases do", "Reversed by"),
    }
    found: dict[str, list[CaseRelation]] = {}
    for one in ours:
        found.setdefault(str(one.get_kind_display()), []).append(one)
    for one in theirs:
        # Seen from here, the other case is the one that does it.
        one.other = one.case
        found.setdefault(passive[RelationKind(one.kind)], []).append(one)
    return [Related(label, rows) for label, rows in found.items()]
