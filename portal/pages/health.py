"""Whether the parts of the site work, asked of each part itself."""

import logging
import time
from collections.abc import Callable
from typing import Final

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from kombu.exceptions import OperationalError

from portal.celery import app
from portal.search.reading import reader

logger = logging.getLogger(__name__)

HEARTBEAT: Final = "heartbeat"
# Beat sends a heartbeat every ten seconds; one that is late by this much is not coming.
HEARTBEAT_SECONDS: Final = 60


def beat() -> None:
    """Keep that a task sent by beat over the broker was run by a worker just now."""
    cache.set(HEARTBEAT, time.time(), HEARTBEAT_SECONDS)


def database() -> bool:
    """True where the database answers and has every migration of this version."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def stored() -> bool:
    """True where the cache keeps what it is given."""
    cache.set("health", "kept", 10)
    return bool(cache.get("health") == "kept")


def broker() -> bool:
    """True where a task can be handed over."""
    with app.connection_for_write() as connection:
        connection.ensure_connection(max_retries=1, timeout=2)
        return bool(connection.connected)


def index() -> bool:
    """True where there is a search index to read."""
    return reader() is not None


def worker() -> bool:
    """True where a worker has lately run a task of beat's."""
    return cache.get(HEARTBEAT) is not None


# What a web process cannot serve without, and what the site cannot live without for long.
WEB: Final = {"database": database, "index": index}
SITE: Final = WEB | {"cache": stored, "broker": broker, "worker": worker}


def report(parts: dict[str, Callable[[], bool]]) -> dict[str, bool]:
    """Each part with whether it works; the reason of a failure goes to the log alone."""
    return {name: _works(name, part) for name, part in parts.items()}


def _works(name: str, part: Callable[[], bool]) -> bool:
    try:
        return part()
    except (DatabaseError, OperationalError) as error:
        logger.warning("The %s does not answer: %s", name, error)
        return False
