"""How many matters were opened and closed, and how long they took: counted by the database, nobody is named."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Aggregate, Count, DurationField, ExpressionWrapper, F, Max, Q, QuerySet
from django.db.models.functions import TruncMonth
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from legal.matters.kinds import BY_SLUG, Proceeding
from legal.matters.models import Matter
from legal.matters.models.matter import WRITTEN_IN
from portal.reference.models import Jurisdiction

OFFICIAL: Final = ZoneInfo(settings.TIME_ZONE)
DAY: Final = datetime.timedelta(days=1)


class Median(Aggregate):
    """The middle one of values in order, between two of them where their number is even."""

    name = "median"
    template = "percentile_cont(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: how many were opened and closed, and the median of whole days from submission to the end."""

    label: str
    opened: int
    closed: int
    days: int | None


@dataclass(frozen=True, slots=True)
class Table:
    """Lines of one heading; each is drawn with its length in hundredths of the longest one."""

    slug: str
    heading: str
    lines: tuple[Line, ...]

    @property
    def drawn(self) -> list[tuple[Line, int, int]]:
        longest = max((max(line.opened, line.closed) for line in self.lines), default=0) or 1
        return [(line, round(100 * line.opened / longest), round(100 * line.closed / longest)) for line in self.lines]


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, both counted, in the official time of Kashgar."""

    first: datetime.date
    last: datetime.date

    @property
    def begins(self) -> datetime.datetime:
        return datetime.datetime.combine(self.first, datetime.time(), OFFICIAL)

    @property
    def ends(self) -> datetime.datetime:
        """The moment after it."""
        return datetime.datetime.combine(self.last + DAY, datetime.time(), OFFICIAL)


def tables(proceedings: Iterable[Proceeding], span: Span) -> list[Table]:
    """What was opened and closed of these kinds within a span: by kind, country of other parties, language, month.

    A matter with parties of several countries is counted for each of them.
    """
    rows = Matter.objects.filter(kind__in=[one.slug for one in proceedings], submitted_at__isnull=False)
    return [
        Table("kind", _("By kind of proceeding"), _by(rows, "kind", span, lambda kind: str(BY_SLUG[kind].label))),
        Table("country", _("By country of the other parties"), _by_country(rows, span)),
        Table("language", _("By language of the matter"), _by(rows, "language", span, dict(WRITTEN_IN).__getitem__)),
        Table("month", _("By month"), _by_month(rows, span)),
    ]


def _counts(span: Span) -> dict[str, Any]:
    opened = Q(submitted_at__gte=span.begins, submitted_at__lt=span.ends)
    closed = Q(ended_at__gte=span.begins, ended_at__lt=span.ends)
    took = ExpressionWrapper(F("ended_at") - F("submitted_at"), output_field=DurationField())
    return {
        "opened": Count("pk", opened, distinct=True),
        "closed": Count("pk", closed, distinct=True),
        "took": Median(took, filter=closed),
    }


def _within(rows: QuerySet[Matter], span: Span) -> QuerySet[Matter]:
    """Those that were opened or closed in the span: what happened to others is not counted."""
    return rows.filter(
        Q(submitted_at__gte=span.begins, submitted_at__lt=span.ends)
        | Q(ended_at__gte=span.begins, ended_at__lt=span.ends)
    )


def _by(rows: QuerySet[Matter], column: str, span: Span, label: Any) -> tuple[Line, ...]:
    found = _within(rows, span).order_by().values(column).annotate(**_counts(span))
    lines = [_line(label(row[column]), row) for row in found]
    return tuple(sorted(lines, key=lambda line: (-line.opened, -line.closed, line.label)))


def _by_country(rows: QuerySet[Matter], span: Span) -> tuple[Line, ...]:
    # One row for each matter and country, so that two parties of one country do not count twice.
    others = _within(rows, span).order_by().filter(parties__own=False)
    pairs = others.values("pk", "parties__country").annotate(submitted=Max("submitted_at"), ended=Max("ended_at"))
    found: dict[int, list[tuple[datetime.datetime, datetime.datetime | None]]] = {}
    for pair in pairs.iterator():
        found.setdefault(pair["parties__country"], []).append((pair["submitted"], pair["ended"]))
    names = {country.pk: str(country) for country in Jurisdiction.objects.filter(pk__in=found)}
    lines = [_counted(names[country], moments, span) for country, moments in found.items()]
    return tuple(sorted(lines, key=lambda line: (-line.opened, -line.closed, line.label)))


def _counted(label: str, moments: list[tuple[datetime.datetime, datetime.datetime | None]], span: Span) -> Line:
    opened = sum(span.begins <= submitted < span.ends for submitted, _ended in moments)
    took = sorted(ended - submitted for submitted, ended in moments if ended and span.begins <= ended < span.ends)
    middle = (took[(len(took) - 1) // 2] + took[len(took) // 2]) / 2 if took else None
    return Line(label, opened, len(took), middle.days if middle is not None else None)


def _by_month(rows: QuerySet[Matter], span: Span) -> tuple[Line, ...]:
    counts = _counts(span)
    opened = _monthly(rows, "submitted_at", span, opened=counts["opened"])
    closed = _monthly(rows, "ended_at", span, closed=counts["closed"], took=counts["took"])
    lines, month = [], span.first.replace(day=1)
    while month <= span.last:
        row = {"opened": 0, "closed": 0, "took": None} | opened.get(month, {}) | closed.get(month, {})
        lines.append(_line(date_format(month, "YEAR_MONTH_FORMAT"), row))
        month = (month + 31 * DAY).replace(day=1)
    return tuple(lines)


def _monthly(rows: QuerySet[Matter], column: str, span: Span, **counts: Any) -> dict[datetime.date, dict[str, Any]]:
    within = rows.filter(**{f"{column}__gte": span.begins, f"{column}__lt": span.ends}).order_by()
    found = within.values(month=TruncMonth(column, tzinfo=OFFICIAL)).annotate(**counts)
    return {row["month"].date(): dict(row) for row in found}


def _line(label: str, row: dict[str, Any]) -> Line:
    took = row["took"]
    return Line(label, row["opened"], row["closed"], took.days if took is not None else None)
