"""How services are searched: beside laws and cases in one list of results, on shelves of their own."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import pgettext

from legal.services import found, indexing
from legal.services.sources import SERVICES
from portal.search import registry
from portal.search.documents import Document
from portal.search.registry import Hit, Reference, Suggestion


class Services:
    """The source of services: a service is one passage, and one work."""

    name = SERVICES
    undivided = True

    def documents(self, owners: Sequence[int] | None) -> Iterator[Document]:
        return indexing.documents(owners)

    def hits(self, keys: Sequence[int], language: str) -> Mapping[int, Hit]:
        return found.hits(keys, language)

    def works(self, keys: Sequence[int], language: str) -> Mapping[int, Hit]:
        return found.hits(keys, language)

    def references(self, query: str, language: str) -> Sequence[Reference]:
        # A service has no number by which it would be named outright.
        return []

    def suggestions(self, query: str, language: str, limit: int) -> Sequence[Suggestion]:
        return found.suggestions(query, language, limit)

    def choices(self) -> Mapping[str, Mapping[str, str]]:
        return {"kind": {indexing.APART: pgettext("kind of what is found", "Service")}}

    def places(self) -> Mapping[tuple[str, str], Sequence[str]]:
        return {}


registry.register(Services())
