"""A case as its page shows it: what is told, its texts, and what it applies."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

from legal.cases.groups import Group, address, groups, places_of
from legal.cases.models import Case, CaseMention, CaseProvision, CaseText
from legal.cases.models.case import PARTS
from legal.laws.reading.columns import MOST_BESIDE, order
from legal.laws.reading.links import linked
from legal.laws.spoken import reader
from portal.languages import BY_TEXT, LANGUAGES, TEXTS

HEADING: Final = "<p>## "


@dataclass(frozen=True, slots=True)
class Told:
    """One part of what an editor tells, in each language shown; `words` may be "" in some."""

    name: str
    label: str
    words: list[tuple[str, str]]


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
