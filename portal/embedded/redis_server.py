"""The embedded Redis: a broker that forgets nothing, listening on its socket alone."""

import os
import signal
from pathlib import Path
from typing import Final

import redis

from portal.embedded import programs
from portal.embedded.account import Account
from portal.embedded.failure import EmbeddedError
from portal.embedded.places import Places
from portal.embedded.waiting import comes_true

PATIENCE: Final = 30.0
DISK_FULL: Final = "No space left on device"


def start(places: Places, account: Account, *, durable: bool = True) -> None:
    """Start the server and wait until it has read its data; `durable=False` is for data that may be lost."""
    log = places.redis / "server.log"
    log.unlink(missing_ok=True)
    places.redis_socket.unlink(missing_ok=True)
    program = programs.redis(places, account)
    done = account.run([program, *_settings(places, durable=durable)])
    comes_true(lambda: is_running(places) or server_pid(places) is None, patience=PATIENCE)
    if is_running(places):
        return
    written = done.stdout + (log.read_text(errors="replace") if log.exists() else "")
    raise EmbeddedError(why_not_started(places, written))


def stop(places: Places, *, patience: float = PATIENCE) -> None:
    """Save and stop the server within so many seconds; nothing where it does not run."""
    pid = server_pid(places)
    if pid is None:
        return
    os.kill(pid, signal.SIGTERM)
    if not comes_true(lambda: server_pid(places) != pid, patience=patience):
        raise EmbeddedError(f"Redis under {places.redis} did not stop: is its disk full?")


def is_running(places: Places) -> bool:
    """True where the server answers on its socket, its data read."""
    with redis.Redis(unix_socket_path=str(places.redis_socket)) as client:
        try:
            return bool(client.ping())
        except (redis.ConnectionError, redis.BusyLoadingError):
            return False


def address(places: Places, database: int = 0) -> str:
    """The address of one numbered database."""
    return f"unix://{places.redis_socket}?db={database}"


def server_pid(places: Places) -> int | None:
    """The process that works in this data folder, whatever a pid file might say."""
    folder = places.redis.resolve()
    for process in Path("/proc").iterdir():
        try:
            if process.name.isdecimal() and (process / "cwd").readlink() == folder:
                return int(process.name)
        except OSError:  # another account's process, or one that has just ended
            continue
    return None


def _settings(places: Places, *, durable: bool) -> list[str]:
    settings = {
        "port": "0",
        "unixsocket": str(places.redis_socket),
        "unixsocketperm": "700",
        "dir": str(places.redis),
        "logfile": str(places.redis / "server.log"),
        "daemonize": "yes",
        # A broker may lose no message: nothing is evicted, and every write goes to the append-only file.
        "maxmemory-policy": "noeviction",
        "appendonly": "yes" if durable else "no",
        "appendfsync": "everysec",
        "save": "",
        "databases": "64",
    }
    return [word for name, value in settings.items() for word in (f"--{name}", value)]


def why_not_started(places: Places, written: str) -> str:
    """One sentence from what the server wrote last."""
    if DISK_FULL in written:
        return f"The disk is full: make room under {places.var} and run the command again."
    lines = [line.split("# ", 1)[-1].strip() for line in written.splitlines() if line.strip()]
    reason = (lines or ["no reason given"])[-1].rstrip(".")
    return (
        f"Redis cannot start on the data folder {places.redis} ({reason}):"
        " restore it from a backup, or move it away to begin anew."
    )
