"""The figures as a table: on the terminal, and in docs/benchmarks.md."""

import os
import platform
from collections.abc import Sequence
from pathlib import Path

from django.db import connection
from django.utils import timezone

from tests.bench.measuring import Row

DOCUMENT = """# How fast it is

Written by `make bench`, which measures everything in one run, in a portal of its own that is removed at the end.
Measured on {day}: {machine}.

{table}

## How it is measured

- The portal is the one of production: PostgreSQL and Redis that write to disk what they are given, the application
  role, gunicorn with {processes} processes. Whoever asks runs on the same machine.
- After the imports the database looks at its new rows (`VACUUM (ANALYZE)`), as it does by itself a minute or two later.
- Each figure is the median of several runs after one to warm up. p95 is the 95th percentile of all calls of a run.
- Figures that are compared are taken in turns, so that what else the machine does meets both.
- The questions are {questions} of our own, in Chinese, English and Russian: whole questions as people ask them, and a
  word or two.
- The bare Tantivy query looks for the same words, as a bag, in the same fields of the index of their own language, and
  returns ten addresses. The portal's search looks in the indexes of all three languages, for what stands for the words
  there too, weighs the 200 closest of each, folds doubles, asks the database for ten rows and for places that the
  query names, and marks the words. Tantivy answers in less time than one query to the database takes, so the
  difference in milliseconds tells more than the multiple.
- The million is the corpus again and again, each time every provision half its own words and half another's: real
  words, as rare and as frequent as they are, in new company. The rows shown of a repetition are those it repeats.
- Nothing kept: the cache is emptied before each visit, and no address is asked for twice.
- The translation beside the long law is made of articles of other laws in English.
- The article page is asked for by signed-out readers, 200 articles in turn: each is made once, then answered from what
  is kept. Made anew, it is asked for under an address that nobody has asked for before.
- The bare Django page is a constant answer through the same middleware, from the same server.
- Queries are counted with an empty cache. The tests of each page hold the same.
"""
MARKS = {True: "yes", False: "**no**", None: ""}


def lines(rows: Sequence[Row]) -> list[str]:
    """The table in Markdown, its columns as wide as what stands in them."""
    cells = [("what", "measured", "beside", "to reach", "reached")]
    cells += [(row.what, row.measured, row.beside, row.target, MARKS[row.reached]) for row in rows]
    widths = [max(len(line[column]) for line in cells) for column in range(5)]
    cells.insert(1, ("-" * widths[0], "-" * widths[1], "-" * widths[2], "-" * widths[3], "-" * widths[4]))
    return [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in cells
    ]


def machine() -> str:
    """What the figures depend on, without names of hosts or paths."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        (server,) = cursor.fetchone()
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    cores = len(os.sched_getaffinity(0))
    return (
        f"{cores} cores ({platform.machine()}), {total:.0f} GiB of memory, Python {platform.python_version()},"
        f" PostgreSQL {server.split()[0]}"
    )


def write(path: Path, rows: Sequence[Row], *, load: float, processes: int, questions: int) -> None:
    told = machine() + f"; {load:.1f} other processes wanted a core when it began"
    path.write_text(
        DOCUMENT.format(
            day=timezone.localdate().isoformat(),
            machine=told,
            table="\n".join(lines(rows)),
            processes=processes,
            questions=questions,
        ),
        encoding="utf-8",
    )
