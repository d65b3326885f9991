"""What was opened and closed is counted by kind, country, language and month, for who handles the kind."""

import datetime
import io

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from legal.handling.statistics import OFFICIAL, Line, Span, Table, tables
from legal.matters.kinds import BY_SLUG, Proceeding
from legal.matters.models import Matter
from portal.accounts.models import User
from tests.factories import JurisdictionFactory, MatterFactory, MatterPartyFactory
from tests.legal.handling.conftest import HANDLES, staff
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db
MAY_TO_JULY = Span(datetime.date(2026, 5, 1), datetime.date(2026, 7, 31))


def moment(month: int, day: int, hour: int = 12) -> datetime.datetime:
    return datetime.datetime(2026, month, day, hour, tzinfo=OFFICIAL)


def matter(
    serial: int, submitted: datetime.datetime, ended: datetime.datetime | None = None, **facts: object
) -> Matter:
    made = MatterFactory.create(**facts)
    Matter.objects.filter(pk=made.pk).update(
        submitted_at=submitted,
        submitted_by=made.begun_by,
        ended_at=ended,
        state="decided" if ended else "submitted",
        year=2026,
        serial=serial,
        number=f"TRY-2026-{serial:05}",
    )
    return made


@pytest.fixture
def matters(db: None) -> list[Matter]:
    made = [
        matter(1, moment(4, 30, 23), moment(5, 10, 23)),
        matter(2, moment(5, 1, 0), moment(5, 21, 0), language="ru"),
        matter(3, moment(7, 31, 23)),
        matter(4, moment(8, 1, 0), moment(8, 2, 0)),
    ]
    kz, uz = (
        JurisdictionFactory.create(code=code, name_en=name) for code, name in (("kz", "Kazakhstan"), ("uz", "=1+1"))
    )
    for number in (1, 2):
        MatterPartyFactory.create(matter=made[0], country=kz, position=number + 1)
        MatterPartyFactory.create(matter=made[number], country=uz, position=9)
    return made


def counted(proceeding: Proceeding) -> dict[str, list[tuple[str, int, int, int | None]]]:
    found = tables([proceeding], MAY_TO_JULY)
    return {table.slug: [(line.label, line.opened, line.closed, line.days) for line in table.lines] for table in found}


def test_matters_are_counted_by_kind_country_language_and_month(proceeding: Proceeding, matters: object) -> None:
    assert counted(proceeding) == {
        "kind": [("Trial proceeding", 2, 2, 15)],
        "country": [("=1+1", 2, 1, 20), ("Kazakhstan", 0, 1, 10)],
        "language": [("English", 1, 1, 10), ("Русский", 1, 1, 20)],
        "month": [("May 2026", 1, 2, 15), ("June 2026", 0, 0, None), ("July 2026", 1, 0, None)],
    }


def test_bars_are_drawn_by_the_longest() -> None:
    table = Table("kind", "By kind", (Line("a", 4, 1, None), Line("b", 0, 2, 3)))

    assert [(opened, closed) for _line, opened, closed in table.drawn] == [(100, 25), (0, 50)]
    assert Table("kind", "By kind", ()).drawn == []


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
def test_page_shows_what_the_viewer_handles(
    client: Client, proceeding: Proceeding, matters: object, language: str
) -> None:
    desk = signed_in_staff(client, staff(*HANDLES, language=language))

    page = desk.get(reverse("admin:handling_statistics"), {"first": "2026-05-01", "last": "2026-07-31"}).text

    assert str(proceeding.label) in page
    assert str(BY_SLUG["arbitration"].label) not in page
    assert "first=2026-05-01&amp;last=2026-07-31" in page


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"first": "x", "last": "2026-01-01"},
        {"first": "2026-02-01", "last": "2026-01-01"},
        {"first": "9999-12-31", "last": "9999-12-31"},
        {"first": "0001-01-01", "last": "0001-01-02"},
    ],
)
def test_question_that_makes_no_sense_counts_the_usual_span(desk: Client, asked: dict[str, str]) -> None:
    page = desk.get(reverse("admin:handling_statistics"), asked)

    assert (page.status_code, "Nothing was opened or closed." in page.text) == (200, True)


def test_spreadsheet_has_each_table_and_no_formula(client: Client, auditor: User, matters: object) -> None:
    browser = signed_in_staff(client, auditor)

    file = browser.get(reverse("admin:handling_export"), {"first": "2026-05-01", "last": "2026-07-31"})

    book = load_workbook(io.BytesIO(file.getvalue()))
    assert book.sheetnames == ["kind", "country", "language", "month"]
    assert [cell.value for cell in book["country"][2]] == ["'=1+1", 2, 1, 20]


@pytest.mark.parametrize("place", ["handling_statistics", "matters_matter_changelist"])
def test_menu_marks_the_page_one_is_on_and_no_other(client: Client, proceeding: Proceeding, place: str) -> None:
    desk, here = signed_in_staff(client, staff(*HANDLES)), reverse(f"admin:{place}")

    menu = desk.get(here).context["sidebar_navigation"]

    assert [str(line["link"]) for group in menu for line in group["items"] if line["active"]] == [here]


@pytest.mark.parametrize("page", ["statistics", "export"])
def test_statistics_are_closed_to_other_staff(client: Client, page: str) -> None:
    assert signed_in_staff(client, staff()).get(reverse(f"admin:handling_{page}")).status_code == 403
