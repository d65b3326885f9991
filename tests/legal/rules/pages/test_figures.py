"""What everybody reads: figures with their sources, and a deadline with the way to it."""

import datetime

import pytest
from django.urls import reverse
from django.utils import translation
from lxml import html

from legal.rules.kinds import Unit
from portal.languages import CODES
from tests.factories import (
    CalendarDayFactory,
    CalendarFactory,
    CalendarYearFactory,
    InstitutionFactory,
    RuleFactory,
    ScheduleFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]

D = datetime.date


def page(client, name: str, code: str = "en", **query: object) -> html.HtmlElement:
    with translation.override(code):
        address = reverse(f"rules:{name}")
    response = client.get(address, query)
    assert response.status_code == 200
    return html.fromstring(response.text)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.mark.parametrize(
    ("code", "title"),
    [("en", "Figures and their sources"), ("zh-hans", "数值及其来源"), ("ru", "Показатели и их источники")],
)
def test_figures_are_shown_in_each_language(client, code, title):
    RuleFactory.create()
    ScheduleFactory.create(minimum=10)
    CalendarYearFactory.create(year=2026)

    shown = page(client, "figures", code)

    assert words(shown.find(".//h1")) == title


@pytest.mark.parametrize("number", [1, 3])
def test_figures_take_the_same_queries_however_many_they_are(client, number, django_assert_num_queries):
    page(client, "figures")
    for _ in range(number):
        RuleFactory.create(institution=InstitutionFactory.create())
        ScheduleFactory.create(bands=[(0, 0, 1), (1000, 10, 2)])
        CalendarYearFactory.create(calendar=CalendarFactory.create(slug=f"calendar-{_}"))

    with django_assert_num_queries(5):
        shown = page(client, "figures")

    assert len(shown.xpath("//table[thead/tr[count(th)=4]]/tbody/tr")) == number


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({}, "15 working days"),
        ({"value": 1, "unit": Unit.DAYS}, "1 day"),
        ({"value": 3, "unit": Unit.MONTHS}, "3 months"),
        ({"fee": True}, "RMB 10,000"),
        ({"fee": True, "value": "2.5", "unit": Unit.PERCENT}, "2.50 %"),
        ({"unknown": True}, "As notified by the institution"),
    ],
)
def test_figure_is_told_with_its_unit(client, facts, told):
    RuleFactory.create(**facts)

    (cell,) = page(client, "figures").xpath("//td[@data-label='Figure']")

    assert words(cell) == told


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({}, "now; its source does not say since when"),
        ({"unknown": True}, "–"),
        ({"effective_from": D(2020, 1, 1)}, "from 1 January 2020"),
        ({"effective_until": D(2099, 1, 1)}, "until 1 January 2099"),
        (
            {"effective_from": D(2020, 1, 1), "effective_until": D(2099, 1, 1)},
            "from 1 January 2020 until 1 January 2099",
        ),
    ],
)
def test_figure_says_since_when_it_is_in_force(client, facts, told):
    RuleFactory.create(**facts)

    (cell,) = page(client, "figures").xpath("//td[@data-label='In force']")

    assert words(cell) == told


def test_figure_names_its_source_the_day_it_was_checked_and_how_sure_it_is(client):
    RuleFactory.create()

    (cell,) = page(client, "figures").xpath("//td[@data-label='Source']")

    assert words(cell) == "Confirmed Notarization Law, Article 30 checked on 23 November 2026"
    assert cell.xpath(".//a/@href") == ["https://law.example/notarization/"]


def test_figure_not_in_force_today_is_not_shown(client):
    RuleFactory.create(effective_from=D(2099, 1, 1))

    assert page(client, "figures").xpath("//table") == []


def test_fee_table_shows_its_bands(client):
    ScheduleFactory.create(bands=[(0, 100, 0), (1000, 0, "3.5"), (5000, 135, "0.65")], minimum=10)

    rows = page(client, "figures").xpath("//section[@id]//tbody/tr")

    assert [words(row) for row in rows] == [
        "up to 1,000 100",
        "above 1,000 up to 5,000 3.5 %",
        "above 5,000 135 and 0.65 % of what exceeds it",
    ]


def test_russian_page_says_which_name_is_a_translation_of_ours(client):
    RuleFactory.create(institution=InstitutionFactory.create(rulebook_ru="Регламент 2022 года"))
    RuleFactory.create(
        institution=InstitutionFactory.create(
            slug="icc", russian_unofficial=False, rulebook_ru="Регламент", rulebook_since=D(2026, 6, 1)
        )
    )

    first, second = page(client, "figures", "ru").xpath("//section[h2[starts-with(@id, 'set-')]]")

    assert [words(note) for note in first.xpath("./p")] == [
        "Русское название — наш перевод, оно не является официальным.",
        "Действующий регламент: Регламент 2022 года.",
    ]
    assert [words(note) for note in second.xpath("./p")] == [
        "Действующий регламент: Регламент, с 1 июня 2026 г.",
    ]


def test_page_of_deadlines_asks_before_it_computes(client):
    shown = page(client, "deadline")

    assert shown.xpath("//section[@aria-labelledby='found']") == []
    assert shown.xpath("//*[@role='alert']") == []


@pytest.mark.parametrize("code", CODES)
def test_deadline_is_told_step_by_step_in_each_language(client, code):
    CalendarDayFactory.create(date=D(2026, 10, 1))
    CalendarYearFactory.create(year=2026)
    RuleFactory.create(slug="notarization", value=2, note_en="Time for supplements is left out.")

    shown = page(client, "deadline", code, rule="notarization", start="2026-09-30", calendar="cn")

    (found,) = shown.xpath("//section[@aria-labelledby='found']")
    assert len(found.xpath("./ol/li")) == 4
    if code == "en":
        assert words(found.find("p[@class='lead']")) == "5 October 2026"


def test_deadline_through_a_year_not_published_is_provisional(client):
    CalendarFactory.create()
    RuleFactory.create(slug="notarization")

    shown = page(client, "deadline", rule="notarization", start="2026-09-30", calendar="cn")

    assert words(shown.find(".//p[@class='lead']/span")) == "provisional"


def test_limit_that_is_not_known_says_so_instead_of_a_day(client):
    RuleFactory.create(slug="award", unknown=True, institution=InstitutionFactory.create())

    (found,) = page(client, "deadline", rule="award", start="2026-09-30").xpath("//section[@aria-labelledby='found']")

    assert words(found.find("p")) == "No day can be computed."
    assert "as notified by the institution" in words(found.find("ol"))


@pytest.mark.parametrize(
    ("query", "field", "error"),
    [
        ({"rule": ""}, "id_rule", "Choose a time limit."),
        ({"rule": "guess\0"}, "id_rule", "Choose a time limit of the list."),
        ({"start": ""}, "id_start", "Give the day of the event."),
        ({"start": "2026-02-30"}, "id_start", "Give a day that there is."),
        ({"start": "9999-12-31"}, "id_start", "Give a day from 2000 to 2100."),
        ({"calendar": "mars\0"}, "id_calendar_0", "Choose calendars of the list."),
        ({"calendar": []}, "id_calendar_0", "Choose a calendar: the limit is of working days."),
    ],
)
def test_what_makes_no_sense_is_told_at_the_top_and_at_its_field(client, query, field, error):
    CalendarFactory.create()
    RuleFactory.create(slug="notarization")

    shown = page(client, "deadline", **{"rule": "notarization", "start": "2026-09-30", "calendar": "cn"} | query)

    (link,) = shown.xpath("//*[@role='alert']//a")
    assert link.get("href") == f"#{field}"
    assert words(link).endswith(f": {error}")
    assert [words(told) for told in shown.xpath("//form//p[@class='error']")] == [error]
    assert shown.xpath(f"//*[@id='{field}']")
