"""Things done at once, each in a thread and on a connection of its own."""

import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

from django.db import connection, connections, transaction

# How long one may wait for another before the test is stuck, in seconds.
PATIENCE: Final = 60


def at_once(
    *doings: Callable[[], Any],
    refused: type[Exception] | tuple[type[Exception], ...] = (),
    patience: float = PATIENCE,
) -> list[Any]:
    """What became of each, in the order they are named: what it answered, or how it was refused.

    Anything else that goes wrong in one of them is raised.
    """
    line = threading.Barrier(len(doings))

    def do(doing: Callable[[], Any]) -> Any:
        line.wait(PATIENCE)
        return _outcome(doing, refused)

    with ThreadPoolExecutor(len(doings)) as threads:
        return list(threads.map(do, doings, timeout=patience))


def behind(
    first: Callable[[], Any],
    doing: Callable[[], Any],
    *,
    refused: type[Exception] | tuple[type[Exception], ...] = (),
    given_up: bool = False,
) -> Any:
    """What became of a doing that came upon what another had done and not yet committed, and waited for it.

    The first is done in the test's own transaction; the other begins in a thread, and once the database says that it
    waits, the first is committed, or undone where it is `given_up`. A doing that ends without waiting has not shown
    anything, and fails the test.
    """
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            first()
            second = threads.submit(_outcome, doing, refused)
            deadline = time.monotonic() + PATIENCE
            while not is_waited_for():
                assert not second.done(), f"It did not wait: {second.result()!r}"
                assert time.monotonic() < deadline, "Nobody came to wait."
            transaction.set_rollback(given_up)
        return second.result(PATIENCE)


def is_waited_for() -> bool:
    """Whether somebody waits for the transaction of this connection."""
    # Not pg_stat_activity, which within a transaction shows what it showed when first asked.
    waiting = (
        "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid)))"
    )
    with connection.cursor() as cursor:
        cursor.execute(waiting)
        return bool(cursor.fetchone()[0])


def codes(outcomes: Iterable[Any]) -> list[str]:
    """The codes of those that were refused, sorted."""
    return sorted(str(outcome.code) for outcome in outcomes if isinstance(outcome, Exception))


def _outcome(doing: Callable[[], Any], refused: type[Exception] | tuple[type[Exception], ...]) -> Any:
    try:
        return doing()
    except refused as refusal:
        return refusal
    finally:
        connections.close_all()
