"""The glossary as a reader leafs through it: in the order of one language, by letter, topic or word."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from portal.languages import TEXTS
from portal.reference.models import Term, Topic
from portal.reference.sorting import initial, sort_key


@dataclass(frozen=True, slots=True)
class Entry:
    """A term under the letter of one language; `columns` are (language, words), that language first."""

    term: Term
    letter: str
    key: str
    columns: list[tuple[str, list[str]]]

    @property
    def copied(self) -> str:
        """The preferred words of all languages in one line."""
        return " · ".join(words[0] for _, words in self.columns if words)


def entries(language: str) -> list[Entry]:
    """All terms shown to readers, in the order of a text language; those without a word in it come last."""
    terms = Term.objects.glossary().select_related("topic")
    return sorted((_entry(term, language) for term in terms), key=lambda entry: (entry.letter == "", entry.key))


def _entry(term: Term, language: str) -> Entry:
    ordered = sorted(TEXTS, key=lambda one: one != language)
    columns = [(one, term.words(one)) for one in ordered]
    words = columns[0][1]
    word = words[0] if words else ""
    return Entry(term, initial(word, language) if word else "", sort_key(word, language), columns)


def matching(found: Iterable[Entry], *, topic: Topic | None, query: str) -> list[Entry]:
    """Entries of a topic which have the query within a word of any language."""
    sought = _plain(query)
    return [
        entry
        for entry in found
        if (topic is None or entry.term.topic_id == topic.pk)
        and any(sought in _plain(word) for _, words in entry.columns for word in words)
    ]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("ё", "е").strip()
