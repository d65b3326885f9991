"""The checklist of an exhibit knows the way of a paper as soon as staff have confirmed both states."""

import datetime

import pytest

from legal.exhibits.registry import Way, route
from portal.reference.models import Jurisdiction
from tests.factories import JurisdictionFactory, LegalizationFactory

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 26)


@pytest.fixture
def china() -> Jurisdiction:
    return LegalizationFactory.create(jurisdiction=JurisdictionFactory.create(code="cn")).jurisdiction


def confirmed(**facts: object) -> Jurisdiction:
    """Kazakhstan, as it was looked up."""
    state = JurisdictionFactory.create(code="kz")
    return LegalizationFactory.create(jurisdiction=state, source_url="https://status.example/", **facts).jurisdiction


def test_paper_between_two_parties_takes_an_apostille_and_says_where_that_stands(china) -> None:
    found = route(confirmed(), china, on=TODAY)

    assert found is not None
    assert (found.way, found.source_url) == (Way.APOSTILLE, "https://www.hcch.net/")


def test_paper_of_a_state_outside_takes_legalization_by_what_is_known_of_that_state(china) -> None:
    found = route(confirmed(membership="not-party", in_force_on=None), china, on=TODAY)

    assert found is not None
    assert (found.way, found.source_url) == (Way.LEGALIZATION, "https://status.example/")


def test_way_that_is_not_confirmed_is_not_told(china) -> None:
    assert route(JurisdictionFactory.create(code="kz"), china, on=TODAY) is None
