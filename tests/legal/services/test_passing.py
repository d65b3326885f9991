"""The way of a paper is told only where everything that decides it is confirmed."""

import datetime

import pytest
from django.db import IntegrityError

from legal.services.kinds import Known, Membership
from legal.services.passing import Way, passage
from portal.reference.models import Jurisdiction
from tests.factories import JurisdictionFactory, LegalizationFactory

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 26)
UNKNOWN = {
    "membership": Membership.UNKNOWN,
    "status": Known.UNKNOWN,
    "in_force_on": None,
    "source_url": "",
    "checked_on": None,
}
OUTSIDE = {"membership": Membership.NOT_PARTY, "in_force_on": None}


@pytest.fixture
def china() -> Jurisdiction:
    return LegalizationFactory.create(in_force_on=datetime.date(2023, 11, 7)).jurisdiction


@pytest.fixture
def kazakhstan() -> Jurisdiction:
    return JurisdictionFactory.create(code="kz", name_en="Kazakhstan")


@pytest.mark.parametrize(
    ("facts", "way"),
    [
        ({}, Way.APOSTILLE),
        (OUTSIDE, Way.CONSULAR),
        ({"objections": ["cn"]}, Way.CONSULAR),
        ({"in_force_on": TODAY + datetime.timedelta(days=1)}, Way.CONSULAR),
        ({"status": Known.TO_BE_CONFIRMED}, Way.UNKNOWN),
        ({"status": Known.TO_BE_CONFIRMED, "objections": ["cn"]}, Way.UNKNOWN),
        (UNKNOWN, Way.UNKNOWN),
    ],
)
def test_way_follows_what_is_confirmed_in_both_directions(china, kazakhstan, facts, way) -> None:
    LegalizationFactory.create(jurisdiction=kazakhstan, **facts)

    there, back = passage(china, kazakhstan, on=TODAY), passage(kazakhstan, china, on=TODAY)

    assert (there.way, back.way) == (way, way)
    assert [one.jurisdiction for one in there.known] == [china, kazakhstan]


def test_objection_of_the_first_state_counts_too(kazakhstan) -> None:
    china = LegalizationFactory.create(objections=["kz"]).jurisdiction
    LegalizationFactory.create(jurisdiction=kazakhstan)

    assert passage(china, kazakhstan, on=TODAY).way is Way.CONSULAR


def test_way_is_not_told_where_nothing_was_looked_up(china, kazakhstan) -> None:
    told = passage(china, kazakhstan, on=TODAY)

    assert (told.way, [one.jurisdiction for one in told.known]) == (Way.UNKNOWN, [china])


def test_paper_used_where_it_was_made_needs_nothing(china) -> None:
    assert passage(china, china, on=TODAY).way is Way.NONE


@pytest.mark.parametrize(
    "facts",
    [
        {"source_url": ""},
        {"checked_on": None},
        {"status": Known.UNKNOWN},
        {"membership": Membership.UNKNOWN, "in_force_on": None},
        {"in_force_on": None},
        {"membership": Membership.NOT_PARTY},
    ],
)
def test_membership_without_its_source_or_its_day_is_refused(facts) -> None:
    with pytest.raises(IntegrityError):
        LegalizationFactory.create(**facts)
