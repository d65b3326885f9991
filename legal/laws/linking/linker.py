"""Turning the citations of an edition's texts into rows, and linking those that waited for a law."""

from collections.abc import Collection, Iterable, Iterator

from legal.laws import beside
from legal.laws.citing import Cited, find
from legal.laws.linking.context import Context
from legal.laws.linking.counting import recount
from legal.laws.linking.index import Held, NameIndex
from legal.laws.linking.waiting import correct, link_waiting
from legal.laws.models import Citation, Law, Provision
from legal.laws.naming import LONGEST, cited_key, key

Texts = Iterable[tuple[Provision | int, str, str]]


class Linker:
    """Links citations against all laws held; made once for a run, since it reads every law's names."""

    def __init__(self) -> None:
        self.index = NameIndex()
        self._learned: list[tuple[int, str]] = []

    def learn(self, law: Law, names: Iterable[str]) -> None:
        """Make a law known that was just saved, or got further names; no query."""
        names = list(names)
        self.index.add(_held(law), names)
        self._learned += [(law.pk, key(name)) for name in names]

    def citations(self, law: Law, places: Collection[str], texts: Texts) -> Iterator[Citation]:
        """Unsaved rows for all that an edition's texts cite; no query.

        `texts` are (provision or its key, language, body) of the whole edition, since an abbreviation is explained
        once and used everywhere; give no title and no table of dates. `places` are the paths of the edition: an
        article of its own that it does not have is no citation.
        """
        held = self.index.laws.get(law.pk) or _held(law)
        found = [(provision, language, body, find(body, language)) for provision, language, body in texts]
        context = Context(self.index, held, frozenset(places))
        for _, language, _, citations in found:
            context.note(language, citations)
        for provision, language, body, citations in found:
            for cited in citations:
                # A further number of the same citation has no name before it that could be cut.
                leads = body.startswith(cited.law, cited.start)
                for row in self._rows(context, language, cited):
                    row.provision_id = provision if isinstance(provision, int) else provision.pk
                    row.start = row.start if leads else cited.start
                    yield row

    def _rows(self, context: Context, language: str, cited: Cited) -> Iterator[Citation]:
        meant = context.resolve(cited, language)
        if meant is None:
            return
        for path in paths(cited, meant.unit):
            told = context.placed(meant, path)
            if told is not None:
                yield Citation(
                    language=language,
                    start=cited.start + told.cut,
                    end=cited.end,
                    law_id=told.law,
                    name=told.name[:LONGEST],
                    key=cited_key(told.name),
                    path=path,
                )

    def settle(self) -> int:
        """Link every waiting citation whose law is held by now, and count again what cites what; the number linked.

        To be called at the end of a run, or when a law was added or got another name.
        """
        linked = link_waiting(self.index)
        correct(self.index, self._learned)
        recount()
        beside.settle(self.index, self._learned)
        self._learned = []
        return linked


def paths(cited: Cited, unit: str) -> Iterator[str]:
    """The places that a citation names, by the unit of the law it means, "" for its own word; "" for the law alone."""
    unit = unit or cited.unit
    prefix = f"{cited.container}/{unit}" if cited.container else unit
    for number in cited.articles or ("",):
        yield f"{prefix}-{number}" if number else ""


def _held(law: Law) -> Held:
    return Held(law.pk, law.jurisdiction_id, law.kind, law.unit)
