"""The same record is the same bytes: what is written here is what anybody can write again."""

import datetime
import hashlib

import pytest

from legal.matters.canonical import canonical, digest, moment


def test_record_is_written_with_its_keys_in_order_and_without_spaces() -> None:
    written = canonical({"b": ["核桃", {"z": 1, "a": "Ромашка"}], "a": ""})

    assert written == '{"a":"","b":["核桃",{"a":"Ромашка","z":1}]}'
    assert digest(written) == hashlib.sha256(written.encode()).hexdigest()


def test_number_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical({"amount": float("nan")})


def test_time_is_written_in_utc_with_microseconds() -> None:
    at = datetime.datetime(2026, 11, 26, 8, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))

    assert moment(at) == "2026-11-26T00:00:00.000000Z"
