"""The cases that apply one article: the newest of them, and how many each year, for the page of the article."""

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, F
from django.db.models.functions import ExtractYear
from django.urls import reverse

from legal.cases.models import Case, CaseProvision
from legal.laws.models import Edition, Law, Provision

SHOWN: Final = 10
# The picture, in units of its own: as wide as its years, a bar nine tenths of a year.
HEIGHT: Final = 64
STEP: Final = 20
BAR: Final = 18


@dataclass(frozen=True, slots=True)
class Bar:
    """A year of the picture: where its bar begins and ends, and the cases it stands for."""

    year: int
    count: int
    x: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """How often a provision was applied, year by year, without a gap from the first year to the last."""

    bars: list[Bar]

    @property
    def width(self) -> int:
        """The width of the picture in its own units."""
        return len(self.bars) * STEP

    @property
    def told(self) -> list[Bar]:
        """The years with cases, the newest first, for those who read a table."""
        return [bar for bar in reversed(self.bars) if bar.count]


@dataclass(frozen=True, slots=True)
class Applying:
    """A case that applies the article; `wording` is the edition it applied, None where that is not known.

    `address` is where the article, else its edition, is read in that wording.
    """

    case: Case
    wording: Edition | None
    address: str


@dataclass(frozen=True, slots=True)
class Applications:
    """All cases that apply an article in whichever edition, of which the newest are `shown`."""

    total: int
    shown: list[Applying]
    timeline: Timeline | None


def applications(edition: Edition, path: str) -> Applications:
    """The cases that apply a place of a law; one query where there is none, else at most three."""
    law = edition.law
    applied = CaseProvision.objects.of_place(law, path).order_by()
    years = dict(applied.annotate(year=ExtractYear("case__decided")).values_list("year").annotate(number=Count("case")))
    total = sum(years.values())
    if not total:
        return Applications(0, [], None)
    newest = applied.select_related("case__jurisdiction", "edition").order_by(
        F("case__decided").desc(nulls_last=True), "-case"
    )
    rows = list(newest[:SHOWN])
    others = {row.edition_id for row in rows if row.edition_id}
    having = set(Provision.objects.filter(edition__in=others, path=path).order_by().values_list("edition", flat=True))
    shown = [Applying(row.case, row.edition, address(law, row.edition, path, having)) for row in rows]
    return Applications(total, shown, timeline(Counter({year: count for year, count in years.items() if year})))


def address(law: Law, edition: Edition | None, path: str, having: Set[int]) -> str:
    """Where a place is read in an edition, which is among those `having` it or not; "" for no edition. No query."""
    if edition is None:
        return ""
    named = [law.jurisdiction.code, law.slug, edition.slug]
    return (
        reverse("laws:provision", args=[*named, path]) if edition.pk in having else reverse("laws:edition", args=named)
    )


def timeline(years: Counter[int]) -> Timeline | None:
    """The years as bars; None where there are not two of them to compare."""
    if len(years) < len(("one", "other")):
        return None
    most = max(years.values())
    bars = []
    for number, year in enumerate(range(min(years), max(years) + 1)):
        height = round(HEIGHT * years[year] / most, 1)
        bars.append(Bar(year, years[year], number * STEP, round(HEIGHT - height, 1), height))
    return Timeline(bars)
