"""From a query to Tantivy's: a bag of words in its own language, and groups of alternatives in the others."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tantivy import Occur, Query, Searcher

from portal.languages import TEXTS
from portal.search.analysis import HAN_RUN, normalise, stems
from portal.search.asking import Asked, stop_stems
from portal.search.schema import schema
from portal.search.termbase import Match, Termbase, Word

# Weights and limits, measured on held-back questions: docs/search.md.
HEADING: Final = 0.5
CHAIN: Final = 0.35
LETTER: Final = 0.4
EVERYDAY: Final = 0.5
ACROSS: Final = 1.0
SECOND_LANGUAGE: Final = 0.1
MOST_TOKENS: Final = 48


@dataclass(frozen=True, slots=True)
class Expansion:
    """What the termbase adds: the terms found by source language, and everyday words' legal ones."""

    terms: Mapping[str, Sequence[Match]]
    legal: Mapping[str, Sequence[str]]


def expand(asked: Asked, terms: Termbase) -> Expansion:
    """The terms in a query, longest first; those made of question words alone say nothing and are left out."""
    found: dict[str, list[Match]] = {}
    for language in asked.languages:
        matches = {match.tokens: match for match in terms.matches(asked.text, language)}
        found[language] = [
            match for match in matches.values() if not stop_stems(language).issuperset(match.tokens)
        ][:MOST_TOKENS]
    legal = {language: [word for match in matches for word in match.entry.legal] for language, matches in found.items()}
    return Expansion(found, {language: words[:MOST_TOKENS] for language, words in legal.items()})


def relevance(asked: Asked, expansion: Expansion, terms: Termbase, searcher: Searcher) -> Query | None:
    """The scoring query: a passage counts by the language that fits it best; None where nothing can be looked for."""
    clauses: dict[str, list[Query]] = {}
    for field, words in asked.words.items():
        clauses.setdefault(field, []).extend(own(field, rarest(words, field, searcher)))
    for language, words in expansion.legal.items():
        for word in words:
            clauses.setdefault(language, []).append(weighed(word_tokens(word, language), language, EVERYDAY))
    for source in asked.languages:
        for target, queries in across(source, expansion, terms).items():
            clauses.setdefault(target, []).extend(queries)
    parts = [either(queries) for queries in clauses.values() if queries]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else Query.disjunction_max_query(parts, SECOND_LANGUAGE)


def own(field: str, words: Sequence[str]) -> list[Query]:
    """Each word of the query in the fields of its language."""
    queries = [query for word in words for query in everywhere(word, field, 1.0)]
    if field == "zh":
        characters = dict.fromkeys(character for word in words if HAN_RUN.match(word) for character in word)
        queries += [term("zh_letter", character, LETTER) for character in characters]
    return queries


def rarest(words: Sequence[str], field: str, searcher: Searcher) -> Sequence[str]:
    """The words that tell most, where there are more than a search bears."""
    if len(words) <= MOST_TOKENS:
        return words
    return sorted(words, key=lambda word: (searcher.doc_freq(field, word) or math.inf, word))[:MOST_TOKENS]


def across(source: str, expansion: Expansion, terms: Termbase) -> dict[str, list[Query]]:
    """For each other language, one group a source term: the best of its alternatives counts."""
    groups: dict[str, list[Query]] = {}
    for match in expansion.terms[source]:
        for target, alternatives in match.entry.alternatives.items():
            groups.setdefault(target, []).append(group(alternatives, target, ACROSS))
    for word in expansion.legal[source]:
        matches = list(terms.matches(normalise(word), source))
        for match in matches:
            for target, alternatives in match.entry.alternatives.items():
                weight = ACROSS * EVERYDAY / math.sqrt(len(matches))
                groups.setdefault(target, []).append(group(alternatives, target, weight))
    return groups


def group(alternatives: Iterable[Word], language: str, weight: float) -> Query:
    return Query.disjunction_max_query([weighed(word.tokens, language, weight) for word in alternatives])


def weighed(tokens: Sequence[str], language: str, weight: float) -> Query:
    """Any of the words of one alternative, so that a long one does not outweigh a short one."""
    share = weight / math.sqrt(len(tokens) or 1)
    return either([query for token in tokens for query in everywhere(token, language, share)])


def word_tokens(text: str, language: str) -> list[str]:
    return stems(normalise(text), language)


def everywhere(token: str, field: str, weight: float) -> list[Query]:
    """A token in the text, in the heading and in the headings above."""
    return [
        term(field, token, weight),
        term(f"{field}_heading", token, weight * HEADING),
        term(f"{field}_chain", token, weight * CHAIN),
    ]


def term(field: str, token: str, weight: float) -> Query:
    return Query.boost_query(Query.term_query(schema(), field, token, "freq"), weight)


def either(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def phrase(text: str) -> Query:
    """A passage that holds the words of a quotation in this order, in any of the languages they may be in."""
    choices = []
    for language in TEXTS:
        tokens = stems(text, language)
        if language == "zh" and len(tokens) == 1 and len(text) == 1:
            choices.append(Query.term_query(schema(), "zh_letter", text, "basic"))
        elif len(tokens) == 1:
            choices.append(Query.term_query(schema(), language, tokens[0], "basic"))
        elif tokens:
            choices.append(Query.phrase_query(schema(), language, list(tokens)))
    return Query.const_score_query(either(choices), 0.0)
