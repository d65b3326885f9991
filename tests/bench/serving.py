"""A web server of two processes, as in production, and the plainest browser: one connection, kept open."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from tests.bench.site import PROJECT, FailedError

HOST: Final = "127.0.0.1"
PROCESSES: Final = 2
PATIENCE: Final = 60.0
END: Final = b"\r\n\r\n"
FORM: Final = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and how long it took from the request to the last byte."""

    status: int
    headers: Mapping[str, str]
    length: int
    milliseconds: float


@dataclass(slots=True)
class Reader:
    """One browser's connection, and the cookies it has."""

    port: int
    cookies: Mapping[str, str] = field(default_factory=dict)
    connection: socket.socket | None = field(default=None)

    def get(self, address: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Ask for a page."""
        return self._answer("GET", address, headers or {}, b"")

    def post(self, address: str, fields: Mapping[str, str]) -> Answer:
        """Send a form."""
        return self._answer("POST", address, {"Content-Type": FORM}, urlencode(fields).encode())

    def _answer(self, method: str, address: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """The server may have closed a connection that rested, or served its share: then once more."""
        own = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}
        own |= {"Content-Length": str(len(body))} if body else {}
        lines = [f"{method} {address} HTTP/1.1", f"Host: {HOST}:{self.port}"]
        lines += [f"{name}: {value}" for name, value in {**own, **headers}.items()]
        request = ("\r\n".join(lines)).encode() + END + body
        for _ in range(2):
            began = time.perf_counter()
            answer = self._ask(request, began)
            if answer:
                return answer
            self.close()
        raise FailedError(f"The web server does not answer {address}.")

    def close(self) -> None:
        if self.connection:
            self.connection.close()
        self.connection = None

    def _ask(self, request: bytes, began: float) -> Answer | None:
        if self.connection is None:
            self.connection = socket.create_connection((HOST, self.port), timeout=PATIENCE)
        try:
            self.connection.sendall(request)
            received = self._received(self.connection)
        except ConnectionError:
            return None
        if END not in received:
            return None
        head, _, body = received.partition(END)
        taken = (time.perf_counter() - began) * 1000
        status, _, rest = head.decode("latin-1").partition("\r\n")
        headers = dict(_header(line) for line in rest.split("\r\n"))
        if headers.get("connection") == "close":
            self.close()
        return Answer(int(status.split()[1]), headers, len(body), taken)

    def _received(self, connection: socket.socket) -> bytes:
        received = bytearray()
        wanted: int | None = None
        while wanted is None or len(received) < wanted:
            piece = connection.recv(1 << 18)
            if not piece:
                break
            received += piece
            if wanted is None and END in received:
                wanted = received.index(END) + len(END) + _length(bytes(received[: received.index(END)]))
        return bytes(received)


def _header(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.strip().lower(), value.strip()


def _length(head: bytes) -> int:
    """The length of the body; a 304 has none."""
    fields = dict(_header(line) for line in head.decode("latin-1").split("\r\n")[1:])
    return int(fields.get("content-length", "0"))


@contextmanager
def served(var: Path, site: str = "tests.bench.served") -> Iterator[int]:
    """The web server at work; the port it listens on."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    environment = os.environ | {"PORT": str(port), "WEB_PROCESSES": str(PROCESSES)}
    with (var / "web.log").open("ab") as log:
        process = subprocess.Popen(
            # A process that is renewed begins with nothing read: not while it is measured.
            [sys.executable, "-m", "gunicorn", site, "--max-requests", "0"],
            cwd=PROJECT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        _await(process, port)
        yield port
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _await(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        try:
            if Reader(port).get("/health/web/").status == 200:
                return
        except OSError:
            time.sleep(0.05)
    raise FailedError("The web server does not start.")


def per_second(port: int, addresses: Sequence[str], *, seconds: float, connections: int = 4) -> float:
    """How many answers a second several readers get who ask for these pages in turn, each as fast as it is answered."""
    end = time.perf_counter() + seconds

    def ask(first: int) -> int:
        reader, asked = Reader(port), 0
        while time.perf_counter() < end:
            answer = reader.get(addresses[(first + asked * connections) % len(addresses)])
            if answer.status != 200:
                raise FailedError(f"A page was answered with {answer.status}.")
            asked += 1
        reader.close()
        return asked

    began = time.perf_counter()
    with ThreadPoolExecutor(connections) as pool:
        answered = sum(pool.map(ask, range(connections)))
    return answered / (time.perf_counter() - began)
