"""Results as they are shown: the rows fetched from their sources, the language to show, the words marked, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from portal.languages import TEXTS
from portal.search.analysis import normalise, stems
from portal.search.highlighting import Passage
from portal.search.registry import Hit, Text, sources
from portal.search.searching import Found, Results


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
    chosen = choice(hit, language, wanted)
    if chosen is None:
        return Shown(hit, one, None, "", None, own=False, readable=True)
    text, body = chosen
    heading = Passage.read(text.heading, text.language, tokens(text, wanted))
    held = heading.tokens | body.tokens
    own = not held.isdisjoint(results.asked.words.get(text.language, ()))
    reason = None if own else next(reasons(held, text.language, results), None)
    snippet = (body if text.body else heading).snippet()
    return Shown(hit, one, text, snippet, reason, own=own, readable=text.language == language)


def choice(hit: Hit, language: str, wanted: Mapping[str, frozenset[str]]) -> tuple[Text, Passage] | None:
    """The reader's language where the text is held in it, else the language it was found in, else the original.

    With it, its words, which had to be looked at for that.
    """
    own = [text for text in hit.texts if text.language == language]
    in_order = own or sorted(hit.texts, key=lambda text: (text.language != hit.original, text.language))
    read = ((text, Passage.read(text.body, text.language, tokens(text, wanted))) for text in in_order)
    first = next(read, None)
    return first if own or first is None or first[1].tokens else next((one for one in read if one[1].tokens), first)


def tokens(text: Text, wanted: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """What is marked in a text; all languages that are none of ours share one shelf, and so one set."""
    return wanted.get(text.language, wanted[""])


def reasons(held: frozenset[str], language: str, results: Results) -> Iterator[Reason]:
    """The pairs of the glossary of which one word was asked and the other stands in the text."""
    for source, matches in results.expansion.terms.items():
        for match in matches if source != language else ():
            for word in match.entry.alternatives.get(language, ()):
                if (language, word.text) in match.entry.shown and word.tokens and held.issuperset(word.tokens):
                    yield Reason(word.text, language, match.entry.text)
