"""How long to wait for what another process does: nothing tells us of it, so it is asked for again and again."""

import time
from collections.abc import Callable
from typing import Final

PAUSE: Final = 0.02


def comes_true(condition: Callable[[], bool], *, patience: float) -> bool:
    """Whether a condition holds within so many seconds; it is asked at least once."""
    deadline = time.monotonic() + patience
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(PAUSE)
    return True
