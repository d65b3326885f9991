"""PostgreSQL and Redis of one test run, in a folder of their own: a portal running beside is not disturbed.

The tests run as the application role; the tables are made by the owner.
"""

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import django
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from portal.embedded import Lease, addresses, postgresql, take
from portal.embedded.places import Places

RUN = pytest.StashKey[tuple[Path, Lease]]()
# Django writes these again as soon as they are empty.
MADE_AGAIN = frozenset({"django_content_type", "auth_permission"})


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        var = Path(tempfile.mkdtemp(prefix="portal-tests-"))
        var.chmod(0o755)  # as root the servers run as somebody else, who must be able to enter
        os.environ["PORTAL_VAR"] = str(var)
        config.stash[RUN] = var, take(var, durable=False)
    _configure(Path(os.environ["PORTAL_VAR"]), os.environ.get("PYTEST_XDIST_WORKER", "main"))
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STATIC_ROOT.mkdir(exist_ok=True)
    # A password is slow to hash in earnest, on purpose; hundreds of tests make a person who has one.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # The half minute of a code ends, now and then, between reckoning it and handing it in.
    settings.MFA_TOTP_TOLERANCE = 1
    django.setup()


def pytest_xdist_setupnodes(config: pytest.Config) -> None:
    """A worker reads the settings when its own databases are known, not as soon as it finds their name."""
    os.environ.pop("DJANGO_SETTINGS_MODULE")


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    if RUN in config.stash:
        var, lease = config.stash[RUN]
        lease.release()
        shutil.rmtree(var, ignore_errors=True)


def _configure(var: Path, worker: str) -> None:
    """Each process of a run has its own database, its own two Redis databases, its own index."""
    known = addresses(var)
    number = int(worker.removeprefix("gw")) + 1 if worker.startswith("gw") else 0
    os.environ.update(
        DJANGO_SETTINGS_MODULE="portal.settings",
        # Playwright keeps an event loop in the thread of the tests, which Django would take for asynchronous code.
        DJANGO_ALLOW_ASYNC_UNSAFE="1",
        DATABASE_URL=known.database.replace("/portal?", f"/test_{worker}?"),
        MIGRATION_DATABASE_URL=known.migration.replace("/portal?", f"/test_{worker}?"),
        DATABASE_POOL="0",
        REDIS_URL=known.redis.replace("db=0", f"db={2 * number}"),
        SEARCH_INDEX_DIR=str(var / f"index-{worker}"),
        SECRET_KEY="the secret of the tests, which is none",
        ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
        HTTPS="no",
        # A test sees at once what it has changed.
        PAGES_BEHIND="0",
    )


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """The database of this process, migrated by the owner, used by the application role."""
    connection = connections["default"]
    database = connection.settings_dict
    application = database["USER"]
    places = Places(Path(os.environ["PORTAL_VAR"]))
    postgresql.make_database(places, database["NAME"])
    with django_db_blocker.unblock():
        database["USER"] = postgresql.OWNER
        with no_collection():
            call_command("migrate", verbosity=0)
        connection.close()
        database["USER"] = application

    def empty(operations: object, tables: list[str]) -> None:
        _empty(places, database["NAME"], tables)

    with pytest.MonkeyPatch.context() as patched:
        # For every connection: once a browser's event loop runs in this thread, Django opens another one.
        patched.setattr(type(connection.ops), "sql_flush", lambda _operations, _style, tables, **_how: tables)
        patched.setattr(type(connection.ops), "execute_sql_flush", empty)
        yield
    with django_db_blocker.unblock():
        connections.close_all()


@contextmanager
def no_collection() -> Iterator[None]:
    """Migrations make every model again and again, and looking for those that are gone took a third of the time."""
    gc.disable()
    yield
    gc.enable()


def _empty(places: Places, name: str, tables: list[str]) -> None:
    """A test that commits ends with its tables emptied, which the role of the site may not do to any of them.

    Only where there are rows, and whatever triggers and foreign keys say: to truncate all tables takes a second.
    """
    names = [sql.Identifier(table) for table in tables if table not in MADE_AGAIN]
    holding = (sql.SQL("SELECT {} WHERE EXISTS (SELECT FROM {})").format(one.as_string(), one) for one in names)
    with postgresql.connect(places, postgresql.SUPERUSER, name) as connection, connection.transaction():
        connection.execute("SET LOCAL lock_timeout = '30s'; SET LOCAL session_replication_role = replica")
        # Whoever still writes ends first.
        connection.execute(sql.SQL("LOCK TABLE {} IN EXCLUSIVE MODE").format(sql.SQL(", ").join(names)))
        for (table,) in connection.execute(sql.SQL(" UNION ALL ").join(holding)).fetchall():
            connection.execute(sql.SQL("DELETE FROM {}").format(sql.SQL(table)))


@pytest.fixture
def analyzed(transactional_db: None) -> Callable[[str], None]:
    """Lets the planner know what was committed to a table, as only its owner may."""

    def analyze(table: str) -> None:
        places = Places(Path(os.environ["PORTAL_VAR"]))
        with postgresql.connect(places, postgresql.OWNER, connections["default"].settings_dict["NAME"]) as owner:
            owner.execute(f"ANALYZE {table}")

    return analyze
