"""What a program is told when something of ours is broken, or away for a while."""

import pytest
from django.db import OperationalError
from django.test import Client

from portal.reference import api


@pytest.mark.parametrize(
    ("fault", "status", "code", "retry"),
    [(OperationalError("away"), 503, "unavailable", "60"), (ZeroDivisionError(), 500, "internal-error", None)],
)
def test_fault_is_told_in_the_same_shape(
    monkeypatch: pytest.MonkeyPatch, fault: Exception, status: int, code: str, retry: str | None
) -> None:
    def broken(*_: object) -> None:
        raise fault

    monkeypatch.setattr(api, "cut", broken)

    response = Client(raise_request_exception=False).get("/api/v1/topics?lang=en")

    assert (response.status_code, response.json()["code"], response.get("Retry-After")) == (status, code, retry)
    assert "away" not in response.text
