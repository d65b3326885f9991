"""`make bench`: every promise of speed measured in one run, printed as a table, written to docs/benchmarks.md."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import django

from portal.embedded import EmbeddedError
from tests.bench.measuring import Row, yardstick
from tests.bench.site import CORPUS, PROJECT, FailedError, own_site


def main() -> int:
    """0 where every target was reached."""
    if not CORPUS.is_dir():
        return fail(
            f"The corpus is not beside the project ({CORPUS.relative_to(PROJECT.parent)}): nothing to measure with."
        )
    load, _, _ = os.getloadavg()
    before = yardstick()
    try:
        with own_site() as var:
            rows = []
            for row in measured(var):
                rows.append(row)
                say(f"{row.what}: {row.measured} ({row.beside})")
            tell(rows, load, (before, yardstick()))
    except (EmbeddedError, FailedError) as error:
        return fail(str(error))
    return 0 if all(row.reached is not False for row in rows) else 1


def measured(var: Path) -> Iterator[Row]:
    """The lines of the table, in the order in which one stage leaves what the next needs."""
    django.setup()
    # Models exist only now.
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


def tell(rows: list[Row], load: float, yardsticks: tuple[float, float]) -> None:
    from tests.bench import report, searching, serving  # noqa: PLC0415 - as above

    say("\n" + "\n".join(report.lines(rows)))
    document = PROJECT / "docs" / "benchmarks.md"
    asked = len(searching.questions())
    report.write(document, rows, load=load, yardsticks=yardsticks, processes=serving.PROCESSES, questions=asked)
    say(f"\nWritten to {document.relative_to(PROJECT)}.")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def fail(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
