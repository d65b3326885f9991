"""Lists of contents: they name every chapter and article once more, and are no law."""

from collections import Counter
from typing import Final

from legal.laws.kinds import ProvisionKind
from legal.laws.numbering import base
from legal.laws.parsing.marks import Mark, is_dotted
from legal.laws.parsing.source import Line

# Fewer entries than these make no list; between its dotted lines a list has a few that wrap.
FEWEST_ENTRIES: Final = 4
LONGEST_WRAP: Final = 6
# A list of contents stands at the beginning.
LATEST_START: Final = 30
# Of a list of contents at most so large a part of all articles may be left.
LARGEST_REMNANT: Final = 0.25
# A law may lack its first articles, but not many of them.
FIRST_NUMBERS: Final = 3
# How much of an unannounced list must be entries.
SHARE_OF_ENTRIES: Final = 0.6


def contents_of(lines: list[Line], marks: list[Mark | None]) -> range:
    """The indices of the lines that are a list of contents; an empty range where there is none."""
    announced = next((i for i, mark in enumerate(marks) if mark and mark.word == "contents"), None)
    if announced is not None:
        end = max(_recurrence(marks, announced + 1) or 0, _last_dotted(lines, announced) + 1, announced + 1)
        return range(announced, _title_again(lines, range(announced + 1, end)))
    first = next((i for i, mark in enumerate(marks) if _is_entry(mark)), None)
    dotted = _dotted(lines)
    if dotted and dotted.start <= max(LATEST_START, len(lines) // 10):
        return dotted if first is None or first > dotted.start else range(first, dotted.stop)
    return _remnant(marks) or (_unannounced(lines, marks, first) if first is not None else range(0))


def _title_again(lines: list[Line], within: range) -> int:
    """Where the law's title is printed once more: there the list has ended, and the preamble begins."""
    title = lines[0].text.casefold()
    return next((i for i in within[1:] if lines[i].text.casefold() == title), within.stop)


def _unannounced(lines: list[Line], marks: list[Mark | None], first: int) -> range:
    end = _recurrence(marks, first)
    if end is None:
        return range(0)
    entries = sum(_is_entry(mark) for mark in marks[first:end])
    if entries < FEWEST_ENTRIES or entries < SHARE_OF_ENTRIES * (end - first):
        return range(0)
    return range(first, end)


def _remnant(marks: list[Mark | None]) -> range:
    """What a scan left of a list of contents: some numbers before the law begins with its first."""
    found = [(i, mark) for i, mark in enumerate(marks) if mark and mark.kind is ProvisionKind.ARTICLE]
    if not found:
        return range(0)
    # By different numbers: paragraphs 1., 2., 3. under every article are more, but always the same few.
    different = dict.fromkeys((mark.word, mark.number) for _, mark in found)
    unit = Counter(word for word, _ in different).most_common(1)[0][0]
    articles = [(i, base(mark.number)) for i, mark in found if mark.word == unit]
    numbers = [number for _, number in articles]
    limit = int(len(numbers) * LARGEST_REMNANT)
    drops = [i for i in range(1, limit + 1) if numbers[i] < numbers[i - 1] and numbers[i] <= FIRST_NUMBERS]
    if not drops or min(numbers[: drops[0]]) <= numbers[drops[0]]:
        return range(0)
    entries = [i for i in range(articles[drops[0]][0]) if (mark := marks[i]) and mark.number and not mark.rank]
    return range(next(i for i, mark in enumerate(marks) if _is_entry(mark)), entries[-1] + 1)


def _recurrence(marks: list[Mark | None], start: int) -> int | None:
    """Where the first entry from `start` on is met again: there the law itself begins."""
    first = next((i for i in range(start, len(marks)) if _is_entry(marks[i])), None)
    if first is None:
        return None
    again = (i for i in range(first + 1, len(marks)) if _is_same(marks[i], marks[first]))
    found = next(again, None)
    return found if found and found > first + 1 else None


def _is_same(mark: Mark | None, entry: Mark | None) -> bool:
    if mark is None or entry is None or (mark.word, mark.number) != (entry.word, entry.number):
        return False
    return _same_title(mark.rest, entry.rest)


def _same_title(one: str, other: str) -> bool:
    """Whether two titles are the same, or one a part of the other, but for dots and the number of a page."""
    first, second = (title.rstrip("0123456789").rstrip(" .…·_").casefold() for title in (one, other))
    return first.startswith(second) or second.startswith(first)


def _is_entry(mark: Mark | None) -> bool:
    return mark is not None and (mark.kind is ProvisionKind.ARTICLE or mark.rank > 0)


def _dotted(lines: list[Line]) -> range:
    first = next((i for i, line in enumerate(lines) if is_dotted(line.text)), None)
    if first is None:
        return range(0)
    last = _last_dotted(lines, first)
    entries = sum(is_dotted(line.text) for line in lines[first : last + 1])
    return range(first, last + 1) if entries > FEWEST_ENTRIES else range(0)


def _last_dotted(lines: list[Line], start: int) -> int:
    last = start
    for i in range(start, len(lines)):
        if i - last > LONGEST_WRAP:
            break
        if is_dotted(lines[i].text):
            last = i
    return last
