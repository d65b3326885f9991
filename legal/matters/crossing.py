"""Whether a matter concerns somebody outside China: a party, or whoever rooms above know of."""

from collections.abc import Callable
from typing import Final

from legal.matters.models import Matter

CHINA: Final = "cn"
Concerned = Callable[[Matter], bool]
_others: Final[list[Concerned]] = []


def also(concerned: Concerned) -> None:
    """Ask `concerned(matter)` as well whether somebody outside China is concerned by a matter."""
    _others.append(concerned)


def mark(matter: Matter) -> None:
    """Settle the mark of a matter that is locked, within its transaction.

    It follows whoever is concerned while the matter is a draft; of what was submitted it is never taken off.
    """
    stays = matter.cross_border and not matter.is_draft
    abroad = stays or matter.parties.exclude(country__code=CHINA).exists() or any(asked(matter) for asked in _others)
    if abroad != matter.cross_border:
        matter.cross_border = abroad
        matter.save(update_fields=["cross_border"])
