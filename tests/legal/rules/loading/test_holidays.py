"""What the library knows, in three languages."""

import datetime

import pytest

from legal.rules.kinds import DayKind
from legal.rules.loading import holidays
from legal.rules.loading.files import read
from legal.rules.names import NAMELESS, Names

COUNTRIES = [entry["library"] for entry in read("calendars")["calendar"] if "library" in entry]


def days(country: str, year: int) -> dict[datetime.date, holidays.Holiday]:
    return {day.date: day for day in holidays.of(country, year)}


def test_year_of_china_has_its_holidays_and_the_weekends_that_are_worked():
    found = days("CN", 2026)

    worked = [day for day, holiday in sorted(found.items()) if holiday.kind == DayKind.WORK]
    assert worked == [
        datetime.date(2026, month, day) for month, day in [(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)]
    ]
    assert found[datetime.date(2026, 2, 17)].name.zh == "春节"
    assert found[datetime.date(2026, 1, 2)].name == Names(
        "调休（2026年1月4日上班）", "day off, made up on 4/1/2026", "выходной, перенесенный с 4.1.2026"
    )


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_holiday_has_a_name_in_each_language(country):
    nameless = [
        holiday.date
        for year in range(2025, 2031)
        for holiday in holidays.of(country, year)
        if holiday.kind == DayKind.REST and not (holiday.name.zh and holiday.name.en and holiday.name.ru)
    ]

    assert nameless == []


@pytest.mark.parametrize(
    ("english", "names"),
    [
        ("Nowruz (observed)", Names("纳吾热孜节（补假）", "Nowruz (day off in lieu)", "Навруз (перенос выходного)")),
        ("Ashura; Pakistan Day", Names("阿舒拉节；巴基斯坦日", "Ashura; Pakistan Day", "Ашура; День Пакистана")),
        ("Ashura; Day of the Cat", Names("", "Ashura; Day of the Cat", "")),
        ("", NAMELESS),
    ],
)
def test_name_is_carried_over_or_left_out(english, names):
    assert holidays.named(english) == names
