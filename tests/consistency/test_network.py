"""What the tests cannot reach."""

import socket

import pytest


@pytest.mark.parametrize("way", ["connect", "connect_ex"])
@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1"])
def test_nothing_outside_is_reached(way: str, address: str) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as connection, pytest.raises(RuntimeError, match="the outside world is a fake"):
        getattr(connection, way)((address, 80))


def test_this_machine_is_reached() -> None:
    with socket.socket() as listener, socket.socket() as connection:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        connection.connect(listener.getsockname())
