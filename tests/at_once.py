"""Things done at once, each in a thread and on a connection of its own."""

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

from django.db import connections

# How long one may wait for another before the test is stuck, in seconds.
PATIENCE: Final = 60


def at_once(*doings: Callable[[], Any], refused: type[Exception] | tuple[type[Exception], ...] = ()) -> list[Any]:
    """What became of each, in the order they are named: what it answered, or how it was refused.

    Anything else that goes wrong in one of them is raised.
    """
    line = threading.Barrier(len(doings))

    def do(doing: Callable[[], Any]) -> Any:
        line.wait(PATIENCE)
        try:
            return doing()
        except refused as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(doings)) as threads:
        return list(threads.map(do, doings, timeout=PATIENCE))


def codes(outcomes: Iterable[Any]) -> list[str]:
    """The codes of those that were refused, sorted."""
    return sorted(str(outcome.code) for outcome in outcomes if isinstance(outcome, Exception))
