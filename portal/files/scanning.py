"""The virus scanner: ClamAV's daemon, where the installation has one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

from clamav_client.clamd import BufferTooLongError, ClamdError, ClamdNetworkSocket, ClamdUnixSocket
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

PORT: Final = 3310
# In seconds, for each answer; a large archive takes the daemon a while.
PATIENCE: Final = 120
# What the daemon calls a file it has not looked through: that is no virus, and no proof of there being none.
NOT_SEEN: Final = ("Heuristics.Limits.Exceeded", "Heuristics.Encrypted")


class AwayError(Exception):
    """The scanner cannot be asked now; nothing is known of the file."""


class UnscannableError(Exception):
    """The scanner will never look through this file; it says why."""


class Content(Protocol):
    """What is scanned."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found, empty for nothing, and by which scanner with which signatures."""

    finding: str
    scanner: str


def is_configured() -> bool:
    """Whether this installation has a scanner."""
    return bool(settings.CLAMD_URL)


def scan(content: Content) -> Verdict:
    """Have the content scanned; `AwayError` where the daemon does not answer, `UnscannableError` where it gives up."""
    try:
        with _daemon() as client:
            scanner = client.version().strip()
            [(status, finding)] = client.instream(content).values()
    except BufferTooLongError as error:
        raise UnscannableError(str(error)) from error
    except (ClamdError, OSError, ValueError) as error:
        raise AwayError(str(error) or type(error).__name__) from error
    if status == "OK":
        return Verdict("", scanner)
    if status != "FOUND" or finding.startswith(NOT_SEEN):
        raise UnscannableError(finding or status)
    return Verdict(finding, scanner)


def answers() -> bool:
    """Whether the daemon answers now."""
    try:
        with _daemon() as client:
            return bool(client.ping().strip() == "PONG")
    except (ClamdError, OSError):
        return False


@contextmanager
def _daemon() -> Iterator[Any]:
    """The daemon; its client leaves a socket open that could not connect."""
    client = _client()
    try:
        yield client
    finally:
        client.clamd_socket.close()


def _client() -> Any:
    """The daemon at `tcp://host:port` or `unix:///path`."""
    url = urlsplit(settings.CLAMD_URL)
    if url.scheme == "unix" and url.path:
        return ClamdUnixSocket(url.path, PATIENCE)
    if url.scheme == "tcp" and url.hostname:
        return ClamdNetworkSocket(url.hostname, url.port or PORT, PATIENCE)
    raise ImproperlyConfigured(f"CLAMD_URL is neither tcp://host:port nor unix:///path: {settings.CLAMD_URL!r}.")
