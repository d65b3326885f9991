"""The directory of 100,000 cases, the cases like one, and an article that thousands apply."""

import os
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from django.core.cache import cache

from legal.cases.indexing import passage
from legal.cases.models import Case, CaseProvision
from portal.search import actions
from portal.search.similar import similar
from tests.bench import serving
from tests.bench.addresses import BARE
from tests.bench.many_cases import multiply
from tests.bench.measuring import Row, Times, milliseconds, percentile, settled
from tests.bench.pages import answered
from tests.bench.serving import Reader
from tests.bench.site import PROJECT, manage, settle

MANY: Final = 100_000
VISITS: Final = 40
RUNS: Final = 3
LANGUAGES: Final = ("zh-hans", "en", "ru")
# Near and deep, narrowed and not, by each facet and by two.
ASKED: Final = (
    "", "?jurisdiction=cn", "?level=supreme", "?topic=arbitration", "?year=2019", "?law=cn-arbitration-law",
    "?jurisdiction=cn&topic=arbitration", "?law=un-new-york-convention&place=article-5", "?order=changed",
    *(f"?page={page}" for page in (2, 10, 100, 1000, 4000)),
)  # fmt: skip
ARTICLE: Final = "laws/un/new-york-convention/article-5/"


def many_cases(var: Path) -> Iterator[Row]:
    """The sample laws and cases come in and are multiplied; then pages are asked for over HTTP."""
    manage(var, "import_laws", str(PROJECT / "demo" / "laws"), allowed=(0, 1))
    manage(var, "import_cases", str(PROJECT / "demo" / "cases"))
    multiply(MANY)
    settle()
    actions.rebuild()
    yield likeness()
    with serving.served(var) as port:
        reader = Reader(port)
        yield from directory(reader)
        yield article(reader)


def likeness() -> Row:
    """The cases like one, from the row to five keys."""
    cases = list(Case.objects.with_reference().prefetch_related("texts").order_by("?")[:VISITS])
    runs = [
        [milliseconds(lambda case=case: similar("cases", passage(case), 5)) for case in cases] for _ in range(RUNS + 1)
    ]
    taken = settled(runs[1:])
    return Row(
        f"Cases like one among {MANY:,}, in process", str(taken), "five keys, over three languages", "p95 ≤ 40 ms",
        taken.p95 <= 40,
    )  # fmt: skip


def directory(reader: Reader) -> Iterator[Row]:
    """Its pages as they are until a case comes, their counts kept; then the same, each counted anew."""
    addresses = [f"/{code}/cases/{query}" for code in LANGUAGES for query in ASKED]
    bare = visits(reader, [BARE] * len(addresses))
    taken = visits(reader, addresses)
    # Run by run, the slowest address is told too: a mean would hide it.
    each = {one: answered(reader.get(varied(one, RUNS + 1)), 200) for one in addresses}
    slow = max(each, key=lambda one: each[one])
    yield Row(
        f"The directory of {MANY:,} cases over HTTP", str(taken),
        f"bare Django page {bare}: {taken.p50 / bare.p50:.0f} ×; slowest {slow}", "p95 ≤ 120 ms", taken.p95 <= 120,
    )  # fmt: skip
    first = first_visits(reader, addresses)
    yield Row("The same, the first after a case has come", str(first), f"kept after: {first.p50 / taken.p50:.0f} ×", "")


def article(reader: Reader) -> Row:
    """The page of an article, with how many cases apply it, the newest of them, and their years."""
    applying = CaseProvision.objects.filter(law__slug="new-york-convention", path="article-5").count()
    taken = visits(reader, [f"/{code}/{ARTICLE}" for code in LANGUAGES] * 10)
    return Row(f"The page of an article that {applying:,} cases apply", str(taken), "made anew at each visit", "")


def first_visits(reader: Reader, addresses: Sequence[str]) -> Times:
    """Each address once, with nothing kept of any."""
    taken = []
    for one in addresses:
        cache.clear()
        taken.append(answered(reader.get(one), 200))
    return Times(statistics.median(taken), percentile(taken, 0.95))


def visits(reader: Reader, addresses: Sequence[str]) -> Times:
    """Each address in several runs after one to warm up, made anew each time."""
    runs = [
        [answered(reader.get(varied(one, run * len(addresses) + place)), 200) for place, one in enumerate(addresses)]
        for run in range(RUNS + 1)
    ]
    return settled(runs[1:])


def varied(address: str, number: int) -> str:
    """The same page under an address that nobody has asked for: its making is measured, not what is kept of it."""
    return f"{address}{'&' if '?' in address else '?'}seen={os.getpid()}-{number}"
