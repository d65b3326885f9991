"""Beside an article, a law and a case: who practises there and speaks the reader’s language."""

import pytest
from django.test import Client
from lxml import html

from tests.factories import (
    AdmissionFactory,
    CaseFactory,
    EditionFactory,
    FirmFactory,
    LawFactory,
    LawyerFactory,
    ProvisionFactory,
    ProvisionTextFactory,
    SkillFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


@pytest.fixture
def addresses() -> list[str]:
    CaseFactory.create(slug="silk")
    edition = EditionFactory.create(law=LawFactory.create(slug="act"))
    ProvisionTextFactory.create(provision=ProvisionFactory.create(edition=edition, number="1", path="article-1"))
    return ["laws/cn/act/", "laws/cn/act/2021-01-01/article-1/", "cases/cn/silk/"]


def offered(client: Client, address: str) -> list[str]:
    page = html.fromstring(client.get(address).text)
    return [str(one.get("href")) for one in page.xpath("//section[@aria-labelledby='lawyers']//a")]


def test_lawyers_who_practise_there_and_advise_in_the_readers_language_are_named(
    client: Client, addresses: list[str]
) -> None:
    for slug, language, facts in (
        ("fit", "en", {"firm": FirmFactory.create()}),
        ("sample", "en", {"sample": True}),
        ("full", "en", {"takes_new_matters": False}),
        ("other", "ru", {}),
    ):
        lawyer = LawyerFactory.create(slug=slug, **facts)
        AdmissionFactory.create(lawyer=lawyer)
        SkillFactory.create(lawyer=lawyer, language=language)
    SkillFactory.create(lawyer=LawyerFactory.create(slug="elsewhere"))

    found = [sorted(offered(client, f"/en/{address}")) for address in addresses]

    everyone = "/en/lawyers/?jurisdiction=cn&language=en"
    assert found == [sorted([everyone, "/en/lawyers/fit/", "/en/lawyers/sample/"])] * 3
    assert offered(client, f"/ru/{addresses[0]}") == ["/ru/lawyers/other/", "/ru/lawyers/?jurisdiction=cn&language=ru"]


def test_nothing_is_said_where_there_is_none_and_three_are_named_of_many(client: Client, addresses: list[str]) -> None:
    before = [offered(client, f"/en/{address}") for address in addresses]
    for lawyer in LawyerFactory.create_batch(4):
        AdmissionFactory.create(lawyer=lawyer)
        SkillFactory.create(lawyer=lawyer)

    after = [len(offered(client, f"/en/{address}")) for address in addresses]

    assert (before, after) == ([[], [], []], [4, 4, 4])
