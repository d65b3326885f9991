"""Results as they are shown: the rows fetched from their sources, the language to show, the words marked, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from portal.languages import TEXTS
from portal.search.analysis import normalise, stems
from portal.search.highlighting import marks, snippet, speaks_of
from portal.search.registry import Hit, Text, sources
from portal.search.searching import Found, Results
from portal.search.termbase import Match


@dataclass(frozen=True, slots=True)
class Reason:
    """A pair of the glossary that led to a result: the word in its text, and what was asked."""

    text: str
    language: str
    asked: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One result on the page. `own` says that the reader's own words stand in the text shown."""

    hit: Hit
    found: Found
    text: Text | None
    snippet: SafeString | str
    reason: Reason | None
    own: bool
    readable: bool

    @property
    def elsewhere(self) -> bool:
        """Whether the text shown is in another language than the reader's."""
        return self.text is not None and not self.readable


def shown(results: Results, found: Sequence[Found], language: str) -> list[Shown]:
    """These results in their order; a row deleted since it was indexed is left out."""
    hits = fetched(found, language)
    wanted = {text: wanted_tokens(results, text) for text in TEXTS}
    wanted[""] = frozenset(results.asked.words.get("other", ()))
    return [
        present(hits[one.source, one.whole, one.key], one, results, language, wanted)
        for one in found
        if (one.source, one.whole, one.key) in hits
    ]


def fetched(found: Sequence[Found], language: str) -> dict[tuple[str, bool, int], Hit]:
    """The rows of several sources, each asked once for its passages and once for its works."""
    keys: dict[tuple[str, bool], list[int]] = {}
    for one in found:
        keys.setdefault((one.source, one.whole), []).append(one.key)
    rows: dict[tuple[str, bool, int], Hit] = {}
    for (name, whole), some in keys.items():
        source = sources[name]
        hits = source.works(some, language) if whole else source.hits(some, language)
        rows.update({(name, whole, key): hit for key, hit in hits.items()})
    return rows


def wanted_tokens(results: Results, language: str) -> frozenset[str]:
    """What is marked in a text of a language: the words asked, the legal words for them, what they stand for."""
    tokens = set(results.asked.words.get(language, ()))
    for word in results.expansion.legal.get(language, ()):
        tokens.update(stems(normalise(word), language))
    for matches in results.expansion.terms.values():
        for match in matches:
            for alternative in match.entry.alternatives.get(language, ()):
                tokens.update(alternative.tokens)
    return frozenset(tokens)


def present(hit: Hit, one: Found, results: Results, language: str, wanted: Mapping[str, frozenset[str]]) -> Shown:
    text = chosen(hit, language, wanted)
    if text is None:
        return Shown(hit, one, None, "", None, own=False, readable=True)
    tokens = wanted.get(text.language, wanted[""])
    asked = frozenset(results.asked.words.get(text.language, ()))
    words = f"{text.heading} {text.body}"
    own = speaks_of(words, text.language, asked)
    reason = None if own else next(reasons(words, text.language, results), None)
    body = snippet(text.body or text.heading, text.language, tokens)
    return Shown(hit, one, text, body, reason, own=own, readable=text.language == language)


def chosen(hit: Hit, language: str, wanted: Mapping[str, frozenset[str]]) -> Text | None:
    """The reader's language where the text is held in it, else the language it was found in, else the original."""
    by_language = {text.language: text for text in hit.texts}
    if language in by_language:
        return by_language[language]
    in_order = sorted(hit.texts, key=lambda text: (text.language != hit.original, text.language))
    held = (one for one in in_order if speaks_of(one.body, one.language, wanted.get(one.language, wanted[""])))
    return next(held, None) or next(iter(in_order), None)


def reasons(words: str, language: str, results: Results) -> Iterator[Reason]:
    """The pairs of the glossary of which one word was asked and the other stands in the text."""
    for source, matches in results.expansion.terms.items():
        for match in matches if source != language else ():
            yield from pairs(match, words, language)


def pairs(match: Match, words: str, language: str) -> Iterator[Reason]:
    for word in match.entry.alternatives.get(language, ()):
        if (language, word.text) in match.entry.shown:
            found = {mark.token for mark in marks(words, language, frozenset(word.tokens))}
            if word.tokens and found.issuperset(word.tokens):
                yield Reason(word.text, language, match.entry.text)
