"""Whom a case names: its persons, its organisations, and parties of which nothing tells what they are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from legal.cases.persons import chinese, letters
from legal.cases.persons.kinds import Entry, Kind
from legal.cases.persons.running import in_running
from legal.cases.persons.surnames import HAN

PARTED: Final = re.compile(r"[；;\n]")
BRACKETED: Final = re.compile(r"[（(][^（）()\n]*[）)]")
# So many words of a company stand for it in a title: Giant Light … v Aksa Far East.
ENOUGH: Final = 2
NOT_WORDS: Final = re.compile(r"[^\w\s]|_")


@dataclass(slots=True)
class Named:
    """Persons by their full names, organisations, and parties that are recognised as neither, each once."""

    persons: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def named(title: str, parties: Sequence[str], texts: Sequence[str], *, listed: Iterable[str] = ()) -> Named:
    """Whom a case names in one language; `listed` are names that its record tells apart already."""
    found = Named()
    known = [plain(name) for name in listed if plain(name)]
    for entry in _entries(parties):
        _sort(entry, found, known)
    known += [plain(name) for name in (*found.organisations, *found.persons)]
    for entry in in_title(title):
        _sort(entry, found, known)
    for text in (title, *parties, *texts):
        found.persons += in_running(text)
    found.persons = list(dict.fromkeys(found.persons))
    found.unknown = [words for words in found.unknown if words not in found.persons]
    return found


def _entries(parties: Sequence[str]) -> Iterator[Entry]:
    for line in PARTED.split(BRACKETED.sub("", "\n".join(parties))):
        yield from chinese.entries(line) if re.search(HAN, line) else letters.entries(line)


def in_title(title: str) -> Iterator[Entry]:
    """The parties that a title names."""
    yield from chinese.in_title(title) if re.search(HAN, title) else letters.in_title(title)


def _sort(entry: Entry, found: Named, known: Sequence[str]) -> None:
    if entry.kind is Kind.PERSON:
        found.persons.append(entry.words)
    elif entry.kind is Kind.ORGANISATION:
        found.organisations.append(entry.words)
    elif entry.kind is Kind.UNKNOWN and entry.words not in found.unknown and not is_listed(entry.words, known):
        found.unknown.append(entry.words)


def is_listed(words: str, known: Sequence[str]) -> bool:
    """Whether words are a name that is known, or its beginning in two words."""
    own = plain(words)
    begins = " ".join(own.split()[:ENOUGH])
    if not re.search(HAN, own) and len(own.split()) >= ENOUGH:
        return any(f" {begins} " in f" {name} " for name in known)
    return own in known or any(name.startswith(f"{own} ") or name.endswith(f" {own}") for name in known)


def plain(words: str) -> str:
    """Words in small letters, without marks and single spaced."""
    return " ".join(NOT_WORDS.sub(" ", words).casefold().split())
