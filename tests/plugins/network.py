"""The network of the tests ends at this machine."""

import functools
import ipaddress
import socket
from collections.abc import Callable
from typing import Any

import pytest


def _kept_here(connect: Callable[[socket.socket, Any], Any]) -> Callable[[socket.socket, Any], Any]:
    """This way to connect, for addresses of this machine only.

    Not an audit hook: one written in Python lets other threads run while CPython sets a trace function, and a thread
    that starts just then, to answer a browser while lines are counted, dies of it.
    """

    @functools.wraps(connect)
    def guarded(connection: socket.socket, address: Any) -> Any:
        if connection.family != socket.AF_UNIX:
            host = address[0]
            if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
                raise RuntimeError(f"A test wanted to reach {host}: the outside world is a fake in tests.")
        return connect(connection, address)

    return guarded


for name in ("connect", "connect_ex"):
    setattr(socket.socket, name, _kept_here(getattr(socket.socket, name)))


@pytest.fixture
def unused_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
