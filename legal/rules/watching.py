"""Who wants to know that the days of a calendar have changed: rooms above, within the transaction of the change."""

from collections.abc import Callable
from typing import Any, Final

Watcher = Callable[[Any], object]
_watchers: Final[dict[Watcher, None]] = {}


def watch(watcher: Watcher) -> None:
    """Call a function with each `Calendar` whose days have changed."""
    _watchers[watcher] = None


def tell(calendar: Any) -> None:
    """Say that the days of a calendar have changed."""
    for watcher in _watchers:
        watcher(calendar)
