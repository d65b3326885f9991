"""The address that asks for a consent which names who receives the data."""

from urllib.parse import urlsplit

import pytest
from django.http import QueryDict
from django.utils import translation

from portal.privacy import asking
from portal.privacy.models import Purpose

NAMES = {"recipient": "Юрист Ахметов", "aim": "Консультация", "onward": "/ru/laws/"}


@pytest.fixture
def address():
    with translation.override("ru"):
        return asking.address(Purpose.SHARING, **NAMES)


def signed_part(address):
    return QueryDict(urlsplit(address).query)["for"]


def test_address_leads_to_the_page_of_its_purpose_and_carries_the_names(address):
    assert urlsplit(address).path == "/ru/account/consents/sharing/"
    assert asking.asked(signed_part(address)) == asking.Asked(**NAMES)


@pytest.mark.parametrize("change", [lambda signed: signed[:-1], lambda signed: "x" + signed, lambda signed: ""])
def test_altered_address_asks_for_nothing(address, change):
    assert asking.asked(change(signed_part(address))) is None


def test_old_address_asks_for_nothing(address, monkeypatch):
    monkeypatch.setattr(asking, "LASTS", -1)

    assert asking.asked(signed_part(address)) is None
