"""The page for papers made in one country and used in another."""

import datetime

import pytest
from django.test import Client

from legal.services.kinds import Membership
from tests.factories import JurisdictionFactory, LawFactory, LegalizationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]

PLACE = "/{}/services/papers-abroad/"


@pytest.fixture(autouse=True)
def states() -> None:
    LegalizationFactory.create(in_force_on=datetime.date(2023, 11, 7))
    kazakhstan = {"name_zh_hans": "哈萨克斯坦", "name_en": "Kazakhstan", "name_ru": "Казахстан"}
    JurisdictionFactory.create(code="kz", **kazakhstan)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-hans", ["从哈萨克斯坦到中国", "尚未在本平台确认", "未确认不等于否", "中国：自2023年11月7日起为"]),
        (
            "en",
            [
                "From Kazakhstan to China",
                "Not confirmed here yet",
                "Not confirmed is not no",
                "China: party to the Apostille Convention since",
            ],
        ),
        (
            "ru",
            [
                "Из страны: Казахстан; в страну: Китай",
                "Здесь пока не подтверждено",
                "Не подтверждено — не значит «нет»",
            ],
        ),
    ],
)
def test_way_that_is_not_confirmed_is_not_told(client: Client, language, said) -> None:
    page = client.get(PLACE.format(language) + "?made=kz&used=cn").text.replace("\xa0", " ")

    assert [words for words in said if words not in " ".join(page.split())] == []


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "An apostille of the authority of the state where the paper was made."),
        ({"membership": Membership.NOT_PARTY, "in_force_on": None}, "Legalization: by the authorities of the state"),
    ],
)
def test_way_is_told_where_both_states_are_confirmed(client: Client, facts, said) -> None:
    LegalizationFactory.create(jurisdiction=JurisdictionFactory.create(code="kz"), **facts)
    LawFactory.create(jurisdiction__code="hcch", slug="apostille-convention", title_en="Apostille Convention")

    page = client.get(PLACE.format("en") + "?made=kz&used=cn").text

    assert said in page
    assert "looked up on 23\xa0November 2026" in page
    assert "Not confirmed is not no" not in page
    assert 'href="/en/laws/hcch/apostille-convention/">Apostille Convention</a>' in page


def test_paper_used_where_it_was_made_needs_neither(client: Client) -> None:
    page = client.get(PLACE.format("en") + "?made=cn&used=cn").text

    assert "Neither apostille nor legalization" in page


@pytest.mark.parametrize("asked", ["?made=&used=", "?made=kz", "?made=kz&used=zz", "?used=%00"])
def test_country_that_is_lacking_is_asked_for_and_the_other_kept(client: Client, asked) -> None:
    answer = client.get(PLACE.format("en") + asked)

    assert answer.status_code == 200
    assert 'class="notice error"' in answer.text
    assert ('<option value="kz" selected>' in answer.text) == ("made=kz" in asked)


def test_page_asks_before_it_tells(client: Client) -> None:
    page = client.get(PLACE.format("en")).text

    assert "Where was the paper made?" in page
    assert 'class="notice error"' not in page
