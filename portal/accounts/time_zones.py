"""The time zones a person may choose, named in the reader's language."""

import datetime
import functools
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _

from portal.languages import by_code

# The official time of the whole of China.
BEIJING: Final = "Asia/Shanghai"
# Official time in Urumqi and Kashgar is Beijing's; whoever chose the other would be two hours late for every deadline.
LEFT_OUT: Final = {"Asia/Urumqi"}
TERRITORIES: Final = {"TW": _("Taiwan, China"), "HK": _("Hong Kong, China"), "MO": _("Macao, China")}
# The world, and no place at all.
NOWHERE: Final = {"001", "ZZ"}


def choices(*, now: datetime.datetime | None = None) -> list[tuple[str, str]]:
    """Every zone with how far it is from UTC on that day: Beijing first, then from west to east."""
    return list(_choices(get_language() or "", (now or timezone.now()).date()))


def name(zone: str) -> str:
    """What a zone is called in the reader's language: country and city."""
    if zone == BEIJING:
        return gettext("Beijing time")
    locale = Locale.parse(by_code(get_language() or "").locale)
    country = _country(zone, locale)
    city = get_timezone_location(zone, locale=locale, return_city=True).rpartition("/")[2]
    return country if city == country else gettext("%(country)s, %(city)s") % {"country": country, "city": city}


@functools.cache
def known() -> frozenset[str]:
    """The zones that belong to a place, under the one name each has today."""
    places = get_global("zone_territories")
    return frozenset(zone for zone in places if places[zone] not in NOWHERE) & available_timezones() - LEFT_OUT


@functools.lru_cache(maxsize=6)
def _choices(language: str, day: datetime.date) -> tuple[tuple[str, str], ...]:
    moment = datetime.datetime.combine(day, datetime.time(12), datetime.UTC)
    ordered = sorted((zone != BEIJING, _offset(zone, moment), name(zone), zone) for zone in known())
    return tuple((zone, f"{called} ({_written(offset)})") for _, offset, called, zone in ordered)


def _country(zone: str, locale: Locale) -> str:
    code = get_global("zone_territories")[zone]
    return gettext(TERRITORIES[code]) if code in TERRITORIES else str(locale.territories[code])


def _offset(zone: str, moment: datetime.datetime) -> datetime.timedelta:
    return moment.astimezone(ZoneInfo(zone)).utcoffset() or datetime.timedelta()


def _written(offset: datetime.timedelta) -> str:
    hours, minutes = divmod(abs(int(offset.total_seconds() // 60)), 60)
    return f"UTC{'−' if offset < datetime.timedelta() else '+'}{hours:02}:{minutes:02}"
