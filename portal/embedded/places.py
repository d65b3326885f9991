"""Where the embedded servers keep their data, sockets and locks."""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from portal.embedded.account import Account, for_folder
from portal.embedded.failure import EmbeddedError

# A socket's path holds 107 bytes; the longest of ours is <folder>/.s.PGSQL.5432.lock of 20 with its slash.
LONGEST_SOCKET_FOLDER: Final = 107 - 20
SHORT_PLACE: Final = Path("/tmp")  # noqa: S108 - the folder in it is private and checked to be ours # nosec B108


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files of one set of embedded servers."""

    var: Path

    @classmethod
    def at(cls, var: Path | str) -> "Places":
        """Those under a folder, however it was named."""
        return cls(Path(var).absolute())

    @property
    def postgresql(self) -> Path:
        return self.var / "postgresql"

    @property
    def redis(self) -> Path:
        return self.var / "redis"

    @property
    def programs(self) -> Path:
        return self.var / "programs"

    @property
    def sockets(self) -> Path:
        """`run` under the folder; where its path is too long for a socket, a private short folder named after it."""
        folder = self.var / "run"
        if len(os.fsencode(folder)) <= LONGEST_SOCKET_FOLDER:
            return folder
        name = hashlib.sha256(os.fsencode(self.var)).hexdigest()[:16]
        return SHORT_PLACE / f"portal-{name}"

    @property
    def redis_socket(self) -> Path:
        return self.sockets / "redis.sock"


def prepare(places: Places) -> Account:
    """Make the folders the servers need and name the account they run as; no other folder is touched."""
    with writing_to(places.var):
        return _prepared(places)


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """`EmbeddedError` naming the folder of the data where it cannot be written."""
    try:
        yield
    except OSError as error:
        raise EmbeddedError(
            f"The folder {folder} cannot be written ({error.strerror}):"
            " make it writable, or name another one in PORTAL_VAR."
        ) from error


def make_open(folder: Path) -> list[Path]:
    """Make a folder, and those on the way to it, open to all whatever the umask; answers what was not there."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir()
        place.chmod(0o755)
    return missing


def _prepared(places: Places) -> Account:
    account = for_folder(places.var)
    for folder in make_open(places.var):
        if account.switch and account.name != "nobody":
            os.chown(folder, account.uid, account.gid)
    if not account.reaches(places.var):
        raise EmbeddedError(
            f"PostgreSQL does not run as root, and the account {account.name} may not enter {places.var}:"
            " put the data where it may, for example PORTAL_VAR=/var/lib/law-wisdom-valley."
        )
    for folder in (places.redis, places.sockets):
        account.own_folder(folder)
    _check_private(places.sockets, account)
    return account


def _check_private(folder: Path, account: Account) -> None:
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != account.uid or stat.S_IMODE(found.st_mode) != 0o700:
        raise EmbeddedError(
            f"The folder of the sockets {folder} is not a private folder of the account {account.name}:"
            " remove it and run the command again."
        )
