"""What an import runs in: alone, and either rolled back as a whole or as fast as is safe."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection, transaction

# Any number that no other lock of the portal has: one import at a time, so that two never make one law twice.
LOCK: Final = 5_720_417_001


@contextmanager
def alone() -> Iterator[None]:
    """While another import runs, wait."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


@contextmanager
def rolled_back() -> Iterator[None]:
    """Whatever is written inside is not kept."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def fast() -> Iterator[None]:
    """A crash of the server loses at most the last laws, whole ones, which the next run brings again."""
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit TO off")
        try:
            yield
        finally:
            cursor.execute("RESET synchronous_commit")
