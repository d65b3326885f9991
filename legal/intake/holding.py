"""How a worker holds on to a run, and tells how far it has come."""

import datetime
from threading import Event, Thread
from typing import Final, Self

from django.db import connection
from django.utils import timezone

from legal.intake.errors import ForsakenError
from legal.intake.models import Intake

# In seconds, between two words of a worker about itself.
BEAT: Final = 2.0


class Hold:
    """A worker's hold on an intake, from a thread of its own.

    All that a dry run writes is taken back, and a run may wait for another for minutes: what is told of it goes over
    another connection. `step` raises `ForsakenError` once the intake is no longer this worker's.
    """

    def __init__(self, intake: Intake, *, beat: float = BEAT) -> None:
        self.done = self.total = 0
        self._intake, self._beat = intake, beat
        self._lost = False
        self._ended = Event()
        self._thread = Thread(target=self._keep_telling, name=f"intake-{intake.pk}", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def step(self, files: int) -> None:
        """So many more files have been dealt with."""
        self.done += files
        if self._lost:
            raise ForsakenError

    def _keep_telling(self) -> None:
        try:
            while not self._lost and not self._ended.wait(self._beat):
                self._lost = not self.tell(at=timezone.now())
        finally:
            connection.close()

    def tell(self, *, at: datetime.datetime) -> bool:
        """Write down how far it is, and hold on; whether it is this worker's still."""
        mine = Intake.objects.filter(pk=self._intake.pk, worker=self._intake.worker)
        told = mine.update(done=self.done, total=self.total, lease_until=at + Intake.LEASE)
        return bool(told) or not Intake.objects.filter(pk=self._intake.pk).exists()
