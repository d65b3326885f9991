import datetime
import re

import pytest
from django.template import Context, Template

from legal.clocks.drawing import Piece, draw
from legal.clocks.models import Deadline
from legal.clocks.templatetags.clocks import left_of
from tests.factories import MembershipFactory

pytestmark = pytest.mark.django_db


def section(matter, tag: str = "deadlines_of") -> str:
    page = Template("{% load clocks %}{% " + tag + " matter %}").render(Context({"matter": matter}))
    return re.sub(r"\s+", " ", page)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-hans", ["期限", "为何是这一天", "由谁办理", "机构"]),
        ("en", ["Deadlines", "Why this day", "Who has to act", "The institution"]),
        ("ru", ["Сроки", "Почему этот день", "Кто должен действовать", "Учреждение"]),
    ],
)
def test_page_of_a_matter_says_its_deadlines_and_why(client, running, language: str, words: list[str]) -> None:
    client.force_login(running.matter.begun_by)

    page = client.get(f"/{language}/enterprises/{running.matter.enterprise.key}/matters/{running.matter.key}/")

    text = page.content.decode()
    assert page.status_code == 200
    assert all(word in text for word in words)
    assert 'class="course"' in text


def test_matter_without_deadlines_has_no_section(matter) -> None:
    assert section(matter).strip() == ""


@pytest.mark.parametrize(
    ("today", "left"),
    [
        (11, "2 days are left."),
        (12, "1 day is left."),
        (13, "Today is the last day."),
        (14, "1 day overdue."),
        (15, "2 days overdue."),
    ],
)
def test_section_says_how_many_days_are_left(running, today: int, left: str) -> None:
    assert left_of(running, datetime.date(2026, 7, today)) == left


def test_section_tells_that_a_clock_stands_still_and_what_its_day_was(running, moved) -> None:
    moved(running.matter, "ask", 8)

    text = section(running.matter)

    assert "Known when the clock runs again" in text
    assert "The clock stood still: the last day was 13 July 2026; it is known when the clock runs again." in text
    assert "As notified by the institution" in text


def test_section_tells_that_a_day_has_changed(running, moved) -> None:
    moved(running.matter, "ask", 8)
    moved(running.matter, "answer", 15)

    assert "The clock stood still: the last day is 21 July 2026." in section(running.matter)


def test_section_marks_what_is_provisional_and_to_be_confirmed(running) -> None:
    running.provisional, running.rule_held["status"] = True, "to-be-confirmed"
    running.save()

    text = section(running.matter)

    assert "provisional</span>" in text
    assert "to be confirmed</span>" in text


def test_deadline_for_staff_alone_is_shown_to_staff_alone(running) -> None:
    Deadline.objects.update(internal=True)

    assert section(running.matter).strip() == ""
    assert "shown to staff alone" in section(running.matter, "deadlines_for_staff")


def test_picture_shows_what_has_run_and_where_today_is(running) -> None:
    picture = draw(running, datetime.date(2026, 7, 9))

    assert (picture.pieces, picture.run, picture.due, picture.today) == ((), 42.86, 100.0, 42.86)


def test_picture_shows_what_stood_still(running, moved) -> None:
    moved(running.matter, "ask", 8)
    moved(running.matter, "answer", 15)

    picture = draw(Deadline.objects.get(clock="examination"), datetime.date(2026, 7, 16))

    assert picture.pieces == (Piece("still", 13.33, 53.34),)


def test_picture_shows_what_is_overdue(running) -> None:
    picture = draw(running, datetime.date(2026, 7, 20))

    assert (picture.pieces, picture.due) == ((Piece("late", 50.0, 50.0),), 50.0)


def test_picture_of_what_has_ended_ends_with_it(running, moved) -> None:
    moved(running.matter, "decide", 9)
    running.refresh_from_db()

    picture = draw(running, datetime.date(2026, 9, 1))

    assert (picture.run, picture.due, picture.today) == (42.86, 100.0, None)


def test_without_a_last_day_there_is_no_picture(running, moved) -> None:
    moved(running.matter, "ask", 8)
    running.refresh_from_db()

    assert draw(running, datetime.date(2026, 7, 9)) is None


def test_members_alone_see_the_deadlines(client, running) -> None:
    client.force_login(MembershipFactory.create().person)

    page = client.get(running.matter.get_absolute_url())

    assert page.status_code == 404
