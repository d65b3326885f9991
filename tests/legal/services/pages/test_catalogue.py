"""The catalogue and the page of a service: in three languages, with few queries, saying what is so and no more."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from lxml import html

from legal.services.actions.checking import take_down
from legal.services.kinds import Known, Membership, Need
from tests.factories import (
    BasisFactory,
    EditionFactory,
    JurisdictionFactory,
    LawFactory,
    LegalizationFactory,
    MaterialFactory,
    ProvisionFactory,
    ProvisionTextFactory,
    ServiceFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


def at(name: str, *parts: str, language: str = "en") -> str:
    with translation.override(language):
        return reverse(f"services:{name}", args=parts)


def lines(page: str) -> list[str]:
    return [" ".join(one.text_content().split()) for one in html.fromstring(page).xpath("//ul[@class='checklist']/li")]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-hans", ["服务", "第", "号服务", "跨境经营的企业", "向机构申请"]),
        ("en", ["Services", "Service No.", "Companies that trade", "Applied for at the institution"]),
        ("ru", ["Услуги", "Услуга №", "Компании, торгующие", "Заявление подается в учреждение"]),
    ],
)
def test_catalogue_is_told_in_each_language(client: Client, language, said) -> None:
    ServiceFactory.create()
    ServiceFactory.create(is_shown=False, name_en="Hidden")

    page = client.get(at("list", language=language)).text.replace("\xa0", " ")

    assert [words for words in said if words not in page] == []
    assert "Hidden" not in page


def test_catalogue_without_services_says_so(client: Client) -> None:
    assert "No service is described yet." in client.get(at("list")).text


@pytest.mark.parametrize("number", [1, 3])
def test_catalogue_and_service_take_as_many_queries_for_one_as_for_three(
    client: Client, django_assert_num_queries, number
) -> None:
    service = ServiceFactory.create_batch(number)[0]
    for _ in range(number):
        MaterialFactory.create(service=service)
        BasisFactory.create(service=service)

    with django_assert_num_queries(1):
        client.get(at("list"))
    with django_assert_num_queries(8):
        page = client.get(at("service", service.slug)).text

    assert len(lines(page)) == number


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-hans", ["所需材料", "第三十条", "尚未核对", "目前还不能在平台上申请", "如属下列情形：有代理人代为办理"]),
        ("en", ["What is needed", "Article 30", "Not yet checked", "cannot apply for this in the portal yet"]),
        ("ru", ["Что нужно", "Статья 30", "Еще не сверено", "Подать заявление на портале пока нельзя"]),
    ],
)
def test_service_is_told_in_each_language(client: Client, language, said) -> None:
    service = ServiceFactory.create()
    MaterialFactory.create(service=service, need=Need.REPRESENTED)
    BasisFactory.create(service=service)

    page = client.get(at("service", service.slug, language=language)).text.replace("\xa0", " ")

    assert [words for words in said if words not in " ".join(page.split())] == []


def test_service_says_how_to_apply_today_and_has_no_button(client: Client) -> None:
    service = ServiceFactory.create(slug="escrow", apply_today_en="File with the institution.")

    page = html.fromstring(client.get(service_address := at("service", service.slug)).text)

    assert "File with the institution." in page.xpath("//*[@class='notice attention']")[0].text_content()
    assert [one.get("href") for one in page.xpath("//main//a[@class='button']")] == [], service_address


@pytest.mark.parametrize(
    ("slug", "start", "status"),
    [
        ("legal-consultation", "/en/enterprises/matters/begin/consultation/", 302),
        ("contract-review", "/en/enterprises/matters/begin/contract-review/", 302),
        ("mediation", "/en/enterprises/matters/begin/mediation/", 302),
        ("legal-training", "/en/training/", 200),
    ],
)
def test_service_that_begins_in_the_portal_leads_there(client: Client, slug, start, status) -> None:
    ServiceFactory.create(slug=slug)

    page = html.fromstring(client.get(at("service", slug)).text)

    assert [one.get("href") for one in page.xpath("//main//a[@class='button']")] == [start]
    # What is filed as a matter wants a sign-in first.
    assert client.get(start).status_code == status


def test_service_that_is_not_shown_is_not_there(client: Client) -> None:
    service = ServiceFactory.create(is_shown=False)

    assert client.get(at("service", service.slug)).status_code == 404


def test_changed_article_is_marked_and_compared(client: Client) -> None:
    basis = BasisFactory.create(law=LawFactory.create(slug="notarization-law"))
    for day, body in ((datetime.date(2018, 1, 1), "旧。"), (datetime.date(2020, 1, 1), "新。")):
        edition = EditionFactory.create(law=basis.law, in_force=day)
        ProvisionTextFactory.create(provision=ProvisionFactory.create(edition=edition, path="article-30"), body=body)
        if day.year == 2018:
            take_down([basis], day)
    basis.service.checked_on = datetime.date(2018, 1, 1)
    basis.service.save()

    page = client.get(at("service", basis.service.slug)).text

    assert "Changed since it was checked" in page
    assert "held against these articles on 1\xa0January 2018" in page
    compared = "/en/laws/cn/notarization-law/compare/2018-01-01/2020-01-01/"
    assert f'href="{compared}"' in page
    assert client.get(compared).status_code == 200


def test_checklist_is_narrowed_to_case_and_country(client: Client) -> None:
    service = ServiceFactory.create()
    LegalizationFactory.create(in_force_on=datetime.date(2023, 11, 7))
    LegalizationFactory.create(
        jurisdiction=JurisdictionFactory.create(code="kz", name_en="Kazakhstan"),
        membership=Membership.UNKNOWN,
        status=Known.UNKNOWN,
        in_force_on=None,
        source_url="",
        checked_on=None,
    )
    MaterialFactory.create(service=service, name_en="Licence", formal=True)
    MaterialFactory.create(service=service, name_en="Power of attorney", need=Need.REPRESENTED)
    MaterialFactory.create(service=service, name_en="Translation", need=Need.OTHER_LANGUAGE)
    MaterialFactory.create(service=service, name_en="Resolution", need=Need.COMPANY)

    page = client.get(f"{at('service', service.slug)}?country=kz&case=company&case=nonsense&mine=1").text

    assert lines(page) == [
        "Licence Made abroad, it needs what is said above, and a translation.",
        "Translation",
        "Resolution",
    ]
    assert "From Kazakhstan to China" in page
    assert "Not confirmed here yet: ask the notary office" in page
    assert "since 7\xa0November 2023" in page
    assert 'value="company" checked' in page
    assert '<option value="kz" selected>' in page


def test_checklist_takes_no_nonsense_and_the_button_alone_narrows(client: Client) -> None:
    service = ServiceFactory.create()
    MaterialFactory.create(service=service, name_en="Resolution", need=Need.COMPANY)

    everything = client.get(f"{at('service', service.slug)}?country=zz&case=x").text
    mine = client.get(f"{at('service', service.slug)}?mine=1").text

    assert (len(lines(everything)), lines(mine)) == (1, [])


def test_service_is_told_to_machines_and_stands_in_the_sitemap(client: Client) -> None:
    service = ServiceFactory.create(slug="notarization")
    ServiceFactory.create(slug="hidden", is_shown=False)

    page = client.get(at("service", service.slug)).text
    sitemap = client.get("/sitemap-services.xml").getvalue().decode()

    assert '"@type": "Service"' in page
    assert "http://testserver/ru/services/notarization/" in sitemap
    assert "http://testserver/zh-hans/services/adviser/" in sitemap
    assert "hidden" not in sitemap
    assert "/sitemap-services.xml" in client.get("/sitemap.xml").getvalue().decode()


def test_front_page_and_menu_lead_to_services(client: Client) -> None:
    bare = html.fromstring(client.get("/en/").text)
    service = ServiceFactory.create()

    page = html.fromstring(client.get("/en/").text)

    assert bare.xpath("//*[@id='services']") == []
    assert service.get_absolute_url().replace("/zh-hans/", "/en/") in [
        one.get("href") for one in page.xpath("//main//a")
    ]
    assert [one.text_content() for one in page.xpath("//nav//a[@href='/en/services/']")] == ["Services", "Services"]
