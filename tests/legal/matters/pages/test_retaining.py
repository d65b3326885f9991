"""A matter that has ended says until when it can be read, and what became of it after that."""

import datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format
from django.utils.html import escape

from legal.matters.actions.expiring import empty
from legal.matters.actions.moving import withdraw
from legal.matters.retaining import kept_until
from portal.languages import CODES
from portal.privacy.models import RetentionRule
from tests.factories import RetentionRuleFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


@pytest.fixture
def ended(submitted):
    withdraw(submitted, by=submitted.begun_by)
    submitted.refresh_from_db()
    submitted.ended_at = datetime.datetime(2026, 11, 1, 4, tzinfo=datetime.UTC)
    submitted.save()
    return submitted


@pytest.fixture
def term():
    """What ended is kept for thirty days."""
    RetentionRule.objects.filter(kind="matters").delete()
    return RetentionRuleFactory.create(kind="matters", days=30, ground="operator")


@pytest.mark.parametrize("language", CODES)
def test_page_says_until_when_it_can_be_read(signed_in, at, ended, term, language):
    shown = signed_in(ended.begun_by).get(at("matter", ended, language)).text

    with translation.override(language):
        day = date_format(datetime.date(2026, 12, 1))
    assert day.replace(" ", "") in shown.replace("\N{NO-BREAK SPACE}", "").replace(" ", "")


def test_page_says_that_everything_stays_while_no_term_is_decided(signed_in, at, ended):
    assert kept_until(ended) is None
    assert "Everything stays here to be read." in signed_in(ended.begun_by).get(at("matter", ended)).text


def test_matter_that_is_under_way_has_no_end_of_its_term(submitted, term):
    assert kept_until(submitted) is None


def test_page_of_what_was_emptied_says_so(signed_in, at, ended, term):
    empty(ended)

    shown = signed_in(ended.begun_by).get(at("matter", ended)).text

    assert escape("The contents of this matter were removed at the end of their term.") in shown
