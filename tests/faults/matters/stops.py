"""Where a submission, or the making of a receipt, is stopped: by a lock on what the next step needs."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psycopg

from portal.embedded import postgresql, redis_server
from portal.embedded.account import for_folder
from portal.embedded.places import Places
from portal.embedded.waiting import comes_true
from tests.bench.site import FailedError
from tests.faults.matters.people import Person

PATIENCE: Final = 120.0
# Somebody waits for what this session holds, who has to do with this table.
STOPPED: Final = """
SELECT FROM pg_locks AS waiting WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))
AND EXISTS (SELECT FROM pg_locks AS own WHERE own.pid = waiting.pid AND own.granted AND own.relation = %s::regclass)
"""
THE_ENTRY_AFTER_THE_NEXT: Final = """
INSERT INTO matters_entry (matter_id, position, what, actor, person, details, at, previous, hash)
SELECT %(matter)s, max(position) + 2, 'nothing', 'portal', '', '{}', now(), '', ''
FROM matters_entry WHERE matter_id = %(matter)s
"""
# PostgreSQL looks at foreign keys when it commits.
WHO_IS_NAMED: Final = "SELECT FROM accounts_user WHERE id = %(user)s FOR UPDATE"


@dataclass(frozen=True, slots=True)
class Stop:
    """What is done already, and the statement whose lock the next step waits for."""

    after: str
    lock: str


def writing(after: str, table: str) -> Stop:
    """A stop before something is written to a table; reading it goes on, and so does locking its rows."""
    return Stop(after, f"LOCK TABLE {table} IN SHARE MODE")


SUBMITTING: Final = (
    Stop("nothing", "SELECT FROM matters_matter WHERE id = %(matter)s FOR UPDATE"),
    writing("the matter is locked", "matters_party"),
    Stop("the enterprise stands among the parties", "SELECT FROM matters_serial FOR UPDATE"),
    writing("the series is locked", "matters_serial"),
    writing("the number is taken", "matters_matter"),
    writing("the matter has moved", "workflow_event"),
    writing("the event is left", "matters_entry"),
    writing("the move stands in the history", "matters_submission"),
    writing("the submission is frozen", "matters_produced"),
    Stop("the exhibits are bound to it", THE_ENTRY_AFTER_THE_NEXT),
    writing("the history says that it is frozen", "notices_notice"),
    Stop("all is written and being committed", WHO_IS_NAMED),
)
MAKING: Final = (
    writing("the paper is printed", "files_file"),
    writing("the paper is kept", "matters_receipt"),
    writing("the receipt is written", "matters_entry"),
    writing("the history says so", "notices_notice"),
    Stop("all is written and being committed", WHO_IS_NAMED),
)


@contextmanager
def stopping(var: Path, stop: Stop, person: Person) -> Iterator[psycopg.Connection]:
    """Hold what the step after needs; let go at the end, with nothing changed."""
    session = psycopg.connect(postgresql.address(Places.at(var), postgresql.SUPERUSER))
    try:
        session.execute(stop.lock, {"matter": person.matter.pk, "user": person.user.pk})
        yield session
    finally:
        session.close()


def await_stop(session: psycopg.Connection, stop: Stop, *, holding: str) -> None:
    """Until somebody who has to do with a table waits for what the session holds."""
    if not comes_true(lambda: session.execute(STOPPED, [holding]).fetchone() is not None, patience=PATIENCE):
        raise FailedError(f"Nobody came to the stop after “{stop.after}”.")


@contextmanager
def redis_stopped(var: Path) -> Iterator[None]:
    """Redis answers nobody meanwhile."""
    pid = redis_server.server_pid(Places.at(var))
    if pid is None:
        raise FailedError("Redis does not run.")
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


def restart_postgresql(var: Path, how: signal.Signals) -> None:
    """PostgreSQL goes away and comes back: SIGINT ends every session, SIGQUIT everything at once, as a crash does."""
    places = Places.at(var)
    pid = postgresql.server_pid(places)
    if pid is None:
        raise FailedError("PostgreSQL does not run.")
    os.kill(pid, how)
    comes_true(lambda: postgresql.server_pid(places) is None, patience=PATIENCE)
    postgresql.start(places, for_folder(places.var))
