"""`python -m tests.bench.cases`: the directory of 100,000 cases and the cases like one, in a portal of its own."""

import datetime
import itertools
import os
import random
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import django

from tests.bench.measuring import Row, milliseconds, percentile, settled
from tests.bench.site import PROJECT, manage, own_site, settle

MANY: Final = 100_000
VISITS: Final = 40
RUNS: Final = 3
YEARS: Final = range(1995, 2026)


def main() -> int:
    """0 where every target was reached."""
    load, _, _ = os.getloadavg()
    with own_site() as var:
        django.setup()
        rows = list(measured(var))
    for row in rows:
        say(f"{row.what}: {row.measured} ({row.beside}); to reach {row.target}: {'yes' if row.reached else 'no'}")
    say(f"Load when it began: {load:.1f}.")
    return 0 if all(row.reached is not False for row in rows) else 1


def measured(var: Path) -> Iterator[Row]:
    """The rows, after the sample laws and cases are in and multiplied."""
    # Models exist only now.
    from portal.search import actions  # noqa: PLC0415
    from tests.bench import serving  # noqa: PLC0415

    demo = PROJECT / "demo"
    manage(var, "migrate", "-v0")
    manage(var, "collectstatic", "--noinput", "-v0")
    manage(var, "load_reference", str(demo))
    manage(var, "import_laws", str(demo / "laws"), allowed=(0, 1))
    manage(var, "import_cases", str(demo / "cases"))
    multiply(MANY)
    settle()
    actions.rebuild()
    yield likeness()
    with serving.served(var) as port:
        yield from directory(serving.Reader(port))


def multiply(many: int) -> None:
    """The sample cases again and again, each with half its words from another, until there are so many."""
    from legal.cases.models import Case, CaseProvision  # noqa: PLC0415
    from legal.cases.models.case import PARTS  # noqa: PLC0415

    chance = random.Random(2026)  # noqa: S311  # the same cases at each run
    samples = list(Case.objects.prefetch_related("topics", "applied"))
    columns = [f"{part}_{column}" for part in PARTS for column in ("zh_hans", "en", "ru")]
    for number in itertools.count(len(samples), 5_000):
        if number >= many:
            break
        made, origins = [], []
        for copy in range(number, min(number + 5_000, many)):
            one, other = chance.choice(samples), chance.choice(samples)
            words = {name: getattr(chance.choice((one, other)), name) for name in columns}
            day = datetime.date(chance.choice(YEARS), chance.randint(1, 12), chance.randint(1, 28))
            facts = {name: getattr(one, name) for name in (
                "jurisdiction_id", "court_level", "status", "original_language", "languages", "source",
                *(f"{name}_{column}" for name in ("title", "court", "parties") for column in ("zh_hans", "en", "ru")),
            )}  # fmt: skip
            made.append(Case(slug=f"made-{copy}", number=f"({day.year}) {copy}", decided=day, **facts, **words))
            origins.append(one)
        Case.objects.bulk_create(made)
        CaseProvision.objects.bulk_create(
            CaseProvision(case=case, law_id=row.law_id, name=row.name, key=row.key, path=row.path, stated=True)
            for case, origin in zip(made, origins, strict=True)
            for row in origin.applied.all()
        )
        shelved = Case.topics.through
        shelved.objects.bulk_create(
            shelved(case=case, topic=topic)
            for case, origin in zip(made, origins, strict=True)
            for topic in origin.topics.all()
        )


def likeness() -> Row:
    """The cases like one, from the row to five keys."""
    from legal.cases.indexing import passage  # noqa: PLC0415
    from legal.cases.models import Case  # noqa: PLC0415
    from portal.search.similar import similar  # noqa: PLC0415

    cases = list(Case.objects.with_reference().prefetch_related("texts").order_by("?")[:VISITS])
    runs = [
        [milliseconds(lambda case=case: similar("cases", passage(case), 5)) for case in cases] for _ in range(RUNS + 1)
    ]
    taken = settled(runs[1:])
    return Row(
        f"Cases like one among {MANY:,}", str(taken), "five keys, three languages", "p95 ≤ 40 ms", taken.p95 <= 40
    )


def directory(reader: object) -> Iterator[Row]:
    """The directory over HTTP: near and deep, narrowed and not; its counts kept, as they are until a case comes."""
    asked = [
        "", "?jurisdiction=cn", "?level=supreme", "?topic=arbitration", "?year=2019", "?law=cn-arbitration-law",
        "?jurisdiction=cn&topic=arbitration", "?law=un-new-york-convention&place=article-5", "?order=changed",
        *(f"?page={page}" for page in (2, 10, 100, 1000, 4000)),
    ]  # fmt: skip
    addresses = [f"/{code}/cases/{query}" for code in ("zh-hans", "en", "ru") for query in asked]
    first = [milliseconds(lambda address=address: reader.get(address)) for address in addresses]
    again = [
        [milliseconds(lambda address=address, run=run: reader.get(varied(address, run))) for address in addresses]
        for run in range(RUNS)
    ]
    taken = settled(again)
    each = [statistics.median(run[place] for run in again) for place in range(len(addresses))]
    slow, address = max(zip(each, addresses, strict=True))
    counted = f"p95 {percentile(first, 0.95):.0f} ms, p50 {statistics.median(first):.0f} ms"
    beside = f"slowest {address} {slow:.0f} ms; counted for the first time {counted}"
    yield Row(f"The directory of {MANY:,} cases over HTTP", str(taken), beside, "p95 ≤ 120 ms", taken.p95 <= 120)


def varied(address: str, run: int) -> str:
    """The same page under an address that nobody has asked for: its making is measured, not what is kept of it."""
    return f"{address}{'&' if '?' in address else '?'}seen={run}"


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
