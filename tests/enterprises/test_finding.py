"""Enterprises are found by the beginning of what is known of them, few or many."""

import pytest

from enterprises import finding
from enterprises.finding import beginning_with
from enterprises.models import Enterprise
from tests.factories import EnterpriseFactory, UserFactory

pytestmark = pytest.mark.django_db

KNOWN = [
    "喀什天山",
    "kashgar TIANSHAN",
    "ооо «тянь",
    "9165 3101 0000 0001 96",
    "Office@Tianshan",
    "Owner@enterprise.example",
]


@pytest.fixture
def tianshan() -> Enterprise:
    EnterpriseFactory.create(number="916531010000000271")
    return EnterpriseFactory.create(
        owner=UserFactory.create(email="owner@enterprise.example"),
        name_zh_hans="喀什天山棉业",
        name_en="Kashgar Tianshan Cotton",
        name_ru="ООО «Тяньшань»",
        email="office@tianshan.example",
    )


@pytest.mark.parametrize("few", [finding.FEW, 0], ids=["few", "many"])
@pytest.mark.parametrize("typed", KNOWN)
def test_enterprise_is_found_alike_among_few_and_among_many(
    monkeypatch: pytest.MonkeyPatch, tianshan: Enterprise, few: int, typed: str
) -> None:
    monkeypatch.setattr(finding, "FEW", few)

    assert list(beginning_with(Enterprise.objects.all(), f" {typed} ")) == [tianshan]


@pytest.mark.parametrize("few", [finding.FEW, 0], ids=["few", "many"])
def test_only_among_those_given(monkeypatch: pytest.MonkeyPatch, tianshan: Enterprise, few: int) -> None:
    monkeypatch.setattr(finding, "FEW", few)

    assert list(beginning_with(Enterprise.objects.exclude(pk=tianshan.pk), "喀什天山")) == []


def test_way_that_finds_more_than_a_few_is_not_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "FEW", 2)
    EnterpriseFactory.create_batch(5, name_en="Kashgar Cotton")

    assert beginning_with(Enterprise.objects.all(), "Kashgar").count() == 5
