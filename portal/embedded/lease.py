"""Who uses the embedded servers: they run as long as somebody does, and no longer.

Each user holds a shared lock on one file, which the kernel drops however the user ends. The last one
out stops the servers.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from portal.embedded import postgresql, redis_server
from portal.embedded.account import Account
from portal.embedded.places import Places, prepare

POSTGRESQL: Final = "postgresql"
REDIS: Final = "redis"
BOTH: Final = frozenset({POSTGRESQL, REDIS})


class Lease:
    """The use of the embedded servers by one process, from `take` to `release`."""

    def __init__(self, places: Places, account: Account, users: int) -> None:
        self.places = places
        self.account = account
        self._users: int | None = users
        self._pid = os.getpid()

    def release(self) -> None:
        """End the use; where nobody else uses the servers, stop them. A second call, or one in a fork, does nothing."""
        if self._users is None or self._pid != os.getpid():
            return
        with _starting(self.places):
            if _only_user(self._users):
                redis_server.stop(self.places)
                postgresql.stop(self.places, self.account)
            os.close(self._users)
            self._users = None


def take(var: Path, servers: frozenset[str] = BOTH, *, durable: bool = True) -> Lease:
    """Use the servers under a folder, starting those that do not run; `EmbeddedError` where they cannot."""
    places = Places(var.absolute())
    account = prepare(places)
    with _starting(places):
        users = _open(places, "users.lock")
        fcntl.flock(users, fcntl.LOCK_SH)
        lease = Lease(places, account, users)
    try:
        with _starting(places):
            if POSTGRESQL in servers and not postgresql.is_running(places):
                postgresql.start(places, account, durable=durable)
            if REDIS in servers and not redis_server.is_running(places):
                redis_server.start(places, account, durable=durable)
    except BaseException:
        lease.release()
        raise
    return lease


@contextmanager
def _starting(places: Places) -> Iterator[None]:
    """One at a time starts or stops servers."""
    lock = _open(places, "servers.lock")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _only_user(users: int) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _open(places: Places, name: str) -> int:
    return os.open(places.var / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
