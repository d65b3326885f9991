"""What a person finds in the copy of their data about requests for arbitration, and what becomes of it."""

import pytest

from legal.arbitration import personal
from legal.arbitration.actions import joining
from tests.factories import JurisdictionFactory, UserFactory
from tests.legal.arbitration.filing.world import moved

pytestmark = pytest.mark.django_db


def test_copy_has_the_addresses_confirmed_and_the_parties_asked_to_be_joined(filed) -> None:
    by, country = filed.begun_by, JurisdictionFactory.create(code="kz")
    facts = {"side": "respondent", "kind": "company", "name": "ТОО «Клевер»", "country": country, "reasons": "Surety."}
    joining.ask(moved(filed, "examine", "accept"), facts=facts, by=by)

    addresses, joinders = personal.held_about(by)

    (address,), (joined,) = addresses["rows"], joinders["rows"]
    assert (address["number"], address["address"]) == (filed.number, by.email)
    assert (joined["number"], joined["party"], joined["decided"]) == (filed.number, "ТОО «Клевер»", None)
    assert (set(address), set(joined)) == (set(addresses["labels"]), set(joinders["labels"]))
    assert [number for _, number, _, _ in personal.fates(by)] == [1, 1]


def test_copy_of_a_stranger_has_none_of_it(filed) -> None:
    stranger = UserFactory.create()

    assert [section["rows"] for section in personal.held_about(stranger)] == [[], []]
    assert [number for _, number, _, _ in personal.fates(stranger)] == [0, 0]
