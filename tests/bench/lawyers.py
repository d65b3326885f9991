"""The directory of 20,000 lawyers."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from tests.bench import serving
from tests.bench.addresses import BARE
from tests.bench.cases import LANGUAGES, RUNS, first_visits, varied, visits
from tests.bench.many_lawyers import multiply
from tests.bench.measuring import Row
from tests.bench.pages import answered
from tests.bench.serving import Reader
from tests.bench.site import PROJECT, manage, settle

MANY: Final = 20_000
# Near and deep, narrowed by each filter and by several, and by names, which are compared row by row.
ASKED: Final = (
    "", "?jurisdiction=cn", "?topic=arbitration", "?language=ru", "?language=ru&task=plead", "?available=on",
    "?jurisdiction=kz&language=zh&task=consult&available=on", "?jurisdiction=tj&name=rahimov",
    *(f"?{urlencode({'name': name})}" for name in ("zhao", "Чжао", "赵", "Chambers", "nobody at all")),
    *(f"?page={page}" for page in (2, 10, 100, 1000)),
)  # fmt: skip


def many_lawyers(var: Path) -> Iterator[Row]:
    """The sample lawyers come in and are multiplied; then pages are asked for over HTTP."""
    manage(var, "import_laws", str(PROJECT / "demo" / "laws" / "cn-arbitration-law"), allowed=(0, 1))
    manage(var, "make_sample_staff")
    manage(var, "import_lawyers", str(PROJECT / "demo" / "lawyers"))
    multiply(MANY)
    settle()
    with serving.served(var) as port:
        yield from directory(Reader(port))


def directory(reader: Reader) -> Iterator[Row]:
    """Each page made anew at each visit, of rows and a number that are kept; then with nothing kept."""
    addresses = [f"/{code}/lawyers/{query}" for code in LANGUAGES for query in ASKED]
    bare = visits(reader, [BARE] * len(addresses))
    taken = visits(reader, addresses)
    each = {one: answered(reader.get(varied(one, RUNS + 1)), 200) for one in addresses}
    slow = max(each, key=lambda one: each[one])
    yield Row(
        f"The directory of {MANY:,} lawyers over HTTP", str(taken),
        f"bare Django page {bare}: {taken.p50 / bare.p50:.0f} ×; slowest {slow}", "p95 ≤ 120 ms", taken.p95 <= 120,
    )  # fmt: skip
    first = first_visits(reader, addresses)
    beside = f"kept after: {first.p50 / taken.p50:.0f} ×"
    yield Row("The same, the first after a lawyer has come", str(first), beside, "")
