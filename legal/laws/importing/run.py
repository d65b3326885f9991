"""A run of the import: every law of a tree in a transaction of its own, the index brought up at the end."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection, transaction

from legal.laws.importing.desk import Desk
from legal.laws.importing.report import Report
from legal.laws.parsing.records import ParsedLaw, Rejection
from portal.search import actions as search

# Any number that no other lock of the portal has: one import at a time, so that two never make one law twice.
LOCK: Final = 5_720_417_001
Progress = Callable[[], object]


def run(
    laws: Iterable[ParsedLaw | Rejection],
    *,
    dry_run: bool = False,
    progress: Progress = lambda: None,
    index: Progress = search.apply,
) -> Report:
    """Import laws as they are read; `progress` is called after each. A dry run is rolled back as a whole.

    `index` brings the index up to what was written.
    """
    report = Report()
    with _alone(), _rolled_back() if dry_run else _fast():
        desk = Desk(report)
        for law in laws:
            desk.receive(law)
            progress()
        desk.close()
    if not dry_run:
        index()
    return report


@contextmanager
def _alone() -> Iterator[None]:
    """While another import runs, wait."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


@contextmanager
def _rolled_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def _fast() -> Iterator[None]:
    """A crash of the server loses at most the last laws, whole ones, which the next run brings again."""
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit TO off")
        try:
            yield
        finally:
            cursor.execute("RESET synchronous_commit")
