import datetime
from zoneinfo import ZoneInfo

from legal.enquiries.slots import slots
from legal.lawyers.models import OfficeHours

ALMATY = ZoneInfo("Asia/Almaty")
NOW = datetime.datetime(2026, 11, 26, 6, tzinfo=datetime.UTC)


def hours(weekday, opens, closes):
    return OfficeHours(weekday=weekday, opens=datetime.time(opens), closes=datetime.time(closes))


def utc(*parts):
    return datetime.datetime(*parts, tzinfo=datetime.UTC)


def test_hours_of_the_office_are_told_in_the_zone_of_the_lawyer():
    assert slots([hours(5, 9, 11)], ALMATY, [], now=NOW) == [
        utc(2026, 11, 27, 4),
        utc(2026, 11, 27, 5),
        utc(2026, 12, 4, 4),
        utc(2026, 12, 4, 5),
    ]


def test_what_is_too_near_or_taken_is_not_offered():
    taken = [(utc(2026, 11, 27, 4, 30), utc(2026, 11, 27, 5)), (utc(2026, 12, 4, 5), utc(2026, 12, 4, 6))]

    assert slots([hours(4, 9, 11), hours(5, 9, 11)], ALMATY, taken, now=NOW) == [
        utc(2026, 11, 27, 5),
        utc(2026, 12, 3, 4),
        utc(2026, 12, 3, 5),
        utc(2026, 12, 4, 4),
        utc(2026, 12, 10, 4),
        utc(2026, 12, 10, 5),
    ]


def test_hour_that_the_clocks_skip_is_none():
    # In Berlin the clocks go from 2:00 to 3:00 on 28 March 2027, a Sunday.
    found = slots([hours(7, 1, 5)], ZoneInfo("Europe/Berlin"), [], now=utc(2027, 3, 22))

    assert [begin.hour for begin in found if begin.day == 28] == [0, 1, 2]


def test_office_that_is_never_open_offers_nothing():
    assert slots([], ALMATY, [], now=NOW) == []
