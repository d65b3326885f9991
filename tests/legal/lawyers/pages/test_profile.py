"""The page of a lawyer and of a firm: everything that is told, and nothing of who is not published."""

import datetime
import json
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html

from legal.laws.freshness import stamp
from legal.lawyers import hours, sitemaps
from legal.lawyers.kinds import LawyerKind
from legal.lawyers.models import Firm, Lawyer
from legal.lawyers.states import State
from tests.factories import (
    AdmissionFactory,
    CaseFactory,
    EditionFactory,
    EducationFactory,
    FirmFactory,
    JurisdictionFactory,
    LawFactory,
    LawyerFactory,
    MentionFactory,
    OfficeHoursFactory,
    PublicationFactory,
    SkillFactory,
    TopicFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


@pytest.fixture
def lawyer() -> Lawyer:
    """A lawyer of whom everything is told."""
    firm = FirmFactory.create(slug="steppe", name_en="Steppe Chambers", website="https://steppe.example/about")
    found: Lawyer = LawyerFactory.create(
        slug="aigul",
        name_en="Aigul Omarova",
        native_name="Айгүл Омарова",
        native_language="kk",
        firm=firm,
        kind=LawyerKind.REPRESENTATIVE_OFFICE,
        time_zone="Asia/Almaty",
        topics=[TopicFactory.create()],
    )
    AdmissionFactory.create(lawyer=found, jurisdiction=JurisdictionFactory.create(code="kz", name_en="Kazakhstan"))
    SkillFactory.create(lawyer=found, language="kk", consult="C2", draft="C1", plead="")
    OfficeHoursFactory.create(lawyer=found)
    EducationFactory.create(lawyer=found)
    PublicationFactory.create(lawyer=found, link="https://review.example/1")
    PublicationFactory.create(lawyer=found, title="Silk", published_in="", year=None)
    MentionFactory.create(lawyer=found, case=CaseFactory.create(title_en="The Silk Case"))
    MentionFactory.create(lawyer=found, case=None, law=LawFactory.create(title_en="Carriage Act"), path="article-7")
    return found


def words(client: Client, address: str) -> str:
    main = html.fromstring(client.get(address).text).xpath("//main")[0]
    return " ".join(" ".join(main.itertext()).replace("\N{NO-BREAK SPACE}", " ").split())


def test_page_tells_everything_of_the_lawyer(client: Client, lawyer: Lawyer) -> None:
    MentionFactory.create(
        lawyer=lawyer, case=CaseFactory.create(title_en="Not accepted"), accepted_at=None, accepted_by=None
    )

    text = words(client, "/en/lawyers/aigul/")

    for told in (
        "Aigul Omarova",
        "Айгүл Омарова",
        "Representative of a foreign law firm in China",
        "Steppe Chambers",
        lawyer.licence_number,
        "Sample Department of Justice, China",
        "On 2 November 2026 by staff of the portal, to be verified again on 2 November 2099",
        "Licensed since 7 May 2012",
        "Takes new matters",
        "Sale and carriage of goods.",
        "By the hour.",
        "Kazakhstan",
        "Kazakh C2 C1 not in this language",
        "The Silk Case",
        "Carriage Act China Article 7",
        "Xinjiang University · LL.B. · 2010",
        "Carriage of cotton by rail · Sample Law Review · 2024",
    ):
        assert told in text
    assert "Not accepted" not in text


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("zh-hans", "哈萨克文 C2 C1 不用此语言"),
        ("en", "Kazakh C2 C1 not in this language"),
        ("ru", "казахский C2 C1 не на этом языке"),
    ],
)
def test_page_is_told_in_each_language(client: Client, lawyer: Lawyer, code: str, told: str) -> None:
    assert told.lower() in words(client, f"/{code}/lawyers/{lawyer.slug}/").lower()


def test_what_may_be_offered_is_told_with_its_source_linked_where_it_is_held(client: Client, lawyer: Lawyer) -> None:
    before = html.fromstring(client.get("/en/lawyers/aigul/").text).xpath(".//td//a")
    EditionFactory.create(law=LawFactory.create(slug="offices", title_zh_hans="外国律师事务所驻华代表机构管理条例"))
    rows = html.fromstring(client.get("/en/lawyers/aigul/").text).xpath("//main//table")[0].xpath(".//tbody/tr")

    assert before == []
    assert [row.xpath(".//*[contains(@class, 'badge')]")[0].text for row in rows] == ["No", "Yes", "Yes", "Yes"]
    assert rows[0].xpath(".//td//a")[0].get("href") == "/en/laws/cn/offices/article-15/"


def test_page_of_little_is_told_without_empty_parts(client: Client) -> None:
    firm = FirmFactory.create(verified_at=None, verified_by=None, recheck_on=None)
    bare = {f"{part}_{column}": "" for part in ("summary", "fees") for column in ("zh_hans", "en", "ru")}
    LawyerFactory.create(slug="bare", firm=firm, licensed_on=None, takes_new_matters=False, **bare)

    page = html.fromstring(client.get("/en/lawyers/bare/").text)
    text = words(client, "/en/lawyers/bare/")

    assert [heading.text_content().strip() for heading in page.xpath("//main//h2")] == [
        "What may be offered",
        "Working languages",
        "Request a consultation",
        "Office hours",
        "Permanent address",
    ]
    assert all(told in text for told in ("By appointment.", "No working language is named.", "no new matters"))
    assert page.xpath(f"//a[@href='{firm.get_absolute_url()}']") == []


@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED, State.HIDDEN])
def test_lawyer_who_is_not_published_has_no_page(client: Client, state: State) -> None:
    LawyerFactory.create(slug="unseen", state=state)

    assert client.get("/en/lawyers/unseen/").status_code == 404
    assert client.get("/en/lawyers/nobody/").status_code == 404


def data(client: Client, address: str) -> list[dict[str, Any]]:
    page = html.fromstring(client.get(address).text)
    return [json.loads(block.text) for block in page.xpath("//script[@type='application/ld+json']")]


def test_machines_are_told_of_lawyers_and_firms_and_nothing_of_samples(client: Client, lawyer: Lawyer) -> None:
    LawyerFactory.create(slug="sample", sample=True)
    FirmFactory.create(slug="sample-firm", sample=True)

    (told,), (of_firm,) = data(client, "/en/lawyers/aigul/"), data(client, "/en/lawyers/firms/steppe/")

    assert (told["@type"], told["name"], told["knowsLanguage"]) == ("Person", "Aigul Omarova", ["kk"])
    assert (told["worksFor"]["name"], of_firm["@type"]) == ("Steppe Chambers", "LegalService")
    for address in ("/en/lawyers/sample/", "/en/lawyers/firms/sample-firm/"):
        assert data(client, address) == []
        assert '<meta name="robots" content="noindex">' in client.get(address).text


def test_office_hours_are_told_in_both_zones_of_the_coming_week() -> None:
    new_york = LawyerFactory.create(time_zone="America/New_York")
    OfficeHoursFactory.create(lawyer=new_york, weekday=5, opens=datetime.time(15), closes=datetime.time(17))
    # A Saturday: the coming Friday has left summer time by then.
    now = datetime.datetime(2026, 10, 31, 12, tzinfo=ZoneInfo("America/New_York"))

    (told,) = hours.coming(new_york, now=now)

    assert (told.weekday, told.here_weekday) == ("Friday", "Saturday")
    assert (told.here.hour, told.here_until.hour, told.here.date()) == (4, 6, datetime.date(2026, 11, 7))
    assert hours.differ(new_york, now=now)
    assert not hours.differ(LawyerFactory.build(time_zone="Asia/Shanghai"))


def test_reader_in_another_zone_sees_what_the_hours_are_there(client: Client, lawyer: Lawyer) -> None:
    text = words(client, "/en/lawyers/aigul/")

    assert "The lawyer’s time zone: Kazakhstan, Almaty." in text
    assert "Monday 10:00–12:30 your time 13:00–15:30" in text
    with timezone.override("Asia/Almaty"):
        assert hours.differ(lawyer) is False


@pytest.mark.parametrize("code", ["zh-hans", "en", "ru"])
def test_firm_is_told_with_its_lawyers(client: Client, lawyer: Lawyer, code: str) -> None:
    LawyerFactory.create(firm=lawyer.firm, state=State.HIDDEN)

    page = html.fromstring(client.get(f"/{code}/lawyers/firms/steppe/").text)

    assert [one.get("href") for one in page.xpath("//ol[@class='people']//h2/a")] == [f"/{code}/lawyers/aigul/"]
    assert page.xpath("//main//dl//a")[0].text == "steppe.example"


def test_firm_is_shown_once_its_licence_was_verified(client: Client) -> None:
    FirmFactory.create(slug="new", verified_at=None, verified_by=None, recheck_on=None)

    assert client.get("/en/lawyers/firms/new/").status_code == 404
    assert "No firm is published yet" in client.get("/en/lawyers/firms/").text


@pytest.mark.parametrize("number", [1, 3])
def test_firms_are_listed_by_name_in_a_fixed_number_of_queries(
    client: Client, number: int, django_assert_num_queries: Any
) -> None:
    LawFactory.create()
    firms = [FirmFactory.create(name_en=f"Firm {letter}") for letter in "CAB"[:number]]

    with django_assert_num_queries(3):
        page = html.fromstring(client.get("/en/lawyers/firms/").text)

    shown = [one.text for one in page.xpath("//ul[@class='cases']/li/a")]
    assert shown == sorted(firm.name_en for firm in firms)


def test_firm_without_lawyers_says_so(client: Client) -> None:
    FirmFactory.create(slug="alone", website="", about_zh_hans="", about_en="", about_ru="")

    assert "No lawyer of this firm is published." in words(client, "/en/lawyers/firms/alone/")


@pytest.mark.parametrize("number", [1, 3])
def test_page_takes_the_same_number_of_queries_however_much_is_told(
    client: Client, lawyer: Lawyer, number: int, django_assert_num_queries: Any
) -> None:
    for factory in (MentionFactory, PublicationFactory, EducationFactory)[: number - 1]:
        factory.create_batch(number, lawyer=lawyer)

    # When anything changed; the lawyer; seven parts of the profile; the sources.
    with django_assert_num_queries(10):
        client.get("/en/lawyers/aigul/")


@pytest.mark.parametrize("model", [Lawyer, Firm])
def test_change_of_a_lawyer_or_a_firm_makes_pages_anew(lawyer: Lawyer, model: Any) -> None:
    before = stamp()

    model.objects.update(changed_at=timezone.now() + datetime.timedelta(seconds=1))

    assert stamp() != before


def test_search_engines_are_led_to_lawyers_and_firms_and_to_no_samples(client: Client, lawyer: Lawyer) -> None:
    LawyerFactory.create(slug="sample", sample=True)
    LawyerFactory.create(slug="hidden", state=State.HIDDEN)

    listed = client.get("/sitemap-lawyers-1.xml").getvalue().decode()

    assert all(f"/en/lawyers/{one}" in listed for one in ("", "firms/", "firms/steppe/", "aigul/"))
    assert "sample" not in listed
    assert "hidden" not in listed
    assert client.get("/sitemap-lawyers-2.xml").status_code == 404
    assert "/sitemap-lawyers-1.xml" in client.get("/sitemap.xml").getvalue().decode()


def test_lawyers_beyond_one_file_stand_in_the_next(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "PLACES", 1)
    for slug in ("first", "second"):
        LawyerFactory.create(slug=slug)

    files = [client.get(f"/sitemap-lawyers-{number}.xml").getvalue().decode() for number in (1, 2)]

    assert [("/en/lawyers/<" in file, "first" in file, "second" in file) for file in files] == [
        (True, True, False),
        (False, False, True),
    ]
