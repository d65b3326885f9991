"""The figures as a table: on the terminal, and in docs/benchmarks.md."""

import os
import platform
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from django.db import connection
from django.utils import timezone

from enterprises.models import Enterprise
from legal.laws.models import Law
from tests.bench.measuring import Row
from tests.bench.searching import questions
from tests.bench.serving import PROCESSES

BEGINNING: Final = """# How fast it is

Written by `make bench`, which measures everything in one run, in a portal of its own that is removed at the end;
`python -m tests.bench --only crowd` measures one part, and leaves here what was measured of the others, with its day.
"""
HEADINGS: Final = {
    "law": "Law and search",
    "crowd": "Enterprises and their members",
    "cases": "Cases",
    "api": "The open interface",
    "lawyers": "Lawyers",
    "matters": "Matters",
}
METHOD: Final = """## How it is measured

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

Enterprises and their members, besides:

- They are made by a command (`make crowd` makes the same on this machine) that writes them in batches, with the
  triggers of the history at work: each has a number, names in three languages, an owner, two papers without bytes, the
  events that brought it where it stands, and a notice with its mail; those being checked are on the desks of ten
  officers.
- Each page is asked for 100 times in each of three runs, after ten calls to warm up, by somebody who is signed in,
  staff in a session that has passed the second factor; what is searched for is another at each call. It is made anew
  each time: nothing of it is kept.
- The page that checks a membership, and the same that does not, have nothing else to do. A visit to another enterprise
  than before is one more: it writes down in the session for which of them somebody works.

Cases, besides:

- They are the sample cases again and again, with half their words from another, days of decision over thirty years,
  and what their origin applies and stands under (`python -m tests.bench.fill --cases 100000` makes the same here).
- The directory is asked for in three languages, near and deep, narrowed by each facet and by two; each page is made
  anew, its counts are kept until a case or a law changes. Then once more with nothing kept, so that all is counted.

The open interface, besides:

- Items are the sample laws and cases, and the first 200 provisions of the longest law. Made anew, an item is asked for
  with `lang`, under which nothing is kept; for the answers a second they are asked for as they are, made once and then
  answered from what is kept. Each request is counted against its limit, as in production.

Lawyers, besides:

- They are the sample lawyers again and again, each of half a name of two of them, verified on days of two years, with
  the admissions, practice areas, languages and hours of their origin (`python -m tests.bench --only lawyers`).
- The directory is asked for in three languages, near and deep, narrowed by each filter and by names, each page made
  anew.

Matters, besides:

- They are made by a command, in every state of every proceeding there is, by the shortest way of its table: each with
  two parties, ten exhibits produced in it, ten entries of its history or more, and the events of its moves; one that
  was submitted also with what was frozen, a message and a receipt; of those under way every fifth is on somebody's
  desk. The history of each verifies, and so do the sums of what was submitted. There are no bytes of files, what was
  frozen names no parties, and what rooms above keep of a matter (claims, fees, clocks) is not there. One enterprise has
  2,000 of them.
- Each page is asked for 100 times in each of three runs, after ten calls to warm up. Opening a matter writes an entry
  into its history each time.
- Submitted are drafts of a proceeding that asks for nothing of its own, with two parties and ten exhibits, one after
  the other; the worker does not run meanwhile. Then it runs, and each receipt is waited for from the answer until it
  can be read, before the next matter is submitted.
- `python -m tests.bench.fill --matters 100000` makes the same here.
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


def measured(rows: Sequence[Row], *, load: float, yardsticks: Sequence[float]) -> str:
    """The day, what the figures depend on, and the table."""
    before, after = yardsticks
    laws, enterprises = Law.objects.count(), Enterprise.objects.count()
    return (
        f"Measured on {timezone.localdate().isoformat()}: {machine()}; {load:.1f} other processes wanted a core when it"
        f" began.\nFive million additions in Python took {before:.2f} s of processor before it and {after:.2f} s after."
        f"\nIn the database were {laws:,} laws and {enterprises:,} enterprises in the end.\n\n" + "\n".join(lines(rows))
    )


def write(path: Path, part: str, told: str) -> None:
    """Put what was measured of a part into the document; what it says of the others stays as it is."""
    found = sections(path.read_text(encoding="utf-8")) | {HEADINGS[part]: told}
    parts = [f"## {heading}\n\n{found[heading]}\n" for heading in HEADINGS.values() if heading in found]
    method = METHOD.format(processes=PROCESSES, questions=len(questions()))
    path.write_text("\n".join([BEGINNING, *parts, method]), encoding="utf-8")


def sections(document: str) -> dict[str, str]:
    """What stands under each heading."""
    pieces = (piece.partition("\n") for piece in document.split("\n## ")[1:])
    return {heading: text.strip() for heading, _, text in pieces}
