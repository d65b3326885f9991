"""Retention: what is decided is done, what is not decided is kept."""

import datetime

import pytest
from django.core.management import call_command
from django.db.utils import IntegrityError
from django.utils import timezone, translation

from portal.privacy import tasks
from portal.privacy.actions import retention, withdraw
from portal.privacy.models import Consent, DataExport, RetentionRule, SecurityEvent
from tests.factories import ConsentFactory, DataExportFactory, RetentionRuleFactory, SecurityEventFactory
from tests.portal.privacy.copies import ready_copy

NOW = timezone.now()
OLD = NOW - datetime.timedelta(days=400)


@pytest.fixture
def old_rows(person):
    # Asking for the copy is an event too.
    ready_copy(person, made_at=OLD)
    SecurityEventFactory.create(user=person, at=OLD)
    ConsentFactory.create(user=person, given_at=OLD)
    ended = ConsentFactory.create(user=person, text__purpose="terms", given_at=OLD)
    withdraw(ended, by=person)


def counts():
    return DataExport.objects.count(), SecurityEvent.objects.count(), Consent.objects.count()


def applied(**options):
    return {outcome.rule.kind: outcome.count for outcome in retention.apply(now=NOW, **options)}


@pytest.mark.usefixtures("old_rows", "beginning")
def test_only_what_is_decided_goes():
    assert applied() == {
        "accounts": None,
        "consents": None,
        "data-export": 1,
        "enquiries": None,
        "impact-assessment": None,
        "matters": None,
        "notices": None,
        "security-log": None,
    }
    assert counts() == (0, 2, 2)


@pytest.mark.usefixtures("old_rows", "beginning")
def test_rehearsal_counts_and_removes_nothing():
    RetentionRule.objects.filter(kind__in=("security-log", "consents")).update(days=365, ground="operator")

    found = applied(rehearse=True)

    assert (found["data-export"], found["security-log"], found["consents"]) == (1, 1, 0)
    assert counts() == (1, 2, 2)


@pytest.mark.usefixtures("beginning")
def test_log_goes_when_the_days_decided_are_over(person):
    RetentionRule.objects.filter(kind="security-log").update(days=365, ground="operator")
    SecurityEventFactory.create(user=person, at=NOW - datetime.timedelta(days=366))
    young = SecurityEventFactory.create(user=person, at=NOW - datetime.timedelta(days=364))

    outcome = applied()

    assert (outcome["security-log"], list(SecurityEvent.objects.all())) == (1, [young])


@pytest.mark.usefixtures("beginning")
def test_withdrawn_consents_go_when_the_days_decided_are_over(person):
    RetentionRule.objects.filter(kind="consents").update(days=365, ground="operator")
    standing = ConsentFactory.create(user=person, given_at=OLD)
    ended = ConsentFactory.create(user=person, text__purpose="terms", given_at=OLD)
    withdraw(ended, by=person)

    young = applied()
    outcomes = {one.rule.kind: one.count for one in retention.apply(now=NOW + datetime.timedelta(days=366))}

    assert (young["consents"], outcomes["consents"]) == (0, 1)
    assert list(Consent.objects.all()) == [standing]


@pytest.mark.usefixtures("old_rows", "beginning")
def test_worker_applies_the_rules_each_day():
    tasks.apply_retention()

    assert counts() == (0, 2, 2)


def test_failed_copies_go_with_the_rest_and_unfinished_ones_stay(person):
    RetentionRuleFactory.create(kind="data-export", days=7, ground="working")
    DataExportFactory.create(user=person, state="failed", asked_at=OLD)
    waiting = DataExportFactory.create(user=person, asked_at=OLD)

    list(retention.apply(now=NOW))

    assert list(DataExport.objects.all()) == [waiting]


@pytest.mark.usefixtures("old_rows", "beginning")
def test_command_tells_in_a_table_what_would_go(capsys):
    call_command("apply_retention", dry_run=True)

    assert capsys.readouterr().out.splitlines() == [
        "kind                           days   would go",
        "accounts                  undecided          -",
        "consents                  undecided          -",
        "data-export                       7          1",
        "enquiries                 undecided          -",
        "impact-assessment         undecided          -",
        "matters                   undecided          -",
        "notices                   undecided          -",
        "security-log              undecided          -",
    ]
    assert counts() == (1, 2, 2)


@pytest.mark.usefixtures("old_rows", "beginning")
def test_command_tells_what_went(capsys):
    call_command("apply_retention")

    assert "kind                           days    removed" in capsys.readouterr().out
    assert counts() == (0, 2, 2)


@pytest.mark.parametrize(
    ("kind", "fields", "constraint"),
    [
        ("security-log", {}, "security_log"),
        ("security-log", {"least_days": 183}, "security_log"),
        ("security-log", {"least_days": 184, "days": 183, "ground": "operator"}, "least_days"),
        ("impact-assessment", {"least_days": 1095}, "impact"),
        ("anything", {"days": 5}, "has_ground"),
        ("anything", {"ground": "law"}, "has_ground"),
    ],
)
@pytest.mark.django_db
def test_rule_keeps_what_the_law_wants(kind, fields, constraint):
    with pytest.raises(IntegrityError, match=f"privacy_retention_{constraint}"):
        RetentionRuleFactory.create(kind=kind, **fields)


def test_rule_is_saved_and_called_by_its_name(person):
    rule = RetentionRuleFactory.build(kind="papers", days=10, ground="operator")

    retention.save_rule(rule, by=person)

    with translation.override("en"):
        assert (RetentionRule.objects.get(), str(rule)) == (rule, "Copies")
