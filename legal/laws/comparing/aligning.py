"""Which place of one edition is which of another: by what stands there, so that renumbered articles still meet."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias

from legal.laws.comparing.marking import TOKEN

Pairing: TypeAlias = tuple[str, str]

# A place is looked for by the rarest pairs of words it has; what more places than this share tells nothing.
RAREST, COMMON = 24, 200
# How many likely places are looked at closely.
LIKELY = 5
# Shares of common pairs of words (Dice): what is the same place under another number must be more alike than what
# keeps its number. Found on real amendments, where a rewritten article keeps about a third of its pairs.
SIMILAR, SIMILAR_IN_PLACE = 0.5, 0.2
# Less than this (a bare «repealed») says nothing about where it came from.
TELLING = 12
# Nor does a notice of repeal, and several articles repealed at once bear the same one.
LONGEST_NOTICE = 300
NOTICE = re.compile(
    r"(?:^|\n)[\[(（“«\s]*(?:(?:сноска\.\s)?(?:статья\s[\w.-]+\s)?(?:утратил[аои]?\sсилу|исключен[аоы]?\b)"
    r"|(?:omitted|repealed|deleted|reserved)\b|已?(?:删去|删除|废止))",
    re.IGNORECASE,
)
OWN_PLACE = 0.25


class Status(StrEnum):
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    RENUMBERED = "renumbered"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Place:
    """One provision as it is compared: where it stands, what it is called, what it says."""

    kind: str
    number: str
    path: str
    label: str = ""
    heading: str = ""
    body: str = ""

    @property
    def words(self) -> str:
        """What is compared: the label is left out, for renumbering changes no words."""
        return f"{self.heading}\n{self.body}".strip()

    @property
    def is_notice(self) -> bool:
        """Whether it only says that nothing stands here any more."""
        return len(self.heading) + len(self.body) <= LONGEST_NOTICE and bool(NOTICE.search(self.words))

    @property
    def tells(self) -> bool:
        """Whether the words tell a place from others."""
        return len(self.words) >= TELLING and not self.is_notice


@dataclass(frozen=True, slots=True)
class Pair:
    """A place in both editions, or in one of them. Renumbered and moved ones may have changed in words as well."""

    old: Place | None
    new: Place | None
    status: Status

    @property
    def is_reworded(self) -> bool:
        """Whether both editions have the place and its words differ."""
        return self.old is not None and self.new is not None and self.old.words != self.new.words


def align(old: Sequence[Place], new: Sequence[Place]) -> list[Pair]:
    """All places of both editions, each once, in the order of the new one; what was removed stands where it stood."""
    matched = _Matching(old, new).matched
    in_order = _in_order([matched[place] for place in range(len(new)) if place in matched])
    removed = _removed(len(old), matched)
    pairs = [Pair(old[place], None, Status.REMOVED) for place in removed[-1]]
    for place, now in enumerate(new):
        if place not in matched:
            pairs.append(Pair(None, now, Status.ADDED))
            continue
        before = old[matched[place]]
        pairs.append(Pair(before, now, _status(before, now, kept_order=matched[place] in in_order)))
        pairs += [Pair(old[gone], None, Status.REMOVED) for gone in removed[matched[place]]]
    return pairs


def _status(before: Place, now: Place, *, kept_order: bool) -> Status:
    if before.number != now.number:
        return Status.RENUMBERED
    if before.path != now.path or not kept_order:
        return Status.MOVED
    return Status.UNCHANGED if before.words == now.words else Status.CHANGED


def _removed(count: int, matched: dict[int, int]) -> dict[int, list[int]]:
    """The places that are gone, under the last place before them that is not."""
    kept = set(matched.values())
    removed: dict[int, list[int]] = defaultdict(list)
    last = -1
    for place in range(count):
        if place in kept:
            last = place
        else:
            removed[last].append(place)
    return removed


def _in_order(places: Sequence[int]) -> set[int]:
    """The longest run of places that kept their order; the others were moved."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        slot = bisect_left(ends, place)
        before[place] = ends[slot - 1] if slot else None
        ends[slot : slot + 1] = [place]
    run: set[int] = set()
    place_or_none = ends[-1] if ends else None
    while place_or_none is not None:
        run.add(place_or_none)
        place_or_none = before[place_or_none]
    return run


class _Matching:
    """The search for each new place's old one, best first."""

    def __init__(self, old: Sequence[Place], new: Sequence[Place]) -> None:
        self.old, self.new = old, new
        # The old place of each new one.
        self.matched: dict[int, int] = {}
        self._left = set(range(len(old)))
        self._by_path = {place.path: index for index, place in enumerate(old)}
        self._same(lambda place: (place.kind, place.path, place.words))
        self._same(lambda place: (place.kind, place.words) if place.tells else None)
        self._similar()
        self._emptied()

    def _take(self, now: int, before: int) -> None:
        if now not in self.matched and before in self._left:
            self.matched[now] = before
            self._left.discard(before)

    def _same(self, told_by: Callable[[Place], Hashable | None]) -> None:
        """Match places told by the same, in their order; None tells nothing."""
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for before in sorted(self._left):
            waiting[told_by(self.old[before])].append(before)
        waiting.pop(None, None)
        for now in self._unmatched():
            if queue := waiting.get(told_by(self.new[now])):
                self._take(now, queue.popleft())

    def _unmatched(self) -> list[int]:
        return [now for now in range(len(self.new)) if now not in self.matched]

    def _similar(self) -> None:
        """Match places that say much the same, the most alike first; those at the same address need to be less so."""
        # A notice is found at its own address alone.
        pairs = {before: _pairs(self.old[before]) for before in sorted(self._left) if not self.old[before].is_notice}
        likely = _Likely(pairs)
        found: list[tuple[float, int, int, int]] = []
        for now in self._unmatched():
            if self.new[now].is_notice:
                continue
            mine = _pairs(self.new[now])
            for before in {*likely.to(mine), *self._at_same_place(now)}.intersection(pairs):
                alike = _dice(mine, pairs[before]) if self.old[before].kind == self.new[now].kind else 0.0
                at_home = self.old[before].path == self.new[now].path
                if alike >= (SIMILAR_IN_PLACE if at_home else SIMILAR):
                    found.append((-alike - OWN_PLACE * at_home, abs(now - before), now, before))
        for _, _, now, before in sorted(found):
            self._take(now, before)

    def _at_same_place(self, now: int) -> list[int]:
        before = self._by_path.get(self.new[now].path)
        return [before] if before in self._left and before is not None else []

    def _emptied(self) -> None:
        """Match what is left at one address where one side says next to nothing: «repealed», «reserved»."""
        for now in self._unmatched():
            for before in self._at_same_place(now):
                places = (self.old[before], self.new[now])
                if places[0].kind == places[1].kind and not all(place.tells for place in places):
                    self._take(now, before)


class _Likely:
    """Finds the texts that share the rarer pairs of words with another."""

    def __init__(self, pairs: Mapping[int, Set[Pairing]]) -> None:
        self._having: dict[Pairing, list[int]] = defaultdict(list)
        for place, own in pairs.items():
            for pair in own:
                self._having[pair].append(place)

    def to(self, mine: Iterable[Pairing]) -> list[int]:
        """The likeliest few, best first."""
        shared: Counter[int] = Counter()
        known = (self._having[pair] for pair in mine if pair in self._having)
        for having in sorted(known, key=lambda having: (len(having), having[0]))[:RAREST]:
            if len(having) <= COMMON:
                shared.update(having)
        return [place for place, _ in shared.most_common(LIKELY)]


def _pairs(place: Place) -> frozenset[Pairing]:
    words = [word for word in TOKEN.findall(place.words.casefold()) if word.isalnum()]
    return frozenset(pairwise(words)) if len(words) > 1 else frozenset((word, "") for word in words)


def _dice(one: Set[Pairing], other: Set[Pairing]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
