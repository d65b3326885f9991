"""Which place of an edition a place of another text is: articles by number, headings by what stands under them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from legal.laws.importing.held import HEADINGS, HeldProvision
from legal.laws.kinds import ProvisionKind
from legal.laws.parsing.records import ParsedProvision
from legal.laws.wording import wording

Place = HeldProvision | None
Key = tuple[object, str, str]
# A pair of headings is likelier with the same words, then the same address, then the same kind.
SAME_WORDS, SAME_PATH, SAME_KIND, ANY = 1000, 100, 10, 1


def aligned(held: Sequence[HeldProvision], parsed: Sequence[ParsedProvision], language: str) -> list[Place]:
    """The held place of each parsed one, None for a new place. Each held place is given at most once."""
    if unchanged := _same_words(held, parsed, language):
        return unchanged
    places = _by_number(held, parsed, language)
    _headings(held, parsed, places, language)
    return _in_order(held, parsed, places)


def _same_words(held: Sequence[HeldProvision], parsed: Sequence[ParsedProvision], language: str) -> list[Place]:
    own = [provision for provision in held if language in provision.texts]
    if len(own) != len(parsed):
        return []
    same = all(
        provision.kind == new.kind and provision.number == new.number and _speaks(provision, new, language)
        for provision, new in zip(own, parsed, strict=True)
    )
    return list(own) if same else []


def _speaks(provision: HeldProvision, new: ParsedProvision, language: str) -> bool:
    text = provision.texts.get(language)
    return text is not None and text.words == (new.label, wording(new.heading, new.body))


def _by_number(held: Sequence[HeldProvision], parsed: Sequence[ParsedProvision], language: str) -> list[Place]:
    """Everything but headings, within its own container."""
    known: dict[Key, HeldProvision] = {}
    for provision in held:
        if not provision.is_heading:
            known[_key(provision, _container(provision))] = provision
    by_words = _told_once(held, language)
    places: list[Place] = [None] * len(parsed)
    taken: set[int] = set()
    for index, new in enumerate(parsed):
        if new.kind in HEADINGS:
            continue
        outer = _outer(parsed, new)
        container = places[outer] if outer is not None else None
        if outer is not None and container is None:
            continue
        found = known.get(_key(new, container))
        if new.kind != ProvisionKind.ARTICLE:
            found = by_words.get((new.kind, new.label, wording(new.heading, new.body))) or found
        if found is not None and id(found) not in taken:
            taken.add(id(found))
            places[index] = found
    return places


def _told_once(held: Sequence[HeldProvision], language: str) -> dict[tuple[str, str, str], HeldProvision]:
    """Paragraphs, notes and the like by their words in the language, where no two say the same."""
    found: dict[tuple[str, str, str], list[HeldProvision]] = defaultdict(list)
    for provision in held:
        text = provision.texts.get(language)
        if text is not None and not provision.is_heading and not provision.is_article:
            found[provision.kind, text.label, text.wording].append(provision)
    return {words: places[0] for words, places in found.items() if len(places) == 1}


def _key(provision: HeldProvision | ParsedProvision, container: HeldProvision | None) -> Key:
    """An article is known by its number: `section-5` of the original is `article-5` of a translation."""
    tail = provision.path.rsplit("/", 1)[-1]
    if provision.kind == ProvisionKind.ARTICLE:
        tail = tail.split("-", 1)[-1]
    return (id(container) if container else None, str(provision.kind), tail)


def _container(provision: HeldProvision) -> HeldProvision | None:
    parent = provision.parent
    while parent is not None and parent.is_heading:
        parent = parent.parent
    return parent


def _outer(parsed: Sequence[ParsedProvision], new: ParsedProvision) -> int | None:
    parent = new.parent
    while parent is not None and parsed[parent].kind in HEADINGS:
        parent = parsed[parent].parent
    return parent


def _headings(
    held: Sequence[HeldProvision], parsed: Sequence[ParsedProvision], places: list[Place], language: str
) -> None:
    """Two headings are one place where all that both texts have stands alike under them."""
    shared = {id(place) for place in places if place is not None}
    under_held: dict[int, set[int]] = defaultdict(set)
    for provision in held:
        if id(provision) in shared:
            outer = provision.parent
            while outer is not None:
                under_held[id(outer)].add(id(provision))
                outer = outer.parent
    under_parsed: dict[int, set[int]] = defaultdict(set)
    for index, place in enumerate(places):
        parent = parsed[index].parent
        while place is not None and parent is not None:
            under_parsed[parent].add(id(place))
            parent = parsed[parent].parent
    here = [provision for provision in held if provision.is_heading]
    groups: dict[frozenset[int], tuple[list[HeldProvision], list[int]]] = defaultdict(lambda: ([], []))
    for provision in here:
        groups[frozenset(under_held[id(provision)])][0].append(provision)
    for index, new in enumerate(parsed):
        if new.kind in HEADINGS:
            groups[frozenset(under_parsed[index])][1].append(index)
    for under, (olds, news) in groups.items():
        pairs = _paired(olds, [parsed[index] for index in news], language, at_least=ANY if under else SAME_PATH)
        for old, new_index in pairs:
            places[news[new_index]] = old
    _by_address(here, parsed, places, under_held, under_parsed)


def _paired(
    olds: Sequence[HeldProvision], news: Sequence[ParsedProvision], language: str, at_least: int
) -> list[tuple[HeldProvision, int]]:
    """The likeliest pairs that keep the order of both."""
    best: list[list[int]] = [[0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for i, old in enumerate(olds, 1):
        for j, new in enumerate(news, 1):
            likely = _likely(old, new, language)
            together = best[i - 1][j - 1] + likely if likely >= at_least else 0
            best[i][j] = max(best[i - 1][j], best[i][j - 1], together)
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


def _likely(old: HeldProvision, new: ParsedProvision, language: str) -> int:
    if _speaks(old, new, language):
        return SAME_WORDS
    if old.path == new.path:
        return SAME_PATH
    return SAME_KIND if old.kind == new.kind else ANY


def _by_address(
    here: Sequence[HeldProvision],
    parsed: Sequence[ParsedProvision],
    places: list[Place],
    under_held: dict[int, set[int]],
    under_parsed: dict[int, set[int]],
) -> None:
    """Headings whose articles have moved a little keep their address."""
    taken = {id(place) for place in places if place is not None}
    free = {provision.path: provision for provision in here if id(provision) not in taken}
    for index, new in enumerate(parsed):
        old = free.get(new.path) if new.kind in HEADINGS and places[index] is None else None
        if old is not None and under_held[id(old)] & under_parsed[index]:
            places[index] = old
            del free[new.path]


def _in_order(held: Sequence[HeldProvision], parsed: Sequence[ParsedProvision], places: list[Place]) -> list[Place]:
    """Notes, paragraphs and headings that stand in another order are places of their own; articles stay what they are."""
    order = {id(provision): index for index, provision in enumerate(held)}
    matched = [(index, order[id(place)]) for index, place in enumerate(places) if place is not None]
    fixed = set(_increasing([position for _, position in matched]))
    for which, (index, _) in enumerate(matched):
        if which not in fixed and parsed[index].kind not in {ProvisionKind.ARTICLE, ProvisionKind.ANNEX}:
            places[index] = None
    return places


def _increasing(positions: Sequence[int]) -> list[int]:
    """Which elements make the longest run that only rises."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, position in enumerate(positions):
        at = bisect_left(tails, position)
        tails[at : at + 1] = [position]
        ends[at : at + 1] = [index]
        before.append(ends[at - 1] if at else -1)
    run = ends[-1] if ends else -1
    found: list[int] = []
    while run >= 0:
        found.append(run)
        run = before[run]
    return found
