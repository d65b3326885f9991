"""Where a service begins: as the apps above say."""

import pytest
from django.utils import translation

from legal.services import figures, starting
from legal.services.facts import Fact
from legal.services.kinds import Known
from tests.factories import ServiceFactory


def test_service_begins_where_an_app_above_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "STARTS", {})

    starting.register_start("escrow", starting.of_matters("escrow", label="Apply"))

    with translation.override("ru"):
        assert starting.STARTS["escrow"].address == "/ru/enterprises/matters/begin/escrow/"


@pytest.mark.django_db
def test_cost_of_a_service_that_is_filed_is_told_by_the_institution(monkeypatch: pytest.MonkeyPatch) -> None:
    service = ServiceFactory.create(slug="escrow")
    monkeypatch.setitem(starting.STARTS, "escrow", starting.of_matters("escrow", label="Apply"))

    with translation.override("en"):
        told = figures.otherwise(service)

    assert told == Fact("As notified by the institution.", Known.UNKNOWN)
