"""What a process makes of rows that seldom change, and makes again when their version is another."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Made = TypeVar("Made")


@dataclass(slots=True)
class Kept(Generic[Made]):
    """One making for all threads of the process: whoever comes meanwhile waits for it, so none makes it twice."""

    make: Callable[[], Made]
    held: tuple[object, Made] | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, version: object) -> Made:
        """What the rows make as of this version; made anew where the last one asked for was another."""
        with self.lock:
            if self.held is None or self.held[0] != version:
                self.held = (version, self.make())
            return self.held[1]
