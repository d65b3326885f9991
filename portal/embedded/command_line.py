"""`manage.py` on a machine where nothing is configured, and on one where everything is."""

import errno
import os
import secrets
import signal
import sys
from collections.abc import Iterator, MutableMapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Final

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from portal.embedded.addresses import addresses
from portal.embedded.failure import EmbeddedError
from portal.embedded.lease import POSTGRESQL, REDIS, take
from portal.embedded.places import make_open, writing_to

PROJECT: Final = Path(__file__).resolve().parents[2]
# Commands that ask no server anything: starting one for them would only cost time.
WITHOUT_SERVERS: Final = frozenset(
    {
        *("", "help", "--help", "-h", "version", "--version", "check", "diffsettings"),
        *("collectstatic", "findstatic", "makemessages", "compilemessages", "compile_catalogues"),
        *("verify_history", "verify_receipt"),
    }
)
# Commands that change tables, which the application role may not.
AS_OWNER: Final = frozenset({"migrate", "makemigrations", "sqlmigrate", "flush", "sqlflush"})
# Commands of a demonstration, which has a secret of its own even where the servers are given.
DEMONSTRATION: Final = frozenset({"demo"})
MADE_ONCE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL


def main(arguments: Sequence[str]) -> None:
    """Run one command, the embedded servers at its side where none are configured."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    try:
        with configured(arguments[1] if len(arguments) > 1 else ""):
            execute_from_command_line(list(arguments))
    except (EmbeddedError, ImproperlyConfigured) as error:
        sys.exit(str(error))
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        sys.exit("The disk is full: make room and run the command again.")
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)


@contextmanager
def configured(command: str) -> Iterator[None]:
    """The environment of one command: what is unset is filled in, and the servers behind it run meanwhile."""
    var = Path(os.environ.setdefault("PORTAL_VAR", str(PROJECT / "var")))
    missing = frozenset(
        server
        for server, variable in ((POSTGRESQL, "DATABASE_URL"), (REDIS, "REDIS_URL"))
        if variable not in os.environ
    )
    lease = take(var, missing) if missing and command not in WITHOUT_SERVERS else None
    try:
        if lease:
            signal.signal(signal.SIGTERM, _terminated)
        if POSTGRESQL in missing or command in DEMONSTRATION:
            os.environ.update(_unset(local_environment(var, kept=command not in WITHOUT_SERVERS)))
        _fill_in_addresses(var, missing)
        if command in AS_OWNER and "MIGRATION_DATABASE_URL" in os.environ:
            os.environ["DATABASE_URL"] = os.environ["MIGRATION_DATABASE_URL"]
        yield
    finally:
        if lease:
            lease.release()


def local_environment(var: Path, *, kept: bool) -> dict[str, str]:
    """What a site on this machine alone runs with: its own secret (kept, or for once), plain HTTP, local names."""
    return {
        "SECRET_KEY": secret_key(var) if kept else secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
        "HTTPS": "no",
    }


def secret_key(var: Path) -> str:
    """The secret kept under the folder, made at the first call, readable by its owner alone."""
    path = var / "secret-key"
    with writing_to(var):
        make_open(var)
        with suppress(FileExistsError), os.fdopen(os.open(path, MADE_ONCE, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
        return path.read_text()


def _fill_in_addresses(var: Path, missing: frozenset[str]) -> None:
    known = addresses(var)
    if POSTGRESQL in missing:
        os.environ["DATABASE_URL"] = known.database
        os.environ["MIGRATION_DATABASE_URL"] = known.migration
    if REDIS in missing:
        os.environ["REDIS_URL"] = known.redis


def _unset(environment: MutableMapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name not in os.environ}


def _terminated(_signal: int, _frame: FrameType | None) -> None:
    """TERM ends a command as Ctrl-C does: through its `finally`, the servers stopped."""
    raise SystemExit(128 + signal.SIGTERM)
