"""Which provisions a case applies: those its record names, and those its words cite."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from legal.cases.papers import is_law, of_parties
from legal.cases.parsing.records import ParsedText, StatedProvision
from legal.laws.citing import Cited, find
from legal.laws.linking.context import Context, Meant
from legal.laws.linking.index import Held, NameIndex
from legal.laws.linking.linker import paths
from legal.laws.models import Law
from legal.laws.naming import LONGEST, cited_key
from legal.laws.numbering import typed

# A court is no law: what its words call «this law» is the law they named before.
NO_LAW: Final = 0


@dataclass(slots=True)
class Applied:
    """A provision that a case applies, not stored yet; `mentions` are spans of its texts, by language."""

    law: int | None
    path: str
    name: str
    key: str
    stated: bool
    mentions: list[tuple[str, int, int]] = field(default_factory=list)


class Folders:
    """Laws by the folders they are kept in; each asked for once."""

    def __init__(self) -> None:
        self._laws: dict[str, int | None] = {}

    def law(self, name: str) -> int | None:
        """The law kept in a folder of this name, `<jurisdiction>-<slug>`; None where it is not held."""
        if name not in self._laws:
            code, _, slug = name.partition("-")
            laws = Law.objects.filter(jurisdiction__code=code).order_by("pk")
            held = laws.filter(slug=slug).first() or laws.filter(folder=name).first()
            self._laws[name] = held.pk if held else None
        return self._laws[name]


class Applier:
    """Finds what cases apply among all laws held; made once for a run, since it reads every law's names."""

    def __init__(self) -> None:
        self.index = NameIndex()
        self.folders = Folders()

    def applied(
        self, jurisdiction: int, stated: Iterable[StatedProvision], texts: Sequence[ParsedText]
    ) -> list[Applied]:
        """Each provision once, those of the record first, then in the order of the texts."""
        found: dict[tuple[int | str, str], Applied] = {}
        for provision in stated:
            merge(found, self._stated(provision))
        for one in self._cited(jurisdiction, texts):
            merge(found, one)
        return list(found.values())

    def _stated(self, provision: StatedProvision) -> Applied:
        law = self.folders.law(provision.law)
        unit = self.index.laws[law].unit if law in self.index.laws else "article"
        number = typed(provision.article) if provision.article else None
        path = f"{unit}-{number}" if number else ""
        name = provision.law[:LONGEST]
        return Applied(law, path, name, name, stated=True)

    def _cited(self, jurisdiction: int, texts: Sequence[ParsedText]) -> Iterator[Applied]:
        context = Context(self.index, Held(NO_LAW, jurisdiction, "", "article"), frozenset())
        found = [(text, find(text.body, text.language)) for text in texts]
        for text, citations in found:
            context.note(text.language, citations)
        for text, citations in found:
            yield from self._in_text(context, text, citations)

    def _in_text(self, context: Context, text: ParsedText, citations: Sequence[Cited]) -> Iterator[Applied]:
        last: Meant | None = None
        since = 0
        for cited in citations:
            meant = self._meant(context, text, cited, last, since)
            # What follows a paper of the parties, or what is not known, is not of the law before it.
            last = meant
            if meant is None:
                continue
            since = cited.end
            # A further number of the same citation has no name before it that could be cut.
            cut = meant.cut if cited.law and text.body.startswith(cited.law, cited.start) else 0
            span = (text.language, cited.start + cut, cited.end)
            for path in paths(cited, meant.unit):
                name = meant.name[:LONGEST]
                yield Applied(meant.law, path, name, cited_key(name), stated=False, mentions=[span])

    def _meant(self, context: Context, text: ParsedText, cited: Cited, last: Meant | None, since: int) -> Meant | None:
        if cited.own:
            return last if cited.articles and not of_parties(cited, text.body, since) else None
        meant = context.resolve(cited, text.language)
        return meant if meant and is_law(meant) else None


def merge(found: dict[tuple[int | str, str], Applied], one: Applied) -> None:
    """Count a provision once, with all that is known of it."""
    first = found.setdefault((one.law or one.name, one.path), one)
    if first is not one:
        first.mentions += one.mentions
        first.stated = first.stated or one.stated
