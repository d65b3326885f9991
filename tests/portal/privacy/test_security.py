"""The security log: what is noted, and what is not."""

import pytest
from django.test import RequestFactory

from portal.privacy.actions import record
from portal.privacy.models import SecurityEvent

Kind = SecurityEvent.Kind


def request(**headers):
    return RequestFactory().get("/", REMOTE_ADDR="192.0.2.7", **headers)


def test_event_keeps_who_from_where_and_with_what(person):
    event = record(Kind.SIGNED_IN, user=person, request=request(HTTP_USER_AGENT="Firefox 140"), detail="passkey")

    assert (event.user, event.address, event.agent, event.detail) == (person, "192.0.2.7", "Firefox 140", "passkey")


def test_failure_under_an_unknown_name_is_nobodys(db):
    event = record(Kind.FAILED, user=None, request=request())

    assert (event.user, event.kind, event.agent) == (None, "failed", "")


def test_event_without_a_request_is_from_nowhere(person):
    assert record(Kind.ROLE_CHANGED, user=person, detail="registrar").address is None


def test_name_of_a_browser_is_shortened_and_printable(person):
    event = record(Kind.SIGNED_IN, user=person, request=request(HTTP_USER_AGENT="a\x00" * 300))

    assert event.agent == "a" * 200


def test_unknown_kind_is_refused(person):
    with pytest.raises(ValueError, match="guessed"):
        record("guessed", user=person)


def test_event_is_called_by_what_happened_and_when(person):
    event = record(Kind.SIGNED_IN, user=person)

    assert str(event) == f"Signed in, {event.at:%Y-%m-%d %H:%M}"
