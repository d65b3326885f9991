"""Who uses the embedded servers: they run as long as somebody does, and no longer.

Each user holds a shared lock on one file, which the kernel drops however the user ends. The last one out stops
the servers; where the last one was killed, the keeper does, who waits for the lock that nobody can share.
"""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from portal.embedded import postgresql, redis_server
from portal.embedded.account import Account, for_folder
from portal.embedded.places import Places, prepare

POSTGRESQL: Final = "postgresql"
REDIS: Final = "redis"
BOTH: Final = frozenset({POSTGRESQL, REDIS})
USERS: Final = "users.lock"
PROJECT: Final = Path(__file__).resolve().parents[2]
KEEPER: Final = "import sys, pathlib, portal.embedded.lease as l; l.keep(pathlib.Path(sys.argv[1]), int(sys.argv[2]))"
KEEPER_SECONDS: Final = 20.0


class Lease:
    """The use of the embedded servers by one process, from `take` to `release`."""

    def __init__(self, places: Places, account: Account, users: int) -> None:
        self.places = places
        self.account = account
        self.keeper: subprocess.Popen[bytes] | None = None
        self._users: int | None = users
        self._pid = os.getpid()

    def release(self) -> None:
        """End the use; where nobody else uses the servers, stop them. A second call, or one in a fork, does nothing."""
        if self._users is None or self._pid != os.getpid():
            return
        with _starting(self.places):
            alone = _only_user(self._users)
            if alone:
                stop_servers(self.places, self.account)
            os.close(self._users)
            self._users = None
        if alone and self.keeper:
            self.keeper.wait(KEEPER_SECONDS)


def take(var: Path, servers: frozenset[str] = BOTH, *, durable: bool = True) -> Lease:
    """Use the servers under a folder, starting those that do not run; `EmbeddedError` where they cannot."""
    places = Places.at(var)
    account = prepare(places)
    with _starting(places):
        users = _open(places, USERS)
        fcntl.flock(users, fcntl.LOCK_SH)
        lease = Lease(places, account, users)
    try:
        with _starting(places):
            if _start_missing(places, account, servers, durable=durable):
                lease.keeper = _send_for_keeper(places)
    except BaseException:
        lease.release()
        raise
    return lease


def keep(var: Path, users: int) -> None:
    """Wait until nobody uses the servers under a folder, then stop them: the keeper's whole work, to its end."""
    places = Places.at(var)
    # Who starts servers waits for this lock first, so while it is held none can start.
    fcntl.flock(users, fcntl.LOCK_EX)
    stop_servers(places, for_folder(places.var))


def stop_servers(places: Places, account: Account) -> None:
    """Stop both; call it only with the lock of the users to oneself."""
    redis_server.stop(places)
    postgresql.stop(places, account)


def _start_missing(places: Places, account: Account, servers: frozenset[str], *, durable: bool) -> bool:
    """True where a server had to be started."""
    started = False
    if POSTGRESQL in servers and not postgresql.is_running(places):
        postgresql.start(places, account, durable=durable)
        started = True
    if REDIS in servers and not redis_server.is_running(places):
        redis_server.start(places, account, durable=durable)
        started = True
    return started


def _send_for_keeper(places: Places) -> subprocess.Popen[bytes]:
    """A process of its own session, so that what ends its parent does not end it."""
    users = _open(places, USERS)
    try:
        return subprocess.Popen(  # noqa: S603 - this very Python and a function of ours
            [sys.executable, "-c", KEEPER, str(places.var), str(users)],
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(users,),
            start_new_session=True,
        )
    finally:
        os.close(users)


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
