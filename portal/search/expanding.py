"""What the termbase adds to a query: its terms, legal words for everyday ones, and what stands for them elsewhere."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from portal.search.analysis import normalise, stems
from portal.search.asking import Asked, stop_stems
from portal.search.stopwords import without_question
from portal.search.termbase import Match, Termbase, Word

# Measured on held-back questions: docs/search.md.
EVERYDAY: Final = 0.75
# A question of more terms than these is a text that somebody pasted.
MOST_TERMS: Final = 48

# One source term in another language: what it weighs, and its alternatives there.
Group = tuple[float, Sequence[Word]]


@dataclass(frozen=True, slots=True)
class Expansion:
    """What the termbase adds: the terms found, everyday words' legal ones, and groups of alternatives by language.

    `certain` where terms of the glossary are all there is in the question.
    """

    terms: Mapping[str, Sequence[Match]]
    legal: Mapping[str, Sequence[str]]
    groups: Mapping[str, Sequence[Group]]
    certain: bool = False


def expand(asked: Asked, terms: Termbase) -> Expansion:
    """The terms in a query, longest first; those made of question words alone say nothing and are left out."""
    found: dict[str, list[Match]] = {}
    text = without_question(asked.text)
    for language in asked.languages:
        matches = {match.tokens: match for match in terms.matches(text, language)}
        stop = stop_stems(language)
        found[language] = [match for match in matches.values() if not stop.issuperset(match.tokens)][:MOST_TERMS]
    legal = {
        language: [word for match in matches for word in match.entry.legal][:MOST_TERMS]
        for language, matches in found.items()
    }
    return Expansion(found, legal, across(found, legal, terms), certain(asked, found))


def certain(asked: Asked, found: Mapping[str, Sequence[Match]]) -> bool:
    """Whether terms of the glossary are all there is in the query."""
    for language, matches in found.items():
        within = {token for match in matches for token in term_tokens(match, language)}
        if not within.issuperset(asked.words.get(language, ())):
            return False
    return bool(found) and all(match.entry.shown for matches in found.values() for match in matches)


def term_tokens(match: Match, language: str) -> Sequence[str]:
    """The tokens a matched term has in the query."""
    return stems("".join(match.tokens), "zh") if language == "zh" else match.tokens


def across(
    found: Mapping[str, Sequence[Match]], legal: Mapping[str, Sequence[str]], terms: Termbase
) -> dict[str, list[Group]]:
    """For each other language, one weighted group of alternatives a source term."""
    groups: dict[str, list[Group]] = {}
    for source, matches in found.items():
        weighed = [(1.0, match) for match in matches]
        for word in legal[source]:
            inner = terms.matches(normalise(word), source)
            weighed += [(EVERYDAY / math.sqrt(len(inner)), match) for match in inner]
        for weight, match in weighed:
            for target, alternatives in match.entry.alternatives.items():
                groups.setdefault(target, []).append((weight, alternatives))
    return groups
