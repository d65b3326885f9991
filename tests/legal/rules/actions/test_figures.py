"""Figures that were in force stay; others take their place."""

import datetime

import pytest

from legal.rules.actions import figures, keeping
from legal.rules.kinds import Origin
from legal.rules.models import Band, InstitutionName
from portal.workflow.errors import NotAllowedError
from tests.factories import (
    CalendarDayFactory,
    CalendarYearFactory,
    InstitutionFactory,
    InstitutionNameFactory,
    RuleFactory,
    ScheduleFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

D = datetime.date
LATER = D(2099, 1, 1)


@pytest.fixture
def officer():
    return UserFactory.create(is_staff=True)


def test_new_row_ends_the_one_it_supersedes_the_day_before(officer):
    old = RuleFactory.create(slug="ceiling", effective_from=D(2020, 1, 1))
    new = RuleFactory.build(slug="ceiling", effective_from=D(2024, 10, 1), value=20)

    figures.add(new, by=officer)

    old.refresh_from_db()
    assert (old.effective_until, new.effective_until) == (D(2024, 9, 30), None)


def test_row_that_supersedes_none_is_simply_kept(officer):
    new = RuleFactory.build(slug="ceiling", effective_from=None)

    figures.add(new, by=officer)

    assert new.pk
    assert figures.superseded(type(new), "ceiling", None) is None


@pytest.mark.parametrize(("name", "value"), [("value", 16), ("unit", "days"), ("effective_from", D(2020, 1, 2))])
def test_figure_that_was_in_force_is_not_changed(officer, name, value):
    rule = RuleFactory.create(effective_from=D(2020, 1, 1))
    setattr(rule, name, value)

    with pytest.raises(NotAllowedError) as refused:
        figures.change(rule, by=officer)

    assert refused.value.code == "used"


def test_what_is_told_of_a_figure_that_was_in_force_is_changed(officer):
    rule = RuleFactory.create()
    rule.note_en, rule.effective_until, rule.checked_on = "Read again.", LATER, D(2026, 12, 1)

    figures.change(rule, by=officer)

    rule.refresh_from_db()
    assert (rule.note_en, rule.effective_until) == ("Read again.", LATER)


@pytest.mark.parametrize("facts", [{"unknown": True}, {"effective_from": LATER}])
def test_figure_that_is_not_known_or_not_in_force_yet_is_changed(officer, facts):
    rule = RuleFactory.create(**facts)
    rule.slug = "another"

    figures.change(rule, by=officer)

    rule.refresh_from_db()
    assert rule.slug == "another"


def test_bands_of_a_table_that_was_in_force_are_not_changed(officer):
    schedule = ScheduleFactory.create()

    with pytest.raises(NotAllowedError) as refused:
        figures.set_bands(schedule, kept=[], gone=schedule.bands.all(), by=officer)

    assert refused.value.code == "used"
    assert schedule.bands.count() == 1


def test_bands_of_a_table_to_come_are_replaced(officer):
    schedule = ScheduleFactory.create(effective_from=LATER)

    figures.set_bands(
        schedule, kept=[Band(schedule=schedule, above=0, base=5, rate=2)], gone=schedule.bands.all(), by=officer
    )

    assert [band.base for band in schedule.bands.all()] == [5]


def test_table_in_force_that_has_no_bands_yet_is_given_them(officer):
    schedule = ScheduleFactory.create()
    schedule.bands.all().delete()

    figures.set_bands(schedule, kept=[Band(schedule=schedule, above=0, base=5, rate=2)], gone=[], by=officer)

    assert schedule.bands.count() == 1


def test_names_of_an_institution_are_kept_and_taken_away(officer):
    gone = InstitutionNameFactory.create()
    kept = InstitutionNameFactory.build(institution=gone.institution, name="深国仲")

    keeping.save_names(kept=[kept], gone=[gone], by=officer)

    assert [name.name for name in InstitutionName.objects.all()] == ["深国仲"]


def test_institution_is_kept(officer):
    institution = InstitutionFactory.create()
    institution.name_en = "SCIA"

    keeping.save(institution, by=officer)

    institution.refresh_from_db()
    assert institution.name_en == "SCIA"


@pytest.mark.parametrize("factory", [CalendarDayFactory, CalendarYearFactory])
def test_what_staff_say_of_a_day_or_year_is_theirs(officer, factory):
    row = factory.create(origin=Origin.LOADED)

    keeping.enter(row, by=officer)

    row.refresh_from_db()
    assert row.origin == Origin.STAFF
