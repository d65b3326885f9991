"""What each app promises about personal data, and that it keeps its promise."""

import pytest
from django.apps import apps

from portal.privacy.models import RetentionRule
from portal.privacy.registry import Fate, Holder, holders
from tests.factories import ConsentFactory, DataExportFactory, SecurityEventFactory


def test_apps_are_found_in_the_order_of_the_settings():
    labels = [holder.label for holder in holders()]
    order = [config.label for config in apps.get_app_configs() if config.label in labels]

    assert labels == order
    assert {"accounts", "privacy"} <= set(labels)


def test_app_that_promises_nothing_holds_and_does_nothing(person):
    silent = Holder("silent")

    silent.erase(person, by=person)

    assert [list(found(person)) for found in (silent.held_about, silent.fates, silent.objections)] == [[], [], []]
    assert silent.expires == {}


def test_fates_may_be_plain_tuples(person):
    plain = Holder("plain", told=lambda user: [("Papers", 2, "The law.", "Ten years.")])

    assert list(plain.fates(person)) == [Fate("Papers", 2, "The law.", "Ten years.")]


@pytest.mark.parametrize("holder", holders(), ids=lambda holder: holder.label)
def test_app_erases_what_it_says_it_erases(person, holder):
    ConsentFactory.create(user=person)
    SecurityEventFactory.create(user=person)
    DataExportFactory.create(user=person)

    holder.erase(person, by=person)

    person.refresh_from_db()
    assert [fate.what for fate in holder.fates(person) if fate.number and not fate.why] == []


@pytest.mark.parametrize("holder", holders(), ids=lambda holder: holder.label)
def test_sections_name_each_value_they_hold(person, holder):
    ConsentFactory.create(user=person)
    SecurityEventFactory.create(user=person)

    unnamed = {
        (section["slug"], key)
        for section in holder.held_about(person)
        for row in section["rows"]
        for key in row
        if key not in section["labels"]
    }

    assert unnamed == set()


@pytest.mark.usefixtures("beginning")
def test_every_kind_that_expires_has_its_rule():
    kinds = {kind for holder in holders() for kind in holder.expires}

    assert kinds <= set(RetentionRule.objects.values_list("kind", flat=True))
