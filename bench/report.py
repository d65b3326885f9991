"""The table: each figure beside what it is compared with."""

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass

HEAD = ("what", "measured", "compared with", "to reach", "")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `reached` is None where nothing was set to be reached."""

    what: str
    measured: str
    beside: str = ""
    goal: str = ""
    reached: bool | None = None


def milliseconds(seconds: float) -> str:
    """A time for people: 3.2 ms, 140 ms."""
    value = seconds * 1000
    return f"{value:.1f} ms" if value < 100 else f"{value:.0f} ms"


def table(lines: Iterable[Line]) -> str:
    """The lines as a Markdown table."""
    marks = {True: "reached", False: "**missed**", None: ""}
    rows = [HEAD, ("---",) * len(HEAD)]
    rows += [(line.what, line.measured, line.beside, line.goal, marks[line.reached]) for line in lines]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def document(lines: Iterable[Line], day: str, notes: Iterable[str]) -> str:
    """The whole of docs/benchmarks.md."""
    load = os.getloadavg()[0]
    return (
        "# Benchmarks\n\n"
        f"All figures of one run of `make bench` on {day}: {os.cpu_count()} cores ({platform.machine()}), "
        f"Python {platform.python_version()}, load of the machine at the end {load:.1f}.\n\n"
        f"{table(lines)}\n\n" + "".join(f"- {note}\n" for note in notes)
    )
