"""What the other side is shown of a request comes out of what was frozen; the file goes to the institution chosen."""

import json

import pytest

from legal.arbitration.models import Filing
from legal.arbitration.told import receiver, told
from tests.factories import JurisdictionFactory

pytestmark = pytest.mark.django_db
FROZEN = {
    "agreements": [{"clause": "Disputes go to SCIA."}],
    "claims": [
        {"position": 1, "kind": "money", "amount": "200000", "currency": "CNY", "text": "The price.", "interest": ""},
        {"position": 2, "kind": "declaration", "amount": "", "currency": "", "text": "It ended.", "interest": ""},
    ],
    "facts": "The goods came late.",
    "reasons": "",
    "measures": [{"what": "The account is frozen."}],
}


def test_claims_and_reasons_are_told():
    said = [(str(label), text) for label, text in told(FROZEN)]

    assert said == [
        ("Arbitration agreement", "Disputes go to SCIA."),
        ("Claim 1: A sum of money", "200,000.00 CNY\nThe price."),
        ("Claim 2: A declaration", "It ended."),
        ("Facts", "The goods came late."),
        ("Interim measure asked for", "The account is frozen."),
    ]
    assert list(told({})) == []


def test_what_was_frozen_of_a_request_can_be_told(filed):
    content = json.loads(filed.submissions.get().content)["proceeding"]

    assert [text for _label, text in told(content) if not text] == []
    assert len(list(told(content))) > len(content["claims"])


def test_file_goes_to_the_institution_that_was_chosen(filed):
    chosen = Filing.objects.get(matter=filed).institution

    assert receiver(filed).name == str(chosen)


def test_institution_of_no_country_is_taken_to_be_in_china(draft):
    JurisdictionFactory.create(code="cn")

    assert not receiver(draft).is_abroad
