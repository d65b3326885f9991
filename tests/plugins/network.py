"""The network of the tests ends at this machine."""

import ipaddress
import socket
import sys
from typing import Any

import pytest


def _closed(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "socket.connect":
        return
    connection, address = arguments
    if connection.family == socket.AF_UNIX:
        return
    host = address[0]
    if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
        raise RuntimeError(f"A test wanted to reach {host}: the outside world is a fake in tests.")


sys.addaudithook(_closed)


@pytest.fixture
def unused_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
