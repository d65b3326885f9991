"""The termbase handed to search: concepts across languages, and everyday words for legal ones."""

from collections.abc import Iterator

from portal.languages import TEXTS
from portal.reference.models import Term
from portal.search import registry
from portal.search.registry import Concept, Everyday


def terms() -> Iterator[Concept | Everyday]:
    """All terms, the glossary first: its words come before the vocabulary's among the alternatives of a term."""
    columns = ("kind", "language", "everyday", *TEXTS)
    for kind, language, everyday, *words in Term.objects.order_by("kind", "pk").values_list(*columns):
        by_language = {text: tuple(said) for text, said in zip(TEXTS, words, strict=True) if said}
        if kind == Term.Kind.EVERYDAY:
            yield Everyday(language, everyday, by_language.get(language, ()))
        else:
            yield Concept(by_language, shown=kind == Term.Kind.GLOSSARY)


registry.register_termbase(terms)
