"""Which place of an edition a place of another text is: articles by number, headings by what stands under them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from legal.laws.importing.headings import Place, align_headings, speaks
from legal.laws.importing.held import HEADINGS, HeldProvision
from legal.laws.kinds import ProvisionKind
from legal.laws.parsing.records import ParsedProvision
from legal.laws.wording import wording

Key = tuple[object, str, str]


def aligned(
    held: Sequence[HeldProvision], parsed: Sequence[ParsedProvision], language: str, *, exact: bool = False
) -> list[Place]:
    """The held place of each parsed one, None for a new place; each is given at most once. `exact` goes by path."""
    if exact:
        return _by_path(held, parsed)
    if unchanged := _same_words(held, parsed, language):
        return unchanged
    places = _by_number(held, parsed, language)
    align_headings(held, parsed, places, language)
    return _in_order(held, parsed, places)


def _same_words(held: Sequence[HeldProvision], parsed: Sequence[ParsedProvision], language: str) -> list[Place]:
    """The places that say the same already, one by one; none where anything differs."""
    own = [provision for provision in held if language in provision.texts]
    if len(own) != len(parsed):
        return []
    same = all(
        (provision.is_heading or (provision.kind, provision.number) == (new.kind, new.number))
        and speaks(provision, new, language)
        for provision, new in zip(own, parsed, strict=True)
    )
    return list(own) if same else []


def _by_path(held: Sequence[HeldProvision], parsed: Sequence[ParsedProvision]) -> list[Place]:
    known = {provision.path: provision for provision in held}
    return [known.get(new.path) for new in parsed]


def _by_number(held: Sequence[HeldProvision], parsed: Sequence[ParsedProvision], language: str) -> list[Place]:
    """Everything but headings, within its own container."""
    known = {_key(place, place.path, _container(place)): place for place in held if not place.is_heading}
    by_words = _told_once(held, language)
    places: list[Place] = [None] * len(parsed)
    taken: set[int] = set()
    for index, new in enumerate(parsed):
        if new.kind in HEADINGS:
            continue
        found = by_words.get((new.kind, new.label, wording(new.heading, new.body))) or _in_container(
            known, parsed, places, new
        )
        if found is not None and id(found) not in taken:
            taken.add(id(found))
            places[index] = found
    return places


def _in_container(
    known: dict[Key, HeldProvision], parsed: Sequence[ParsedProvision], places: Sequence[Place], new: ParsedProvision
) -> Place:
    """The place of its number in the container that its own container is; none in one that is new."""
    outer = outer_of(parsed, new)
    if outer is None:
        return known.get(_key(new, new.path, None))
    container = places[outer]
    if container is None:
        return None
    within = new.path.removeprefix(f"{parsed[outer].path}/")
    return known.get(_key(new, f"{container.path}/{within}", container))


def _told_once(held: Sequence[HeldProvision], language: str) -> dict[tuple[str, str, str], HeldProvision]:
    """Paragraphs, notes and the like by their words in the language, where no two say the same."""
    found: dict[tuple[str, str, str], list[HeldProvision]] = defaultdict(list)
    for provision in held:
        text = provision.texts.get(language)
        if text is not None and not provision.is_heading and not provision.is_article:
            found[provision.kind, text.label, text.wording].append(provision)
    return {words: places[0] for words, places in found.items() if len(places) == 1}


def _key(provision: HeldProvision | ParsedProvision, path: str, container: HeldProvision | None) -> Key:
    """An article is known by its number: `section-5` of the original is `article-5` of a translation."""
    if provision.kind == ProvisionKind.ARTICLE:
        above, _, tail = path.rpartition("/")
        path = f"{above}/{tail.split('-', 1)[-1]}"
    return (id(container) if container else None, str(provision.kind), path)


def _container(provision: HeldProvision) -> HeldProvision | None:
    parent = provision.parent
    while parent is not None and parent.is_heading:
        parent = parent.parent
    return parent


def outer_of(parsed: Sequence[ParsedProvision], new: ParsedProvision) -> int | None:
    """Where the container of a parsed place stands: the annex it is in; None for the main text."""
    parent = new.parent
    while parent is not None and parsed[parent].kind in HEADINGS:
        parent = parsed[parent].parent
    return parent


def _in_order(held: Sequence[HeldProvision], parsed: Sequence[ParsedProvision], places: list[Place]) -> list[Place]:
    """Notes, paragraphs and headings in another order are places of their own; articles stay what they are."""
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
