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
- The queries put to Tantivy alone are those of the portal, made beforehand: one for the index of each language, with
  what stands for the words there; ten addresses each. The portal makes them, weighs the 200 closest of each (100 in
  another language than the query's), folds doubles, asks the database for ten rows and for places that the query names,
  and marks the words.
- The bare words are looked for as a bag in the index of their own language only, without what they stand for.
- Hit is the share of questions with an article that answers among the first ten; recall, the mean share of the
  articles that answer. The questions were written from articles in other words than theirs, before anybody saw what is
  found, and labelled by hand (`tests/bench/labelled.tsv`); every second one was left aside until ranking was settled.
  First with the law that answers alone, then among all law of all languages.
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


def write(
    path: Path, rows: Sequence[Row], *, load: float, yardsticks: Sequence[float], processes: int, questions: int
) -> None:
    before, after = yardsticks
    told = (
        f"{machine()}; {load:.1f} other processes wanted a core when it began.\nFive million additions in Python took"
        f" {before:.2f} s of processor before it and {after:.2f} s after"
    )
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
