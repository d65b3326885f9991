"""Which held edition a dated text belongs to, in what order editions stand, and until when each is in force."""

import datetime
from collections.abc import Iterable, Sequence, Set

from legal.laws.importing.held import HeldEdition
from legal.laws.models import end_of_force
from legal.laws.parsing.records import ParsedEdition

Day = datetime.date | None
UNDATED = "undated"
ONE_DAY = datetime.timedelta(days=1)


def found(editions: Sequence[HeldEdition], parsed: ParsedEdition, stated: Set[str]) -> HeldEdition | None:
    """The held edition of the same slug where one is stated, else of the same day: in force, else adopted.

    One without any day is found by having none. An edition whose slug is stated for another is that other one.
    """
    free = [edition for edition in editions if edition.slug == parsed.slug or edition.slug not in stated]
    return next(
        (
            edition
            for same in (_same_slug, _same_force, _same_adoption, _same_day)
            for edition in free
            if same(edition, parsed) and not _contradicts(edition, parsed)
        ),
        None,
    )


def _same_slug(edition: HeldEdition, parsed: ParsedEdition) -> bool:
    return bool(parsed.slug) and edition.slug == parsed.slug


def _same_force(edition: HeldEdition, parsed: ParsedEdition) -> bool:
    return parsed.in_force is not None and edition.in_force == parsed.in_force


def _same_adoption(edition: HeldEdition, parsed: ParsedEdition) -> bool:
    return parsed.adopted is not None and _is_near(edition.adopted, parsed.adopted)


def _same_day(edition: HeldEdition, parsed: ParsedEdition) -> bool:
    """Where one knows only the adoption and the other only the day in force, one day is one edition."""
    return edition.day == (parsed.in_force or parsed.adopted)


def _contradicts(edition: HeldEdition, parsed: ParsedEdition) -> bool:
    adopted_apart = _differ(edition.adopted, parsed.adopted) and not _is_near(edition.adopted, parsed.adopted)
    return adopted_apart or _differ(edition.in_force, parsed.in_force)


def _differ(one: Day, other: Day) -> bool:
    return one is not None and other is not None and one != other


def _is_near(one: Day, other: Day) -> bool:
    """Whether two days of adoption may be one: the same, or one midnight apart (see `later_neighbour`)."""
    return one is not None and other is not None and abs(one - other) <= ONE_DAY


def later_neighbour(held: Day, told: Day) -> Day:
    """What is told, unless what is held is the day after: of two such days of adoption the later one is true.

    Collections that keep a day as the moment it began, east of Greenwich, and print it in universal time, print the
    day before: Pakistani laws there are all dated one day before what their own texts print.
    """
    return held if held is not None and told is not None and held - told == ONE_DAY else told


def learn(edition: HeldEdition, parsed: ParsedEdition, editions: Iterable[HeldEdition]) -> None:
    """Fill in what was not known of the edition, its address too where one is stated and free."""
    if not edition.slug and all(other.slug != parsed.slug for other in editions):
        edition.slug = parsed.slug
    edition.adopted = _adopted(edition.adopted, parsed.adopted)
    edition.amended_by = edition.amended_by or parsed.amended_by
    if edition.in_force is None and parsed.in_force is not None:
        edition.in_force, edition.in_force_source = parsed.in_force, parsed.in_force_from


def _adopted(held: Day, told: Day) -> Day:
    if held is None or told is None:
        return held or told
    return told if told - held == ONE_DAY else held


def settle(editions: list[HeldEdition], repealed: Day) -> None:
    """Put the editions in order, give new ones their slug, and each the day its force ends where that is known."""
    editions.sort(key=_order)
    _name(editions)
    for edition, following in zip(editions, [*editions[1:], None], strict=True):
        edition.until = end_of_force(following.in_force if following else None, repealed)


def _order(edition: HeldEdition) -> tuple[datetime.date, float]:
    return (edition.day or datetime.date.min, edition.id if edition.id is not None else float("inf"))


def _name(editions: Iterable[HeldEdition]) -> None:
    """An address once given is never changed, also when a better day becomes known."""
    taken = {edition.slug for edition in editions if edition.slug}
    for edition in editions:
        if not edition.slug:
            edition.slug = _free(edition.day.isoformat() if edition.day else UNDATED, taken)
            taken.add(edition.slug)


def _free(slug: str, taken: set[str]) -> str:
    number, found_free = 2, slug
    while found_free in taken:
        found_free, number = f"{slug}-{number}", number + 1
    return found_free
