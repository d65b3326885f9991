"""What is ready to leave the building."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from portal.notices.models import Delivery


@dataclass(frozen=True, slots=True)
class Written:
    """A message in its recipient's language; `send` raises `NotTakenError` or `UnreachableError`."""

    language: str
    text: str
    send: Callable[[], None]

    @property
    def content_hash(self) -> str:
        """Enough to show later that it was this text and no other."""
        return hashlib.sha256(self.text.encode()).hexdigest()


class Way(Protocol):
    """One channel while it is open: entering raises `UnreachableError` where nobody is at the other end."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...

    def write(self, delivery: Delivery) -> Written:
        """The message of a delivery; whatever is wrong with it is raised here, before it is begun."""
        ...
