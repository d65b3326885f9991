"""Numbers without a gap: the next one of a series and year, held until the transaction ends."""

import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from legal.matters.models import Serial


def take(kind: str, *, at: datetime.datetime) -> tuple[int, int]:
    """The year of a moment in Kashgar’s official time, and the next number of a series in it.

    The row of the series is locked by the caller's transaction, so that two never get the same and none is left out.
    """
    year = timezone.localtime(at, ZoneInfo(settings.TIME_ZONE)).year
    Serial.objects.get_or_create(kind=kind, year=year)
    series = Serial.objects.select_for_update().get(kind=kind, year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return year, series.last
