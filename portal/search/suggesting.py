"""What may be meant by a query that is still being typed, or that found nothing."""

from collections.abc import Iterator

from django.utils.translation import pgettext

from portal.search.analysis import normalise
from portal.search.asking import clean
from portal.search.reading import reader
from portal.search.registry import Suggestion, sources
from portal.search.searching import Results
from portal.search.termbase import termbase


def suggestions(typed: str, language: str, limit: int) -> list[Suggestion]:
    """What the sources suggest, articles and titles first, then terms of the glossary that go on so."""
    query = clean(typed)
    if not query:
        return []
    lines = [line for source in sources.values() for line in source.suggestions(query, language, limit)]
    terms = [Suggestion(term, "term") for term in terms_beginning(query)]
    kept = max(limit - len(terms), limit // 2)
    return [*lines[:kept], *terms][:limit]


def terms_beginning(typed: str) -> Iterator[str]:
    """Words of the glossary that begin with what has been typed, or hold it in Chinese; shorter ones first."""
    view = reader()
    if view is None:
        return
    start = normalise(typed).lower()
    terms = termbase(view.version)
    yield from list(dict.fromkeys(text for plain, text in terms.names if plain.startswith(start)))[:4]


def alternatives(results: Results) -> list[str]:
    """Other words to try where nothing was found: legal words for everyday ones, and the glossary's."""
    words = [
        word.text
        for matches in results.expansion.terms.values()
        for match in matches
        for target, alternatives in match.entry.alternatives.items()
        for word in alternatives
        if (target, word.text) in match.entry.shown
    ]
    legal = [word for words in results.expansion.legal.values() for word in words]
    return list(dict.fromkeys([*legal, *words]))[:6]


def kind_name(kind: str) -> str:
    """What a suggestion is, in a word beside it."""
    names = {
        "article": pgettext("what is suggested", "Article"),
        "law": pgettext("what is suggested", "Law or treaty"),
        "case": pgettext("what is suggested", "Case"),
        "service": pgettext("what is suggested", "Service"),
        "term": pgettext("what is suggested", "Term"),
    }
    return names.get(kind, kind)
