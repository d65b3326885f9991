"""Steps are kept as JSON and told later, in each language."""

import datetime
import json

import pytest
from django.utils import translation

from legal.rules.deadlines import Deadline
from legal.rules.deadlines.steps import (
    Ends,
    Extended,
    MadeUp,
    Moved,
    NotMoved,
    NotStopping,
    Provisional,
    Skipped,
    Started,
    StillStopped,
    Stopped,
    ToBeConfirmed,
    Unknown,
    Weekends,
)
from legal.rules.kinds import Unit
from legal.rules.names import Names
from portal.languages import CODES

D = datetime.date
NOTARY = Names("出具公证书", "Issue of a certificate", "Выдача акта")
CHINA = Names("中国", "China", "Китай")
HOLIDAY = Names("国庆节", "National Day", "День образования КНР")
EVERY = (
    Started(D(2026, 9, 30), 15, Unit.WORKING_DAYS),
    Started(D(2026, 9, 30), 15, Unit.DAYS),
    Started(D(2026, 9, 30), 3, Unit.MONTHS),
    Extended(D(2026, 10, 1), 2, Unit.WORKING_DAYS, NOTARY),
    Extended(D(2026, 10, 1), 2, Unit.DAYS, NOTARY),
    Extended(D(2026, 10, 1), 2, Unit.MONTHS, NOTARY),
    ToBeConfirmed(),
    Unknown(NOTARY),
    Weekends(4),
    Skipped(D(2026, 10, 1), HOLIDAY),
    Skipped(D(2026, 10, 12)),
    MadeUp(D(2026, 10, 10)),
    Stopped(D(2026, 10, 13), D(2026, 10, 14), 2),
    StillStopped(D(2026, 10, 15)),
    NotStopping(D(2026, 10, 15)),
    Moved(D(2026, 10, 17), D(2026, 10, 19), Names("第二百零三条", "Article 203", "статья 203")),
    NotMoved(D(2026, 10, 17)),
    Provisional(CHINA, 2027),
    Ends(D(2026, 10, 19)),
)


@pytest.mark.parametrize("day", [D(2026, 10, 19), None])
def test_deadline_comes_back_from_json_as_it_was(day):
    deadline = Deadline(day, EVERY, provisional=True)

    assert Deadline.from_json(json.loads(json.dumps(deadline.as_json()))) == deadline


def test_json_of_another_kind_is_refused():
    with pytest.raises(ValueError, match="tag"):
        Deadline.from_json({"day": None, "steps": [{"step": "guessed"}], "provisional": False})


def test_steps_are_told_in_english():
    with translation.override("en"):
        told = Deadline(D(2026, 10, 19), EVERY).told()

    assert told == [
        "The limit is 15 working days from 30 September 2026; that day itself does not count.",
        "The limit is 15 days from 30 September 2026, rest days included; that day itself does not count.",
        (
            "The limit is 3 months from 30 September 2026 and ends on the day of that number, or else on the last day "
            "of the month."
        ),
        "On 1 October 2026 it was extended by 2 working days (Issue of a certificate).",
        "On 1 October 2026 it was extended by 2 days (Issue of a certificate).",
        "On 1 October 2026 it was extended by 2 months (Issue of a certificate).",
        "This limit was read in a secondary source and is still to be confirmed.",
        "“Issue of a certificate”: as notified by the institution. No figure is confirmed, so nothing is computed.",
        "4 days at weekends are left out.",
        "1 October 2026 is left out: National Day.",
        "12 October 2026 is left out: it is a rest day.",
        "10 October 2026 counts although it is at a weekend: it is made a working day.",
        "The clock stood still from 13 October 2026 to 14 October 2026: 2 days are left out.",
        "The clock has stood still since 15 October 2026: the last day is known when it runs again.",
        "No source says that the clock stops, so the days from 15 October 2026 on count too.",
        "17 October 2026 is a rest day, so the limit ends on the next working day, 19 October 2026 (Article 203).",
        "17 October 2026 is a rest day. No source says that this limit then ends later, so it is not moved.",
        "The rest days of 2027 in the calendar “China” are not confirmed: the day is provisional.",
        "The last day is 19 October 2026.",
    ]


@pytest.mark.parametrize("language", CODES)
def test_every_step_is_told_in_each_language_in_its_own_words(language):
    with translation.override(language):
        told = Deadline(None, EVERY).told()
    with translation.override(None):
        raw = Deadline(None, EVERY).told()

    assert all(told)
    if language != "en":
        assert not set(told) & set(raw)
        assert not any(" the " in sentence for sentence in told)


def test_holiday_without_a_name_in_the_language_is_a_rest_day_and_no_foreign_word():
    with translation.override("zh-hans"):
        told = Skipped(D(2026, 10, 1), Names(en="National Day")).tell()

    assert told == "2026年10月1日不计入：当日为休息日。"
