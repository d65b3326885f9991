"""The web server as it runs in production, and a client that asks it over HTTP on this machine."""

import http.client
import itertools
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).resolve().parents[1]
HOST: Final = "127.0.0.1"
PATIENCE: Final = 30.0
CLIENTS: Final = 4
# Each request is of an address of its own, out of those kept for measuring (RFC 2544): nobody is told to wait.
ADDRESSES: Final = itertools.cycle([f"198.18.{a}.{b}" for a in range(256) for b in range(1, 255)])


@contextmanager
def server(application: str, log: Path) -> Iterator[int]:
    """A web server of two processes; its port."""
    port = free_port()
    environment = os.environ | {"PORT": str(port), "HOST": HOST, "WEB_PROCESSES": "2"}
    command = [sys.executable, "-m", "gunicorn", "-c", str(PROJECT / "gunicorn.conf.py"), application]
    with log.open("ab") as output:
        process = subprocess.Popen(command, env=environment, cwd=PROJECT, stdout=output, stderr=output)  # noqa: S603
    try:
        wait_for(port, process)
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        port: int = found.getsockname()[1]
        return port


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Until the server answers; `ConnectionError` where it does not."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as asked:
            if asked.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.05)
    raise ConnectionError("The web server does not answer.")


class Client:
    """One reader with a connection that stays open."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)

    def get(self, path: str, headers: Mapping[str, str] | None = None, *, status: int = 200) -> Mapping[str, str]:
        """The headers of the answer, which is read whole; `ValueError` where it is not of this status."""
        sent = {"Host": "localhost", "X-Forwarded-For": next(ADDRESSES), **(headers or {})}
        self.connection.request("GET", path, headers=sent)
        answer = self.connection.getresponse()
        answer.read()
        if answer.status != status:
            raise ValueError(f"{path} answered {answer.status}.")
        return dict(answer.headers)

    def close(self) -> None:
        self.connection.close()


def requests_a_second(port: int, path: str, seconds: float) -> float:
    """How many requests the server answers, asked by several at once without a pause."""
    counts: list[int] = []
    threads = [threading.Thread(target=_ask, args=(port, path, seconds, counts)) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / seconds


def _ask(port: int, path: str, seconds: float, counts: list[int]) -> None:
    client = Client(port)
    end = time.monotonic() + seconds
    answered = 0
    while time.monotonic() < end:
        client.get(path)
        answered += 1
    client.close()
    counts.append(answered)
