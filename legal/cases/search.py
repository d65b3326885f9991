"""How cases are searched: beside laws in one list of results, on shelves of their own."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import pgettext

from legal.cases import found, indexing
from portal.search import registry
from portal.search.documents import Document
from portal.search.registry import Hit, Reference, Suggestion


class Cases:
    """The source of cases: a case is one passage, and one work."""

    name = "cases"
    undivided = True

    def documents(self, owners: Sequence[int] | None) -> Iterator[Document]:
        return indexing.documents(owners)

    def hits(self, keys: Sequence[int], language: str) -> Mapping[int, Hit]:
        return found.hits(keys, language)

    def works(self, keys: Sequence[int], language: str) -> Mapping[int, Hit]:
        return found.hits(keys, language)

    def references(self, query: str, language: str) -> Sequence[Reference]:
        return found.references(query, language)

    def suggestions(self, query: str, language: str, limit: int) -> Sequence[Suggestion]:
        return found.suggestions(query, language, limit)

    def choices(self) -> Mapping[str, Mapping[str, str]]:
        return {"kind": {indexing.APART: pgettext("kind of what is found", "Case")}}

    def places(self) -> Mapping[tuple[str, str], Sequence[str]]:
        # Those of law are those of cases.
        return {}


registry.register(Cases())
