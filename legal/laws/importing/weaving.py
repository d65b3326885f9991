"""Two orders made one."""

from collections.abc import Sequence

from legal.laws.importing.held import HeldProvision
from legal.laws.numbering import sort_key


def is_within(part: Sequence[HeldProvision], whole: Sequence[HeldProvision]) -> bool:
    """Whether the part is the whole with some left out."""
    rest = iter(whole)
    return all(any(other is provision for other in rest) for provision in part)


def woven(first: Sequence[HeldProvision], second: Sequence[HeldProvision]) -> list[HeldProvision]:
    """The first in its order; what only the second has is put after what it follows there, articles by their number."""
    order = list(first)
    shared = {id(provision) for provision in first} & {id(provision) for provision in second}
    at = 0
    for provision in second:
        if id(provision) in shared:
            at = next(index for index, other in enumerate(order) if other is provision) + 1
        else:
            at = _after_lower_numbers(order, at, provision, shared)
            order.insert(at, provision)
            at += 1
    return order


def _after_lower_numbers(order: Sequence[HeldProvision], at: int, new: HeldProvision, shared: set[int]) -> int:
    """Where an article belongs among those that only the first order has here."""
    if not new.is_article:
        return at
    for index in range(at, len(order)):
        other = order[index]
        if id(other) in shared:
            break
        if other.is_article and _comparable(other, new) and sort_key(other.number) < sort_key(new.number):
            at = index + 1
    return at


def _comparable(one: HeldProvision, other: HeldProvision) -> bool:
    return one.path.rpartition("/")[0] == other.path.rpartition("/")[0]
