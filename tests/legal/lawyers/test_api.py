"""Lawyers as programs read them: those who are shown, and of them what their page shows."""

import datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from legal.lawyers.kinds import LawyerKind
from legal.lawyers.states import State
from tests.factories import (
    AdmissionFactory,
    CaseFactory,
    EducationFactory,
    FirmFactory,
    JurisdictionFactory,
    LawFactory,
    LawyerFactory,
    MentionFactory,
    PublicationFactory,
    SkillFactory,
    TopicFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.clear()


def test_lawyer_is_given_as_the_page_shows_them(client: Client) -> None:
    lawyer = LawyerFactory.create(
        slug="sample", firm=FirmFactory.create(slug="firm"), user=UserFactory.create(), topics=[TopicFactory.create()]
    )
    AdmissionFactory.create(lawyer=lawyer, number="A-1", since=datetime.date(2012, 5, 7))
    SkillFactory.create(lawyer=lawyer)
    EducationFactory.create(lawyer=lawyer)
    PublicationFactory.create(lawyer=lawyer)
    MentionFactory.create(lawyer=lawyer, case=CaseFactory.create(slug="case"))
    MentionFactory.create(lawyer=lawyer, case=None, law=LawFactory.create(slug="law"), path="article-1")

    told = client.get("/api/v1/lawyers/sample?lang=en").json()

    assert told == {
        "slug": "sample",
        "kind": "prc-lawyer",
        "name": lawyer.name_en,
        "names": {"zh": lawyer.name_zh_hans, "en": lawyer.name_en, "ru": lawyer.name_ru},
        "native_name": "",
        "native_language": "",
        "photo": None,
        "firm": "firm",
        "firm_names": {
            "zh": lawyer.firm.name_zh_hans,
            "en": lawyer.firm.name_en,
            "ru": lawyer.firm.name_ru,
        },
        "jurisdiction": "cn",
        "licence_number": lawyer.licence_number,
        "issuing_bodies": {
            "zh": "示例司法厅",
            "en": "Sample Department of Justice",
            "ru": "Образцовый департамент юстиции",
        },
        "licensed_on": "2012-05-07",
        "verified_on": "2026-11-02",
        "recheck_on": "2099-11-02",
        "recheck_due": False,
        "topics": ["contract"],
        "admissions": [{"jurisdiction": "cn", "number": "A-1", "since": "2012-05-07"}],
        "languages": [{"language": "en", "consult": "C1", "draft": "B2", "plead": ""}],
        "education": [{"institution": "Xinjiang University", "degree": "LL.B.", "year": 2010, "language": "en"}],
        "publications": [
            {
                "title": "Carriage of cotton by rail",
                "published_in": "Sample Law Review",
                "link": "",
                "year": 2024,
                "language": "en",
            }
        ],
        "mentions": [
            {"jurisdiction": "cn", "case": "case", "law": None, "path": ""},
            {"jurisdiction": "cn", "case": None, "law": "law", "path": "article-1"},
        ],
        "summaries": {
            "zh": "货物买卖与铁路运输。",
            "en": "Sale and carriage of goods.",
            "ru": "Купля-продажа и перевозка товаров.",
        },
        "fees": {"zh": "按小时收费。", "en": "By the hour.", "ru": "Почасовая оплата."},
        "time_zone": "Asia/Shanghai",
        "takes_new_matters": True,
        "sample": False,
        "url": "http://testserver/en/lawyers/sample/",
    }


def test_day_of_the_check_is_that_of_beijing_wherever_somebody_asks(client: Client) -> None:
    evening = datetime.datetime(2026, 11, 2, 17, tzinfo=datetime.UTC)
    LawyerFactory.create(slug="sample", verified_at=evening)
    reader = UserFactory.create(time_zone="Europe/Moscow")
    client.force_login(reader, backend="allauth.account.auth_backends.AuthenticationBackend")

    told = client.get("/api/v1/lawyers/sample?fields=verified_on").json()

    assert told == {"verified_on": "2026-11-03"}


@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED, State.HIDDEN])
def test_lawyer_who_is_not_shown_is_not_there(client: Client, state: State) -> None:
    LawyerFactory.create(slug="secret", state=state)

    one, listed = client.get("/api/v1/lawyers/secret"), client.get("/api/v1/lawyers").json()

    assert (one.status_code, one.json()["code"], listed["items"]) == (404, "not-found", [])


def test_lawyer_who_is_hidden_is_gone_at_once(client: Client) -> None:
    lawyer = LawyerFactory.create(slug="sample")
    shown = client.get("/api/v1/lawyers/sample")

    type(lawyer).objects.update(state=State.HIDDEN)
    hidden = client.get("/api/v1/lawyers/sample", headers={"if-none-match": shown["ETag"]})

    assert (shown.status_code, shown["Cache-Control"], hidden.status_code) == (200, "public, max-age=0", 404)


def test_nothing_is_said_of_what_nobody_has_checked(client: Client) -> None:
    firm = FirmFactory.create(verified_at=None, verified_by=None, recheck_on=None)
    lawyer = LawyerFactory.create(slug="sample", firm=firm, recheck_on=datetime.date(2020, 1, 1))
    MentionFactory.create(lawyer=lawyer, accepted_at=None, accepted_by=None)

    told = client.get("/api/v1/lawyers/sample?fields=firm,firm_names,mentions,recheck_due").json()

    assert told == {"firm": None, "firm_names": {}, "recheck_due": True, "mentions": []}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["one", "two"]),
        ("jurisdiction=kz", ["two"]),
        ("kind=foreign-lawyer", ["two"]),
        ("topic=contract", ["one"]),
        ("language=kk", ["two"]),
        ("language=kk&topic=contract", []),
    ],
)
def test_lawyers_are_filtered(client: Client, query: str, found: list[str]) -> None:
    LawyerFactory.create(slug="one", topics=[TopicFactory.create()])
    two = LawyerFactory.create(slug="two", kind=LawyerKind.FOREIGN_LAWYER)
    AdmissionFactory.create(lawyer=two, jurisdiction=JurisdictionFactory.create(code="kz"))
    SkillFactory.create(lawyer=two, language="kk")

    told = client.get(f"/api/v1/lawyers?{query}").json()

    assert [one["slug"] for one in told["items"]] == found


@pytest.mark.parametrize("number", [1, 3])
def test_list_of_lawyers_takes_so_many_queries(client: Client, number: int, django_assert_num_queries: Any) -> None:
    for lawyer in LawyerFactory.create_batch(number):
        AdmissionFactory.create(lawyer=lawyer)
        MentionFactory.create(lawyer=lawyer, case=None, law=LawFactory.create())
        MentionFactory.create(lawyer=lawyer)

    with django_assert_num_queries(12):
        told = client.get("/api/v1/lawyers?lang=en").json()

    assert len(told["items"]) == number
