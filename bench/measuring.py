"""Stop watches, and what is made of their times."""

import math
import os
import subprocess
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of one thing done many times."""

    seconds: Sequence[float] = field(repr=False)

    def percentile(self, share: float) -> float:
        """The time that a share of them do not exceed, by the nearest rank."""
        ranked = sorted(self.seconds)
        return ranked[max(0, math.ceil(share * len(ranked)) - 1)]

    @property
    def p50(self) -> float:
        """Half of them are as quick."""
        return self.percentile(0.5)

    @property
    def p95(self) -> float:
        """All but one in twenty are as quick."""
        return self.percentile(0.95)


def timed(work: Callable[[T], object], things: Iterable[T]) -> Times:
    """How long the work takes with each thing."""
    seconds = []
    for thing in things:
        began = time.perf_counter()
        work(thing)
        seconds.append(time.perf_counter() - began)
    return Times(seconds)


@dataclass(frozen=True, slots=True)
class Run:
    """A program run to its end: its seconds, the most memory it held (bytes), its status, and what it said last."""

    seconds: float
    memory: int
    status: int
    said: str


def run(command: Sequence[str], log: Path) -> Run:
    """Run a program of ours and watch it; its words go to a file."""
    began = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)  # noqa: S603
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # Linux counts in kibibytes.
    return Run(time.perf_counter() - began, usage.ru_maxrss * 1024, process.returncode, log.read_text(errors="replace"))
