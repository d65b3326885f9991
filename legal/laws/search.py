"""How laws are searched: their provisions and titles as documents, their hits as shown, the places a query names."""

from collections.abc import Iterator, Mapping, Sequence

from legal.laws import facets, found, indexing, referring
from legal.laws.kinds import TextStatus
from legal.laws.spoken import language_name
from portal.languages import LANGUAGES, NAMES
from portal.reference.models import Jurisdiction, Region
from portal.search import registry
from portal.search.documents import Document
from portal.search.registry import Hit, Reference, Suggestion


class Laws:
    """The source of laws: change rows and works are keyed by law, passages by provision."""

    name = "laws"
    undivided = False

    def documents(self, owners: Sequence[int] | None) -> Iterator[Document]:
        return indexing.documents(owners)

    def hits(self, keys: Sequence[int], language: str) -> Mapping[int, Hit]:
        return found.provisions(keys, language)

    def works(self, keys: Sequence[int], language: str) -> Mapping[int, Hit]:
        return found.laws(keys, language)

    def references(self, query: str, language: str) -> Sequence[Reference]:
        return referring.references(query, language)

    def suggestions(self, query: str, language: str, limit: int) -> Sequence[Suggestion]:
        return referring.suggestions(query, language, limit)

    def choices(self) -> Mapping[str, Mapping[str, str]]:
        return {
            **facets.named(),
            "language": {text: language_name(text) for text in NAMES},
            "worth": {status.value: str(status.label) for status in TextStatus},
        }

    def places(self) -> Mapping[tuple[str, str], Sequence[str]]:
        columns = [f"name_{language.column}" for language in LANGUAGES]
        jurisdictions = Jurisdiction.objects.values_list("code", *columns)
        regions = Region.objects.values_list("code", *columns)
        return {
            **{("jurisdiction", code): [*map(str, filter(None, names))] for code, *names in jurisdictions},
            **{("region", code): [*map(str, filter(None, names))] for code, *names in regions},
        }


registry.register(Laws())
