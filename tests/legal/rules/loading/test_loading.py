"""What every installation knows, loaded into an empty database and again."""

import datetime
from decimal import Decimal

import pytest
from django.core.management import call_command

from legal.rules import finding
from legal.rules.actions.loading import load
from legal.rules.deadlines import compute
from legal.rules.fees import estimate
from legal.rules.kinds import DayKind, Origin, Status
from legal.rules.loading import calendars
from legal.rules.models import Calendar, CalendarDay, CalendarYear, Institution, Rule, Schedule
from tests.factories import JurisdictionFactory

pytestmark = pytest.mark.django_db

D = datetime.date
TODAY = D(2026, 11, 26)


def test_loading_fills_an_empty_portal_and_changes_nothing_the_second_time():
    first, second = load(), load()

    assert all(first.values())
    assert set(second.values()) == {0}
    assert CalendarDay.objects.filter(origin=Origin.STAFF).count() == 0
    assert Rule.objects.filter(status=Status.UNKNOWN).exclude(value=None).count() == 0


def test_kashgar_branch_is_a_branch_of_scia_which_is_known_by_its_former_names():
    load()

    branch = Institution.objects.get(slug="scia-kashgar")
    former = set(branch.parent.names.filter(former=True).values_list("name", flat=True))
    assert {"深圳仲裁委员会", "贸仲华南分会", "CIETAC South China Sub-Commission"} < former
    assert branch.parent.jurisdiction.code == "cn"
    assert branch.russian_unofficial


def test_figures_that_are_confirmed_compute_and_others_say_so():
    load()
    calendar = Calendar.objects.get(slug="cn")

    notarization = compute(finding.rule("notarization", on=TODAY), D(2026, 9, 30), calendars=[calendar])
    award = compute(finding.rule("scia-award-foreign", on=TODAY), D(2026, 9, 30), calendars=[calendar])
    fee = estimate(finding.schedule("scia-international", on=TODAY), Decimal(3_000_000), on=TODAY)

    assert notarization.day == D(2026, 10, 27)
    assert not notarization.provisional
    assert award.day is None
    assert fee.total == Decimal(95_000)
    assert not fee.confirmed


def test_figure_has_its_day_and_its_ceiling_is_of_cases_accepted_since():
    load()

    assert finding.rule("scia-expedited-ceiling", on=D(2024, 10, 1)).figure == 10_000_000
    assert finding.rule("scia-expedited-ceiling", on=D(2024, 9, 30)) is None


def test_year_is_published_where_it_was_compared_with_its_notice():
    load()

    published = CalendarYear.objects.filter(published=True).values_list("calendar__slug", "year")
    assert set(published) == {("cn", 2025), ("cn", 2026)}


def test_what_staff_changed_stays():
    load()
    Rule.objects.filter(slug="notarization").update(note_en="Ours.")
    Institution.objects.filter(slug="icc").update(name_en="ICC")
    Schedule.objects.filter(slug="scia-international").update(minimum=1)
    CalendarDay.objects.filter(calendar__slug="cn", date=D(2026, 10, 1)).update(kind=DayKind.WORK, origin=Origin.STAFF)
    CalendarYear.objects.filter(calendar__slug="xinjiang", year=2026).update(
        published=True, source_url="https://gov.example/", origin=Origin.STAFF
    )

    assert set(load().values()) == {0}
    assert CalendarDay.objects.get(calendar__slug="cn", date=D(2026, 10, 1)).kind == DayKind.WORK
    assert CalendarYear.objects.get(calendar__slug="xinjiang", year=2026).published


def test_day_that_staff_added_stays_and_a_loaded_one_that_is_no_more_goes():
    load()
    china = Calendar.objects.get(slug="cn")
    CalendarDay.objects.create(calendar=china, date=D(2026, 11, 25))
    CalendarDay.objects.create(calendar=china, date=D(2026, 11, 26), origin=Origin.LOADED)
    CalendarDay.objects.filter(calendar=china, date=D(2026, 10, 2)).update(name_zh_hans="十一")

    counted = load()["days"]

    assert counted == 2
    assert list(china.days.filter(date__gte=D(2026, 11, 1), date__lt=D(2027, 1, 1)).values_list("date", flat=True)) == [
        D(2026, 11, 25)
    ]
    assert china.days.get(date=D(2026, 10, 2)).name_zh_hans == "国庆节"


def test_years_go_from_the_first_compared_to_some_after_this_one():
    assert list(calendars.years_from(TODAY, ahead=3)) == [2025, 2026, 2027, 2028, 2029]


def test_jurisdictions_that_are_held_stay_as_they_are():
    JurisdictionFactory.create(code="cn", name_en="PRC")

    load()

    assert Institution.objects.get(slug="scia").jurisdiction.name_en == "PRC"


def test_command_says_how_many_rows_there_were(capsys):
    call_command("load_rules")

    assert "institutions: 7 added or changed" in capsys.readouterr().out
