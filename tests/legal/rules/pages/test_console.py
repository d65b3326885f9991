"""What the rules officer does in the console."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from lxml import html

from legal.rules.kinds import Origin
from legal.rules.models import Calendar, CalendarDay, CalendarYear, Institution, Rule, Schedule
from portal.accounts.actions import apply_roles
from portal.themed import in_columns
from tests.factories import (
    CalendarDayFactory,
    CalendarFactory,
    InstitutionFactory,
    InstitutionNameFactory,
    RuleFactory,
    ScheduleFactory,
    UserFactory,
)
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db

D = datetime.date
LATER = D(2099, 1, 1)


def at(name: str, *parts: object) -> str:
    return reverse(f"admin:rules_{name}", args=parts)


@pytest.fixture
def desk(client):
    apply_roles()
    officer = UserFactory.create(is_staff=True, language="en")
    officer.groups.add(Group.objects.get(name="rules-officer"))
    return signed_in_staff(client, officer)


def typed(desk, address: str, **changed: object) -> dict[str, object]:
    """The form of a page as it is shown, with something changed."""
    (form,) = [form for form in html.fromstring(desk.get(address).text).forms if form.get("id", "").endswith("_form")]
    return {**{name: value for name, value in form.form_values() if not name.startswith("_")}, **changed}


def sent(desk, address: str, **changed: object):
    return desk.post(address, typed(desk, address, **changed))


def test_officer_adds_a_rule_that_takes_the_place_of_another(desk):
    old = RuleFactory.create(slug="ceiling", effective_from=D(2020, 1, 1), fee=True)
    page = html.fromstring(desk.get(at("rule_change", old.pk)).text)
    (address,) = page.xpath("//a[contains(@href, 'slug=ceiling')]/@href")

    answer = sent(
        desk,
        address,
        kind="fee",
        value="20000",
        unit="cny",
        effective_from="2026-12-01",
        status="confirmed",
        source_url="https://scia.example/",
        checked_on="2026-11-26",
    )

    assert answer.status_code == 302
    old.refresh_from_db()
    new = Rule.objects.get(effective_until=None)
    assert (old.effective_until, new.value, new.name_ru) == (D(2026, 11, 30), 20_000, old.name_ru)


def test_rule_that_overlaps_others_is_refused_with_a_sentence(desk):
    RuleFactory.create(slug="ceiling", effective_from=D(2020, 1, 1), effective_until=LATER)

    answer = sent(
        desk,
        at("rule_add"),
        slug="ceiling",
        kind="limit",
        status="unknown",
        effective_from="2026-01-01",
        **dict.fromkeys(in_columns("name"), "Ceiling"),
    )

    assert answer.status_code == 200
    assert "Another row with this slug is in force on one of these days." in answer.text


def test_figures_of_a_rule_in_force_are_only_read(desk):
    rule = RuleFactory.create()
    address = at("rule_change", rule.pk)

    answer = sent(desk, address, value="99", note_en="Read again.")

    rule.refresh_from_db()
    assert (answer.status_code, rule.value, rule.note_en) == (302, 15, "Read again.")


def test_rule_that_is_not_in_force_yet_is_changed(desk):
    rule = RuleFactory.create(effective_from=LATER)

    sent(desk, at("rule_change", rule.pk), value="16")

    rule.refresh_from_db()
    assert rule.value == 16


def test_figures_that_are_only_read_are_grouped_and_told_with_their_unit(desk):
    rule = RuleFactory.create(slug="ceiling", value=10_000_000, fee=True)
    RuleFactory.create(slug="unknown", unknown=True)
    table = ScheduleFactory.create(minimum=10_000)
    table.bands.update(above=1_000_000, base=35_000, rate="2.5")
    least = ScheduleFactory.create(slug="no-least", minimum=None)

    listed = desk.get(at("rule_changelist")).text
    told = " ".join(
        desk.get(at(name, row.pk)).text for name, row in (("rule_change", rule), ("schedule_change", table))
    )

    assert "RMB 10,000,000" in listed
    assert [one for one in ("RMB 10,000,000", "RMB 10,000", "RMB 1,000,000", "RMB 35,000") if one not in told] == []
    assert "2.5 %" in told
    assert desk.get(at("schedule_change", least.pk)).status_code == 200


def bands(*rows: tuple[str, str, str], initial: int = 0) -> dict[str, object]:
    cells = {
        f"bands-{place}-{name}": value
        for place, row in enumerate(rows)
        for name, value in zip(("above", "base", "rate"), row, strict=True)
    }
    return {"bands-TOTAL_FORMS": len(rows), "bands-INITIAL_FORMS": initial, **cells}


def new_table(desk, *rows: tuple[str, str, str]):
    return sent(
        desk,
        at("schedule_add"),
        slug="fees",
        institution=InstitutionFactory.create().pk,
        status="confirmed",
        source_url="https://scia.example/",
        checked_on="2026-11-26",
        **dict.fromkeys(in_columns("name"), "Fees"),
        **bands(*rows),
    )


def test_officer_makes_a_fee_table(desk):
    answer = new_table(desk, ("0", "0", "3.5"), ("1000000", "35000", "2.5"))

    table = Schedule.objects.get()
    assert (answer.status_code, [band.base for band in table.bands.all()]) == (302, [0, 35_000])


def test_fee_table_that_does_not_begin_at_nothing_is_refused(desk):
    answer = new_table(desk, ("1000000", "35000", "2.5"))

    assert answer.status_code == 200
    assert "The first band of a table begins above nothing, at 0." in answer.text
    assert not Schedule.objects.exists()


def test_bands_of_a_table_in_force_are_only_read(desk):
    table = ScheduleFactory.create()
    address = at("schedule_change", table.pk)

    answer = sent(desk, address, note_en="Read again.", **bands(("0", "7", "7"), initial=1))

    table.refresh_from_db()
    assert (answer.status_code, table.note_en) == (302, "Read again.")
    assert [(band.base, band.rate) for band in table.bands.all()] == [(0, 1)]


def test_fields_in_a_row_are_called_what_stands_above_them(desk):
    name = InstitutionNameFactory.create()

    page = desk.get(at("institution_change", name.institution.pk))

    (rows,) = page.context["inline_admin_formsets"]
    fields = rows.formset.forms[0].fields
    assert {"language", "name", "former", "source_url"} <= fields.keys()
    called = [fields[one].widget.attrs["aria-label"] for one in ("name", "former", "source_url")]
    assert called == ["Name", "Former name", "Address of the source"]
    assert page.text.count('aria-label="Address of the source"') == len(rows.formset.forms) + 1


def test_officer_gives_an_institution_a_former_name(desk):
    name = InstitutionNameFactory.create()

    answer = sent(
        desk,
        at("institution_change", name.institution.pk),
        **{
            "names-TOTAL_FORMS": 2,
            "names-1-institution": name.institution.pk,
            "names-1-language": "en",
            "names-1-name": "CIETAC Shenzhen Sub-Commission",
            "names-1-former": "on",
            "names-1-source_url": "https://scia.example/",
        },
    )

    assert answer.status_code == 302
    assert name.institution.names.filter(former=True).count() == 1
    assert Institution.objects.count() == 1


def test_officer_says_what_a_day_and_a_year_are_and_they_are_staffs(desk):
    day = CalendarDayFactory.create(origin=Origin.LOADED)

    changed = sent(desk, at("calendarday_change", day.pk), kind="work")
    added = sent(
        desk,
        at("calendaryear_add"),
        calendar=day.calendar.pk,
        year="2027",
        published="on",
        source_url="https://gov.example/2027/",
    )

    assert (changed.status_code, added.status_code) == (302, 302)
    assert CalendarDay.objects.get().origin == CalendarYear.objects.get().origin == Origin.STAFF


def test_officer_changes_the_weekend_of_a_calendar(desk):
    calendar = CalendarFactory.create()
    address = at("calendar_change", calendar.pk)

    answer = desk.post(address, {**typed(desk, address), "weekend": ["5", "6"]})

    assert (answer.status_code, Calendar.objects.get().weekend) == (302, [5, 6])


@pytest.mark.parametrize("model", ["rule", "schedule", "institution", "calendar", "calendarday", "calendaryear"])
def test_lists_are_shown_and_nothing_in_them_is_deleted(desk, model):
    RuleFactory.create()
    ScheduleFactory.create()
    CalendarDayFactory.create()

    shown = desk.get(at(f"{model}_changelist"))

    assert shown.status_code == 200
    assert "delete_selected" not in shown.text
