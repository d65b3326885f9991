"""`make bench`: every promise of speed measured, printed as a table, written to docs/benchmarks.md.

`python -m tests.bench --only crowd` measures one part and leaves in the document what was measured of the others.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import django

from portal.embedded import EmbeddedError
from tests.bench.measuring import Row, yardstick
from tests.bench.site import CORPUS, PROJECT, FailedError, own_site


def main() -> int:
    """0 where every target was reached."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    asked.add_argument("--only", choices=list(PARTS), help="what to measure, where not everything")
    only = asked.parse_args().only
    parts = [only] if only else list(PARTS)
    if "law" in parts and not CORPUS.is_dir():
        return fail(
            f"The corpus is not beside the project ({CORPUS.relative_to(PROJECT.parent)}): nothing to measure with."
        )
    try:
        with own_site() as var:
            django.setup()
            rows = [row for part in parts for row in measured(part, var)]
    except (EmbeddedError, FailedError) as error:
        return fail(str(error))
    return 0 if all(row.reached is not False for row in rows) else 1


def measured(part: str, var: Path) -> list[Row]:
    """The lines of one part, in the document as soon as they are there."""
    # Models exist only now.
    from tests.bench import importing, report  # noqa: PLC0415

    load, _, _ = os.getloadavg()
    before = yardstick()
    importing.prepare(var)
    rows = []
    for row in PARTS[part](var):
        rows.append(row)
        say(f"{row.what}: {row.measured} ({row.beside})")
    say("\n" + "\n".join(report.lines(rows)))
    document = PROJECT / "docs" / "benchmarks.md"
    report.write(document, part, report.measured(rows, load=load, yardsticks=(before, yardstick())))
    say(f"\nWritten to {document.relative_to(PROJECT)}.")
    return rows


def law(var: Path) -> Iterator[Row]:
    """The lines of the table, in the order in which one stage leaves what the next needs."""
    from tests.bench import counting, importing, multiplied, pages, quality, searching, serving  # noqa: PLC0415

    yield from importing.importing(var)
    yield from searching.searching(most=15, times_bare=3, runs=5)
    yield from quality.asking()
    with serving.served(var) as port:
        reader = serving.Reader(port)
        yield pages.search_page(reader)
        yield from pages.long_law(reader)
        yield from pages.throughput(port)
    yield from counting.counting()
    began = time.perf_counter()
    multiplied.build_million(var)
    say(f"A million provisions indexed in {time.perf_counter() - began:.0f} s.")
    yield from searching.searching(most=40, times_bare=None, runs=3)


def crowd(var: Path) -> Iterator[Row]:
    from tests.bench import crowd as crowded  # noqa: PLC0415

    yield from crowded.crowd(var)


def cases(var: Path) -> Iterator[Row]:
    from tests.bench import cases as many  # noqa: PLC0415

    yield from many.many_cases(var)


def api(var: Path) -> Iterator[Row]:
    from tests.bench import interface  # noqa: PLC0415

    yield from interface.interface(var)


def lawyers(var: Path) -> Iterator[Row]:
    from tests.bench import lawyers as many  # noqa: PLC0415

    yield from many.many_lawyers(var)


def matters(var: Path) -> Iterator[Row]:
    from tests.bench import matters as many  # noqa: PLC0415

    yield from many.many_matters(var)


PARTS: Final[dict[str, Callable[[Path], Iterator[Row]]]] = {
    "law": law,
    "crowd": crowd,
    "cases": cases,
    "lawyers": lawyers,
    "api": api,
    "matters": matters,
}


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def fail(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
