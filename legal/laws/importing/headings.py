"""Headings of one text and of another that are one place, judged by what stands under them and not by their word."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from legal.laws.importing.held import HEADINGS, HeldProvision
from legal.laws.parsing.records import ParsedProvision
from legal.laws.wording import wording

Place = HeldProvision | None
# A pair of headings is likelier with the same words, then the same address, then the same kind.
SAME_WORDS, SAME_PATH, SAME_KIND, ANY = 1000, 100, 10, 1


def align_headings(
    held: Sequence[HeldProvision], parsed: Sequence[ParsedProvision], places: list[Place], language: str
) -> None:
    """Two headings are one place where all that both texts have stands alike under them."""
    under = _Under(held, parsed, places)
    here = [provision for provision in held if provision.is_heading]
    groups: dict[frozenset[int], tuple[list[HeldProvision], list[int]]] = defaultdict(lambda: ([], []))
    for provision in here:
        groups[frozenset(under.held[id(provision)])][0].append(provision)
    for index, new in enumerate(parsed):
        if new.kind in HEADINGS:
            groups[frozenset(under.parsed[index])][1].append(index)
    for alike, (olds, news) in groups.items():
        pairs = _paired(olds, [parsed[index] for index in news], language, at_least=ANY if alike else SAME_PATH)
        for old, which in pairs:
            places[news[which]] = old
    _by_address(here, parsed, places, under)


def speaks(provision: HeldProvision, new: ParsedProvision, language: str) -> bool:
    """Whether a place says in the language what has been read."""
    text = provision.texts.get(language)
    return text is not None and text.words == (new.label, wording(new.heading, new.body))


class _Under:
    """What stands under each heading, as far as both texts have it, by identity of the held place."""

    def __init__(self, held: Sequence[HeldProvision], parsed: Sequence[ParsedProvision], places: list[Place]) -> None:
        shared = {id(place) for place in places if place is not None}
        self.held: dict[int, set[int]] = defaultdict(set)
        self.parsed: dict[int, set[int]] = defaultdict(set)
        self.bearing: set[int] = set()
        for provision in held:
            for outer in _above(provision):
                self.bearing.add(id(outer))
                if id(provision) in shared:
                    self.held[id(outer)].add(id(provision))
        for index, place in enumerate(places):
            parent = parsed[index].parent
            while place is not None and parent is not None:
                self.parsed[parent].add(id(place))
                parent = parsed[parent].parent


def _above(provision: HeldProvision) -> Iterator[HeldProvision]:
    parent = provision.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def _paired(
    olds: Sequence[HeldProvision], news: Sequence[ParsedProvision], language: str, at_least: int
) -> list[tuple[HeldProvision, int]]:
    """The likeliest pairs that keep the order of both."""
    best = _likeliest(olds, news, language, at_least)
    pairs: list[tuple[HeldProvision, int]] = []
    i, j = len(olds), len(news)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((olds[i], j))
    return pairs


def _likeliest(
    olds: Sequence[HeldProvision], news: Sequence[ParsedProvision], language: str, at_least: int
) -> list[list[int]]:
    best = [[0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for i, old in enumerate(olds, 1):
        for j, new in enumerate(news, 1):
            likely = _likely(old, new, language)
            together = best[i - 1][j - 1] + likely if likely >= at_least else 0
            best[i][j] = max(best[i - 1][j], best[i][j - 1], together)
    return best


def _likely(old: HeldProvision, new: ParsedProvision, language: str) -> int:
    if speaks(old, new, language):
        return SAME_WORDS
    if old.path == new.path:
        return SAME_PATH
    return SAME_KIND if old.kind == new.kind else ANY


def _by_address(
    here: Sequence[HeldProvision], parsed: Sequence[ParsedProvision], places: list[Place], under: _Under
) -> None:
    """Headings keep their address where their articles have moved a little, or stand under another text's headings."""
    taken = {id(place) for place in places if place is not None}
    free = {provision.path: provision for provision in here if id(provision) not in taken}
    for index, new in enumerate(parsed):
        old = free.get(new.path) if new.kind in HEADINGS and places[index] is None else None
        if old is not None and (id(old) not in under.bearing or under.held[id(old)] & under.parsed[index]):
            places[index] = old
            del free[new.path]
