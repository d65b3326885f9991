"""The words of two texts: kept, deleted, inserted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import LCSseq

# A Han character, a word, a number, a run of spaces, or one mark of punctuation. Chinese is compared by characters:
# what a lawyer wants to see there is the character that changed, and words would hide it.
TOKEN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]|[^\W\d_\u3400-\u9fff]+|\d+|\s+|.", re.DOTALL)
LINE = re.compile(r"[^\n]*\n|[^\n]+")
HAN = re.compile(r"[\u3400-\u9fff]")
WORDS = re.compile(r"\w")
# Comparing takes the product of both lengths; beyond this (about a third of a second) by lines, then by nothing finer.
LARGEST = 400_000_000


class Mark(StrEnum):
    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Marked:
    """A run of words that both texts have, or only the old (deleted) or the new one (inserted)."""

    mark: Mark
    text: str


def marks(old: str, new: str) -> list[Marked]:
    """How the old text became the new one; a deletion stands before the insertion that replaces it.

    Kept and deleted runs joined are the old text, kept and inserted ones the new.
    """
    return list(_joined(_readable(_compared(old, new))))


def _compared(old: str, new: str) -> Iterator[Marked]:
    if old == new:
        return iter([Marked(Mark.KEPT, old)])
    words, lines = (TOKEN.findall(old), TOKEN.findall(new)), (LINE.findall(old), LINE.findall(new))
    if len(words[0]) * len(words[1]) <= LARGEST:
        return _by_units(*words)
    if len(lines[0]) * len(lines[1]) <= LARGEST:
        return _refined(list(_joined(_by_units(*lines))))
    return _replaced(old, new)


def _by_units(old: Sequence[str], new: Sequence[str]) -> Iterator[Marked]:
    for step in LCSseq.opcodes(old, new):
        before = "".join(old[step.src_start : step.src_end])
        after = "".join(new[step.dest_start : step.dest_end])
        if step.tag == "equal":
            yield Marked(Mark.KEPT, before)
        else:
            yield from _replaced(before, after)


def _refined(runs: Sequence[Marked]) -> Iterator[Marked]:
    """Lines compared, with the words compared inside those lines that replace others."""
    for place, run in enumerate(runs):
        following = runs[place + 1] if run.mark is Mark.DELETED and place + 1 < len(runs) else run
        if following.mark is Mark.INSERTED and run.mark is Mark.DELETED:
            yield from _words(run.text, following.text)
        elif run.mark is not Mark.INSERTED or not place or runs[place - 1].mark is not Mark.DELETED:
            yield run


def _words(before: str, after: str) -> Iterator[Marked]:
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    return _by_units(old, new) if len(old) * len(new) <= LARGEST else _replaced(before, after)


def _replaced(before: str, after: str) -> Iterator[Marked]:
    yield Marked(Mark.DELETED, before)
    yield Marked(Mark.INSERTED, after)


def _readable(runs: Iterable[Marked]) -> Iterator[Marked]:
    """Without crumbs: a lone character, space or comma between two changes is part of one change."""
    held = [run for run in runs if run.text]
    for place, run in enumerate(held):
        between = 0 < place < len(held) - 1
        if run.mark is Mark.KEPT and between and _is_crumb(run.text):
            yield from _replaced(run.text, run.text)
        else:
            yield run


def _is_crumb(text: str) -> bool:
    if "\n" in text:
        return False
    return len(WORDS.findall(text)) <= (1 if HAN.search(text) else 0)


def _joined(runs: Iterable[Marked]) -> Iterator[Marked]:
    """Runs of one kind as one, deletions before insertions."""
    deleted, inserted, kept = "", "", ""
    for run in runs:
        if run.mark is Mark.KEPT:
            yield from _flushed(deleted, inserted)
            deleted, inserted, kept = "", "", kept + run.text
            continue
        if kept:
            yield Marked(Mark.KEPT, kept)
            kept = ""
        deleted += run.text if run.mark is Mark.DELETED else ""
        inserted += run.text if run.mark is Mark.INSERTED else ""
    yield from _flushed(deleted, inserted)
    if kept:
        yield Marked(Mark.KEPT, kept)


def _flushed(deleted: str, inserted: str) -> Iterator[Marked]:
    return (run for run in (Marked(Mark.DELETED, deleted), Marked(Mark.INSERTED, inserted)) if run.text)
