"""How long an item of the open interface takes over HTTP, and how many a second two processes answer."""

import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.db.models import Count

from legal.cases.models import Case
from legal.laws.models import Edition, Law, Provision
from tests.bench import serving
from tests.bench.addresses import BARE
from tests.bench.measuring import Row
from tests.bench.pages import visits
from tests.bench.serving import Reader, per_second
from tests.bench.site import PROJECT, manage, settle

ROOT: Final = "/api/v1"
ITEMS: Final = 200
RUNS: Final = 3
ROUNDS: Final = 5
ROUND_SECONDS: Final = 4.0


def interface(var: Path) -> Iterator[Row]:
    """The rows, after the sample laws and cases are in."""
    demo = PROJECT / "demo"
    manage(var, "import_laws", str(demo / "laws"), allowed=(0, 1))
    manage(var, "import_cases", str(demo / "cases"))
    settle()
    with serving.served(var) as port:
        yield from items(Reader(port))
        yield from throughput(port)


def items(reader: Reader) -> Iterator[Row]:
    """Each kind of item, made at each visit: under an address with a query nothing is kept."""
    empty = visits(reader, [f"{BARE}?{number}" for number in range(ITEMS)], runs=RUNS)
    for what, addresses in (("law", laws()), ("provision", provisions()), ("case", cases())):
        taken = visits(reader, [f"{address}?lang=en" for address in addresses], runs=RUNS)
        yield Row(
            f"An item over HTTP, made anew: {what}",
            str(taken),
            f"bare Django page {empty}",
            "p95 ≤ 30 ms",
            taken.p95 <= 30,
        )


def throughput(port: int) -> Iterator[Row]:
    """Provisions as programs ask for them, and made anew each time, in turns with a page of nothing."""
    kept = provisions()
    anew = [f"{address}?lang=en" for address in kept]
    rounds = [
        [per_second(port, addresses, seconds=ROUND_SECONDS) for addresses in ([BARE], kept, anew)]
        for _ in range(ROUNDS + 1)
    ]
    empty, item, made = (statistics.median(figures) for figures in zip(*rounds[1:], strict=True))
    beside = f"bare Django page {empty:.0f}/s: {item / empty:.2f}"
    yield Row("Items, answers a second of 2 processes", f"{item:.0f}/s", beside, "≥ 500/s", item >= 500)
    yield Row("The same, made anew at each visit", f"{made:.0f}/s", f"{made / empty:.2f} of bare", "")


def laws() -> list[str]:
    """The addresses of laws."""
    found = Law.objects.order_by("pk").values_list("jurisdiction__code", "slug")[:ITEMS]
    return [f"{ROOT}/laws/{code}/{slug}" for code, slug in found]


def provisions() -> list[str]:
    """The addresses of provisions of the longest law."""
    counted = Edition.objects.annotate(places=Count("provisions")).order_by("-places")
    longest = counted.select_related("law__jurisdiction")[0]
    places = Provision.objects.filter(edition=longest).order_by("position").values_list("path", flat=True)[:ITEMS]
    law = longest.law
    return [f"{ROOT}/laws/{law.jurisdiction.code}/{law.slug}/provisions/{path}" for path in places]


def cases() -> list[str]:
    """The addresses of cases."""
    found = Case.objects.order_by("pk").values_list("jurisdiction__code", "slug")[:ITEMS]
    return [f"{ROOT}/cases/{code}/{slug}" for code, slug in found]
