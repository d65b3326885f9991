"""Who wants to know that somebody has left an enterprise, or owns it no longer: rooms above, within its transaction."""

from collections.abc import Callable
from typing import Any, Final

Watcher = Callable[[Any, Any], object]
_watchers: Final[dict[Watcher, None]] = {}


def watch(watcher: Watcher) -> None:
    """Call a function with the `Enterprise`, locked, and the `User` who is no member, or no owner, of it any more."""
    _watchers[watcher] = None


def tell(enterprise: Any, person: Any) -> None:
    """Say that somebody has left, or owns the enterprise no longer."""
    for watcher in _watchers:
        watcher(enterprise, person)
