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
PARTS: Final = (("", 1.0), ("_heading", 0.5), ("_chain", 0.35))
LETTER: Final = 0.4
EVERYDAY: Final = 0.5
MOST_TOKENS: Final = 48
# A character in more of the documents than this tells nothing, and costs most of the time.
COMMON_LETTER: Final = 0.1


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
        stop = stop_stems(language)
        found[language] = [match for match in matches.values() if not stop.issuperset(match.tokens)][:MOST_TOKENS]
    legal = {language: [word for match in matches for word in match.entry.legal] for language, matches in found.items()}
    return Expansion(found, {language: words[:MOST_TOKENS] for language, words in legal.items()})


def scoring(asked: Asked, expansion: Expansion, terms: Termbase, searcher: Searcher, era: str) -> dict[str, Query]:
    """For each field of a language, the query that scores its texts; an edition's era chooses among the fields."""
    clauses: dict[str, list[Query]] = {}
    for field, words in asked.words.items():
        bag = own(field, rarest(words, era + field, searcher), expansion.legal.get(field, ()))
        clauses[field] = weighed(bag, era, field)
        if field == "zh":
            clauses[field] += letters(words, era, searcher)
    for source in expansion.terms:
        for target, queries in across(source, expansion, terms, era).items():
            clauses.setdefault(target, []).extend(queries)
    return {field: either(queries) for field, queries in clauses.items() if queries}


def own(field: str, words: Sequence[str], legal: Iterable[str]) -> Mapping[str, float]:
    """The weight of each word of the query in its own language, and of the legal words for its everyday ones.

    One flat bag: nested groups take Tantivy several times as long.
    """
    bag = dict.fromkeys(words, 1.0)
    for text in legal:
        tokens = stems(normalise(text), field)
        for token in tokens:
            bag[token] = bag.get(token, 0.0) + EVERYDAY / math.sqrt(len(tokens))
    return bag


def rarest(words: Sequence[str], field: str, searcher: Searcher) -> Sequence[str]:
    """The words that tell most, where there are more than a search bears."""
    if len(words) <= MOST_TOKENS:
        return words
    return sorted(words, key=lambda word: (searcher.doc_freq(field, word) or math.inf, word))[:MOST_TOKENS]


def letters(words: Iterable[str], era: str, searcher: Searcher) -> list[Query]:
    """Single characters, which still meet where bigrams part; not the commonest, unless there are no others."""
    characters = dict.fromkeys(character for word in words if HAN_RUN.match(word) for character in word)
    limit = searcher.num_docs * COMMON_LETTER
    name = f"{era}zh_letter"
    telling = [character for character in characters if searcher.doc_freq(name, character) <= limit]
    return [term(name, character, LETTER) for character in (telling or characters)][:MOST_TOKENS]


def across(source: str, expansion: Expansion, terms: Termbase, era: str) -> dict[str, list[Query]]:
    """For each other language, one group a source term: the best of its alternatives counts."""
    groups: dict[str, list[Query]] = {}
    for match in expansion.terms[source]:
        for target, alternatives in match.entry.alternatives.items():
            groups.setdefault(target, []).append(group(alternatives, era, target, 1.0))
    for word in expansion.legal[source]:
        matches = list(terms.matches(normalise(word), source))
        for match in matches:
            for target, alternatives in match.entry.alternatives.items():
                weight = EVERYDAY / math.sqrt(len(matches))
                groups.setdefault(target, []).append(group(alternatives, era, target, weight))
    return groups


def group(alternatives: Iterable[Word], era: str, field: str, weight: float) -> Query:
    """One source term in another language: any alternative, a long one weighing no more than a short one."""
    return Query.disjunction_max_query(
        [
            either(weighed(dict.fromkeys(word.tokens, weight / math.sqrt(len(word.tokens) or 1)), era, field))
            for word in alternatives
        ]
    )


def weighed(bag: Mapping[str, float], era: str, field: str) -> list[Query]:
    """Each token in the text, in the heading and in the headings above."""
    return [
        term(f"{era}{field}{part}", token, weight * share) for token, weight in bag.items() for part, share in PARTS
    ]


def term(field: str, token: str, weight: float) -> Query:
    return Query.boost_query(Query.term_query(schema(), field, token, "freq"), weight)


def either(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def phrase(text: str, era: str) -> Query:
    """A passage that holds the words of a quotation in this order, in any of the languages they may be in."""
    choices = []
    for language in TEXTS:
        tokens = stems(text, language)
        if language == "zh" and len(text) == 1:
            choices.append(Query.term_query(schema(), f"{era}zh_letter", text, "basic"))
        elif len(tokens) == 1:
            choices.append(Query.term_query(schema(), f"{era}{language}", tokens[0], "basic"))
        elif tokens:
            choices.append(Query.phrase_query(schema(), f"{era}{language}", list(tokens)))
    return Query.const_score_query(either(choices), 0.0)
