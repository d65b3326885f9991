"""Jurisdictions, topics and terms as programs read them."""

import pytest
from django.core.cache import cache
from django.test import Client

from portal.reference.models import Term
from tests.factories import JurisdictionFactory, TopicFactory

pytestmark = pytest.mark.django_db
CHINA = {
    "code": "cn",
    "kind": "country",
    "name": "China",
    "names": {"zh": "中国", "en": "China", "ru": "Китай"},
    "languages": ["zh"],
    "legal_family": "",
}


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.clear()


def test_jurisdiction_is_given_in_a_list_and_by_its_code(client: Client) -> None:
    JurisdictionFactory.create()

    listed, one = (
        client.get("/api/v1/jurisdictions?lang=en").json(),
        client.get("/api/v1/jurisdictions/cn?lang=en").json(),
    )

    assert (listed, one) == ({"items": [CHINA], "next": None}, CHINA)


def test_name_that_is_lacking_is_given_in_another_language(client: Client) -> None:
    JurisdictionFactory.create(name_ru="")

    assert client.get("/api/v1/jurisdictions/cn?lang=ru&fields=name").json() == {"name": "中国"}


def test_topic_is_given_in_a_list_and_by_its_slug(client: Client) -> None:
    TopicFactory.create(description_ru="О договорах")
    told = {
        "slug": "contract",
        "name": "Договорное право",
        "names": {"zh": "合同", "en": "Contract", "ru": "Договорное право"},
        "descriptions": {"ru": "О договорах"},
    }

    listed, one = client.get("/api/v1/topics?lang=ru").json(), client.get("/api/v1/topics/contract?lang=ru").json()

    assert (listed, one) == ({"items": [told], "next": None}, told)


@pytest.mark.parametrize("address", ["jurisdictions/xx", "topics/xx"])
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    assert client.get(f"/api/v1/{address}").json()["code"] == "not-found"


def test_terms_are_those_readers_are_shown(client: Client) -> None:
    topic = TopicFactory.create()
    Term.objects.create(
        kind=Term.Kind.GLOSSARY, topic=topic, zh=["合同"], en=["contract", "agreement"], ru=[], note="n"
    )
    Term.objects.create(kind=Term.Kind.GLOSSARY, zh=["仲裁"], en=["arbitration"])
    Term.objects.create(kind=Term.Kind.VOCABULARY, zh=["法院"], en=["court"])
    Term.objects.create(kind=Term.Kind.EVERYDAY, language="en", everyday="boss", en=["employer"])

    every, of_topic = (client.get(f"/api/v1/terms{query}").json()["items"] for query in ("", "?topic=contract"))

    contract = {"topic": "contract", "zh": ["合同"], "en": ["contract", "agreement"], "ru": [], "note": "n"}
    assert every == [contract, {"topic": None, "zh": ["仲裁"], "en": ["arbitration"], "ru": [], "note": ""}]
    assert of_topic == [contract]
