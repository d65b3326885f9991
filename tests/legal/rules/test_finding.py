"""Which figure holds on a day, and that there is one at most."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from legal.rules import finding
from legal.rules.kinds import RuleKind, Status, Unit
from legal.rules.models import Rule
from tests.factories import RuleFactory, ScheduleFactory

pytestmark = pytest.mark.django_db

D = datetime.date


def test_rule_is_the_one_in_force_on_the_day():
    old = RuleFactory.create(slug="ceiling", effective_until=D(2024, 9, 30))
    new = RuleFactory.create(slug="ceiling", effective_from=D(2024, 10, 1))

    assert finding.rule("ceiling", on=D(2024, 9, 30)) == old
    assert finding.rule("ceiling", on=D(2024, 10, 1)) == new


def test_rule_that_is_not_in_force_or_not_there_is_not_found():
    RuleFactory.create(slug="ceiling", effective_from=D(2024, 10, 1), effective_until=D(2025, 1, 1))

    assert finding.rule("ceiling", on=D(2024, 9, 30)) is None
    assert finding.rule("ceiling", on=D(2025, 1, 2)) is None
    assert finding.rule("floor", on=D(2024, 12, 1)) is None


def test_schedule_is_found_with_its_bands(django_assert_num_queries):
    schedule = ScheduleFactory.create(slug="fees", effective_from=D(2026, 1, 1), bands=[(0, 0, 1), (1000, 10, 2)])

    with django_assert_num_queries(2):
        found = finding.schedule("fees", on=D(2026, 1, 1))
        assert [band.base for band in found.bands.all()] == [0, 10]

    assert found == schedule
    assert finding.schedule("fees", on=D(2025, 12, 31)) is None


def test_schedule_without_the_band_it_begins_with_is_not_found():
    ScheduleFactory.create(slug="fees", bands=[(1000, 10, 2)])

    assert finding.schedule("fees", on=D(2026, 1, 1)) is None


def test_no_two_rules_of_one_slug_are_in_force_on_one_day():
    RuleFactory.create(slug="ceiling", effective_from=D(2026, 1, 1), effective_until=D(2026, 6, 30))
    RuleFactory.create(slug="another", effective_from=D(2026, 1, 1))

    with pytest.raises(IntegrityError, match="rules_rule_no_two_at_once"), transaction.atomic():
        RuleFactory.create(slug="ceiling", effective_from=D(2026, 6, 30))
    with translation.override("en"), pytest.raises(ValidationError, match="Another row with this slug"):
        RuleFactory.build(slug="ceiling", effective_from=D(2026, 6, 30)).full_clean()


@pytest.mark.parametrize(
    ("facts", "broken"),
    [
        ({"value": None}, "value_unless_unknown"),
        ({"unit": ""}, "value_unless_unknown"),
        ({"value": 0}, "value_unless_unknown"),
        ({"status": Status.UNKNOWN}, "value_unless_unknown"),
        ({"value": "1.5"}, "whole_days_or_months"),
        ({"value": 4000}, "whole_days_or_months"),
        ({"unit": Unit.CNY}, "whole_days_or_months"),
        ({"kind": RuleKind.FEE, "unit": Unit.DAYS}, "whole_days_or_months"),
        ({"source_url": ""}, "has_its_source"),
        ({"checked_on": None}, "has_its_source"),
        ({"moves": True}, "moves_where_a_source_says_so"),
        ({"effective_from": D(2026, 2, 1), "effective_until": D(2026, 1, 31)}, "ends_after_it_begins"),
    ],
)
def test_rule_that_cannot_be_is_refused_by_the_database(facts, broken):
    with pytest.raises(IntegrityError, match=broken), transaction.atomic():
        RuleFactory.create(**facts)

    assert not Rule.objects.exists()


def test_rule_that_ends_before_it_begins_is_told_so_at_its_last_day():
    rule = RuleFactory.build(effective_from=D(2026, 2, 1), effective_until=D(2026, 1, 31))

    with pytest.raises(ValidationError) as refused:
        rule.full_clean()

    with translation.override("en"):
        assert refused.value.message_dict == {"effective_until": ["It ends before it begins."]}


def test_rule_that_is_not_known_has_no_figure():
    rule = RuleFactory.build(unknown=True, slug="award")

    assert not rule.is_known
    with pytest.raises(ValueError, match="Rule award has no value"):
        rule.figure  # noqa: B018  # what is tested is that it raises
