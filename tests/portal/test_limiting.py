"""How often one address may ask, and who counts as one."""

import time

import pytest
from django.core.cache import cache
from django.test import RequestFactory
from django_ratelimit.exceptions import Ratelimited

from portal.limiting import Usage, limit, usage

# Of hours: their end is in none of these tests.
RATE = "2/12h"


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.clear()


def counted(address: str, rate: str = RATE) -> Usage:
    found = usage(RequestFactory(REMOTE_ADDR=address).get("/"), "x", rate)
    assert found
    return found


def test_requests_of_an_address_are_counted_by_group_and_rate() -> None:
    request = RequestFactory(REMOTE_ADDR="192.0.2.1").get("/")

    counts = [usage(request, group, rate) for group, rate in (("x", RATE), ("x", RATE), ("y", RATE), ("x", "3/12h"))]

    assert [one and (one.count, one.limit) for one in counts] == [(1, 2), (2, 2), (1, 2), (1, 3)]


@pytest.mark.parametrize(("rate", "seconds"), [("5/s", 1), ("5/m", 60), ("5/10m", 600), ("5/2d", 172_800)])
def test_span_ends_within_its_time(rate: str, seconds: int) -> None:
    assert 0 < counted("192.0.2.1", rate).seconds_left <= seconds


def test_who_asks_too_often_is_refused_and_nobody_else() -> None:
    request = RequestFactory(REMOTE_ADDR="192.0.2.1").get("/")
    for _ in range(2):
        limit(request, "x", RATE)

    with pytest.raises(Ratelimited):
        limit(request, "x", RATE)
    assert not counted("192.0.2.2").over


def test_all_addresses_of_one_connection_count_as_one() -> None:
    counts = [counted(one).count for one in ("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", "2001:db8:0:2::1")]

    assert counts == [1, 2, 1]


def test_new_span_begins_at_none(monkeypatch: pytest.MonkeyPatch) -> None:
    first = counted("192.0.2.1")
    later = time.time() + first.seconds_left

    monkeypatch.setattr(time, "time", lambda: later)

    assert counted("192.0.2.1").count == 1
