"""What else a matter holds: rooms above say how their parts of it are removed when its term of retention is over."""

from collections.abc import Callable
from typing import Any, Final

Empty = Callable[[Any], None]
_empties: Final[list[Empty]] = []


def also(empty: Empty) -> None:
    """Remove, by `empty(matter)`, what another room holds of a matter, in the transaction that empties the matter.

    It is asked first, while parties and what was submitted are still there.
    """
    if empty not in _empties:
        _empties.append(empty)


def elsewhere(matter: Any) -> None:
    """Remove what the rooms above hold of a matter."""
    for empty in _empties:
        empty(matter)
