"""The programs of a run: a worker that is killed, beat, a mail server in a process of its own, a Redis that forgets."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from portal.embedded import redis_server
from portal.embedded.account import for_folder
from portal.embedded.places import Places
from portal.embedded.waiting import comes_true
from tests.bench.site import PROJECT, FailedError

PATIENCE = 60.0


class Background:
    """A program in a session of its own, so that it can be killed with all its children."""

    def __init__(self, command: list[str], log: Path) -> None:
        self.command = command
        self.log = log
        self.ended = 0
        self.process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as output:
            return subprocess.Popen(
                self.command,
                cwd=PROJECT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    def kill(self) -> None:
        """SIGKILL, to it and to its children: nobody has time for a last word."""
        with suppress(ProcessLookupError):  # it has ended by itself, and none of its children is left
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def kill_and_restart(self) -> None:
        self.kill()
        self.process = self._start()

    def keep_up(self) -> None:
        """Start it again where it has ended by itself, as whoever runs it in earnest does (docker-compose.yml)."""
        if self.process.poll() is not None:
            self.ended += 1
            self.kill_and_restart()


@contextmanager
def running(command: list[str], log: Path) -> Iterator[Background]:
    program = Background(command, log)
    try:
        yield program
    finally:
        program.kill()


def celery(*arguments: str, app: str = "portal") -> list[str]:
    return [sys.executable, "-m", "celery", "-A", app, *arguments]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def await_port(port: int) -> None:
    def listens() -> bool:
        with socket.socket() as caller:
            return caller.connect_ex(("127.0.0.1", port)) == 0

    if not comes_true(listens, patience=PATIENCE):
        raise FailedError(f"Nobody listens on port {port}.")


def empty_redis(var: Path) -> None:
    """Redis is gone, and comes back without anything it was given."""
    places = Places.at(var)
    pid = redis_server.server_pid(places)
    if pid is None:
        raise FailedError("Redis does not run.")
    os.kill(pid, signal.SIGKILL)
    comes_true(lambda: redis_server.server_pid(places) is None, patience=PATIENCE)
    for path in places.redis.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    redis_server.start(places, for_folder(places.var))
