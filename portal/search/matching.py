"""From a query to Tantivy's: one flat bag of words a language, in which each word has its weight.

In a flat bag Tantivy passes over what cannot reach the top; of nested ones it scores every document (docs/search.md).
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tantivy import Occur, Query, Searcher

from portal.search.analysis import HAN_RUN, normalise, stems
from portal.search.asking import Asked
from portal.search.expanding import EVERYDAY, Expansion, Group, term_tokens
from portal.search.schema import schema
from portal.search.segmenting import pairs_in_words
from portal.search.termbase import Word

# Weights and limits, measured on held-back questions: docs/search.md.
FIELDS: Final = (("text", 1.0), ("heading", 0.5), ("chain", 0.35))
LETTER: Final = 0.4
# Two characters that belong to two words meet by chance.
ACROSS_WORDS: Final = 0.2
# A term with many words for it is no more telling than one with a single word: by this power of their number.
ALTERNATIVES: Final = 0.3
MOST_TOKENS: Final = 48
# A character in more of the documents than this tells nothing, and costs most of the time.
COMMON_LETTER: Final = 0.1


@dataclass(frozen=True, slots=True)
class Scoring:
    """What scores the texts of a shelf, and about how much a text would score that held all that is looked for."""

    query: Query
    most: float


def scoring(asked: Asked, expansion: Expansion, language: str, searcher: Searcher) -> Scoring | None:
    """The query that scores the texts on a shelf of a language; None where nothing can be looked for there."""
    words = asked.words.get(language, ())
    own = with_legal(own_words(asked, words, language, searcher), language, expansion.legal.get(language, ()))
    groups = expansion.groups.get(language, ())
    queries = weighed(own) + weighed(standing_for(groups))
    if language == "zh":
        queries += letters(words, searcher)
    if expansion.certain:
        queries += together(expansion, language)
    return Scoring(either(queries), most(own, groups, searcher)) if queries else None


def own_words(asked: Asked, words: Sequence[str], language: str, searcher: Searcher) -> dict[str, float]:
    """The words of the query that a shelf may hold; halves of two Chinese words tell little."""
    bag = dict.fromkeys(rarest(words, searcher), 1.0)
    if language == "zh" and (whole := pairs_in_words(asked.text).intersection(bag)):
        return {token: weight if token in whole else weight * ACROSS_WORDS for token, weight in bag.items()}
    return bag


def standing_for(groups: Iterable[Group]) -> dict[str, float]:
    """What stands for the terms of the query: each token once, with the most that it weighs for any of them."""
    weights: dict[str, float] = {}
    for weight, alternatives in groups:
        for word in alternatives:
            each = share(weight, word) / len(alternatives) ** ALTERNATIVES
            for token in word.tokens:
                weights[token] = max(weights.get(token, 0.0), each)
    return weights


def together(expansion: Expansion, language: str) -> list[Query]:
    """The terms of the query as they are said: not every passage with a word of a term speaks of it."""
    said = (term_tokens(match, language) for match in expansion.terms.get(language, ()))
    return [Query.phrase_query(schema(), "text", list(tokens)) for tokens in said if len(tokens) > 1]


def share(weight: float, word: Word) -> float:
    """What each token of a word weighs: a long one counts no more than a short one."""
    return weight / math.sqrt(len(word.tokens) or 1)


def most(own: Mapping[str, float], groups: Iterable[Group], searcher: Searcher) -> float:
    """The words of the query by their rarity, and the rarest alternative of each group: BM25 for one of each."""
    best = (
        max((share(weight, word) * sum(rarity(token, searcher) for token in word.tokens) for word in words), default=0)
        for weight, words in groups
    )
    return sum(weight * rarity(token, searcher) for token, weight in own.items()) + sum(best)


def rarity(token: str, searcher: Searcher) -> float:
    """How much BM25 makes of a token for being rare; nothing of one that stands nowhere, as a slip of the pen does."""
    # Passages that were taken off are still counted for a token, though no longer among all there are: without a
    # bound, a word of every passage would be worth less than nothing once law has changed.
    held = min(searcher.doc_freq("text", token), searcher.num_docs)
    return math.log(1 + (searcher.num_docs - held + 0.5) / (held + 0.5)) if held else 0.0


def with_legal(bag: Mapping[str, float], language: str, legal: Iterable[str]) -> Mapping[str, float]:
    """The words of the query in its own language with their weights, and the legal words for its everyday ones."""
    weights = dict(bag)
    for text in legal:
        tokens = stems(normalise(text), language)
        for token in tokens:
            weights[token] = weights.get(token, 0.0) + EVERYDAY / math.sqrt(len(tokens))
    return weights


def rarest(words: Sequence[str], searcher: Searcher) -> Sequence[str]:
    """The words that tell most, where there are more than a search bears."""
    if len(words) <= MOST_TOKENS:
        return words
    return sorted(words, key=lambda word: searcher.doc_freq("text", word) or math.inf)[:MOST_TOKENS]


def letters(words: Iterable[str], searcher: Searcher) -> list[Query]:
    """Single characters, which still meet where bigrams part; not the commonest, unless there are no others."""
    characters = list(dict.fromkeys(one for word in words if HAN_RUN.match(word) for one in word))
    limit = searcher.num_docs * COMMON_LETTER
    telling = [one for one in characters if searcher.doc_freq("letter", one) <= limit]
    return [term("letter", one, LETTER) for one in (telling or characters)[:MOST_TOKENS]]


def weighed(bag: Mapping[str, float]) -> list[Query]:
    """Each token in the text, in the heading and in the headings above."""
    return [term(field, token, weight * share) for token, weight in bag.items() for field, share in FIELDS]


def term(field: str, token: str, weight: float) -> Query:
    return Query.boost_query(Query.term_query(schema(), field, token, "freq"), weight)


def either(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def phrase(text: str, language: str) -> Query | None:
    """Passages that hold the words of a quotation in this order; None where the shelf cannot hold any of them."""
    tokens = stems(text, language)
    if not tokens:
        return None
    if language == "zh" and len(text) == 1:
        query = Query.term_query(schema(), "letter", text, "basic")
    elif len(tokens) == 1:
        query = Query.term_query(schema(), "text", tokens[0], "basic")
    else:
        query = Query.phrase_query(schema(), "text", list(tokens))
    return Query.const_score_query(query, 0.0)


def in_title(text: str, language: str, *, least: float) -> Query | None:
    """Works whose title holds so great a share of the words of a text."""
    words = list(dict.fromkeys(stems(text, language)))[:MOST_TOKENS]
    clauses = [(Occur.Should, Query.term_query(schema(), "text", word, "freq")) for word in words]
    return Query.boolean_query(clauses, minimum_number_should_match=math.ceil(len(words) * least)) if words else None
