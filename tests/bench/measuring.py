"""What a measurement is: times of many calls, of a program, and what they are to be compared with."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

T = TypeVar("T")
MILLI: Final = 1000.0
KIB: Final = 1024
# What the yardstick takes where bounds in seconds were set.
FULL_SPEED: Final = 0.28
ADDITIONS: Final = 5_000_000


@dataclass(frozen=True, slots=True)
class Times:
    """The median and the 95th percentile of many calls, in milliseconds: each the median of several runs."""

    p50: float
    p95: float

    def __str__(self) -> str:
        return f"p95 {self.p95:.1f} ms, p50 {self.p50:.1f} ms"


@dataclass(frozen=True, slots=True)
class Spent:
    """What a program took: seconds on the clock, seconds of processor, bytes resident at most."""

    seconds: float
    cpu: float
    resident: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: what was measured, what it is compared with, what is to be reached, and whether it was."""

    what: str
    measured: str
    beside: str
    target: str
    reached: bool | None = None


def yardstick() -> float:
    """Seconds of processor for a loop that never changes: machines of one name differ by three times and more."""
    return statistics.median(additions() for _ in range(5))


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Hold what is done inside to so many seconds of processor, of a machine at full speed; of a slow one, to more."""
    slowness = max(1.0, additions(ADDITIONS // 5) * 5 / FULL_SPEED)
    begun = time.process_time()
    yield
    spent = time.process_time() - begun
    assert spent < seconds * slowness, f"{spent:.2f} s, of {seconds * slowness:.2f} s allowed"


def additions(count: int = ADDITIONS) -> float:
    begun = time.process_time()
    total = 0
    for number in range(count):
        total += number
    return time.process_time() - begun


def percentile(values: Iterable[float], share: float) -> float:
    """The value that this share of all do not pass (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * round(share * 100) // 100) - 1)]


def milliseconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * MILLI


def settled(runs: Sequence[Sequence[float]]) -> Times:
    """Several runs of the same calls as one pair of figures."""
    return Times(
        statistics.median(percentile(run, 0.5) for run in runs),
        statistics.median(percentile(run, 0.95) for run in runs),
    )


def turns(calls: Sequence[Callable[[T], object]], items: Sequence[T], *, runs: int) -> list[Times]:
    """Several calls compared: in turns, item by item, so that what else the machine does meets all of them alike.

    Once more than so many runs: the first warms up.
    """
    taken = [[milliseconds(partial(call, item)) for item in items for call in calls] for _ in range(runs + 1)][1:]
    return [settled([run[number :: len(calls)] for run in taken]) for number in range(len(calls))]


def spend(command: Sequence[str], log: Path, *, folder: Path) -> tuple[Spent, int]:
    """Run a program to its end, its progress shown, its output in a file: what it and its children took, its status."""
    began = time.perf_counter()
    with log.open("ab") as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, cwd=folder)
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    return Spent(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KIB), process.returncode
