"""A portal for the benchmark alone: servers, database and index in a folder of its own, removed at the end."""

import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import psycopg

from portal.embedded import addresses, take
from tests.bench.measuring import Spent, spend

PROJECT: Final = Path(__file__).resolve().parents[2]
CORPUS: Final = PROJECT.parent / "shared" / "corpus"
# What a portal in use beside this one may have set: nothing of it is touched.
FOREIGN: Final = ("STATIC_ROOT", "SEARCH_INDEX_DIR", "CACHE_URL", "DATABASE_POOL", "HOST", "PORT", "WEB_PROCESSES")


class FailedError(Exception):
    """A step of the benchmark did not succeed; the message says which, and what it wrote last."""


@contextmanager
def own_site() -> Iterator[Path]:
    """Servers that keep what they are given as in production, and the environment that leads to them."""
    var = Path(tempfile.mkdtemp(prefix="portal-bench-"))
    var.chmod(0o755)  # as root the servers run as somebody else, who must be able to enter
    try:
        lease = take(var)
        try:
            _configure(var)
            yield var
        finally:
            lease.release()
    finally:
        shutil.rmtree(var, ignore_errors=True)


def _configure(var: Path) -> None:
    known = addresses(var)
    for name in FOREIGN:
        os.environ.pop(name, None)
    os.environ.update(
        DJANGO_SETTINGS_MODULE="portal.settings",
        PORTAL_VAR=str(var),
        DATABASE_URL=known.database,
        MIGRATION_DATABASE_URL=known.migration,
        REDIS_URL=known.redis,
        SECRET_KEY=secrets.token_urlsafe(50),
        ALLOWED_HOSTS="127.0.0.1",
        HTTPS="no",
        LOG_LEVEL="WARNING",
        # All questions come from one address here.
        SEARCH_RATE="1000000/s",
        SUGGESTION_RATE="1000000/s",
        API_RATE="1000000/s",
    )


def manage(var: Path, *arguments: str, allowed: tuple[int, ...] = (0,)) -> Spent:
    """One command of the portal, measured; a run that rejects a file of the corpus ends with 1 and is still a run."""
    log = var / "commands.log"
    spent, status = spend([sys.executable, str(PROJECT / "manage.py"), *arguments], log, folder=PROJECT)
    if status not in allowed:
        last = log.read_text(errors="replace").strip().splitlines()[-1:]
        raise FailedError(f"manage.py {arguments[0]} ended with status {status}: {' '.join(last)}")
    return spent


def settle() -> None:
    """What PostgreSQL does by itself within a minute or two of so many new rows: look at them, for its plans."""
    with psycopg.connect(os.environ["MIGRATION_DATABASE_URL"], autocommit=True) as owner:
        owner.execute("VACUUM (ANALYZE)")
