"""Files of a case, its feed, its addresses for search engines, and how it is quoted."""

import datetime
import io
import json
from typing import Any

import docx
import pytest
from django.test import Client
from lxml import etree, html
from pypdf import PdfReader

from legal.laws.kinds import TextStatus
from portal.languages import CODES
from tests.factories import (
    CaseFactory,
    CaseProvisionFactory,
    CaseTextFactory,
    EditionFactory,
    JurisdictionFactory,
    LawFactory,
    TopicFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def silk() -> Any:
    case = CaseFactory.create(
        slug="silk",
        number="(2019)最高法民特1号",
        title_zh_hans="丝绸案",
        title_en="The Silk Case",
        title_ru="Дело о шёлке",
        court_zh_hans="最高人民法院",
        topics=[TopicFactory.create()],
    )
    CaseTextFactory.create(case=case, body="## 裁判结果\n驳回申请。", source="https://court.example/1")
    law = LawFactory.create(slug="arbitration-law", title_en="Arbitration Law")
    CaseProvisionFactory.create(case=case, law=law, edition=EditionFactory.create(law=law), path="article-20")
    CaseProvisionFactory.create(case=case, name="cn-insurance-law", path="", stated=True)
    return case


def fetch(client: Client, suffix: str, query: str = "", code: str = "en") -> Any:
    response = client.get(f"/{code}/cases/cn/silk/download.{suffix}{query}")
    assert response.status_code == 200
    return response


@pytest.mark.usefixtures("silk")
@pytest.mark.parametrize(
    ("code", "fact"), [("zh-hans", "法院：最高人民法院"), ("en", "Court: Supreme"), ("ru", "Суд: Верх")]
)
def test_text_has_facts_and_parts_in_the_readers_language(client: Client, code: str, fact: str) -> None:
    words = fetch(client, "txt", code=code).content.decode()

    assert fact in words
    assert f"http://testserver/{code}/cases/cn/silk/" in words
    assert {"zh-hans": "裁判要旨", "en": "Holding", "ru": "Вывод суда"}[code] in words


@pytest.mark.usefixtures("silk")
def test_languages_stand_beside_and_the_decision_in_its_own(client: Client) -> None:
    words = fetch(client, "txt", "?language=zh&with=ru").content.decode()

    assert "案情 买方拒付货款，卖方申请仲裁。" in words
    assert "Обстоятельства Покупатель отказался платить" in words
    assert "裁判文本 裁判结果\n驳回申请。" in words


@pytest.mark.usefixtures("silk")
def test_word_and_pdf_open_and_say_the_same(client: Client) -> None:
    word = docx.Document(io.BytesIO(fetch(client, "docx").content))
    printed = PdfReader(io.BytesIO(fetch(client, "pdf").content)).pages[0].extract_text()

    assert "The clause is valid." in [paragraph.text for paragraph in word.paragraphs]
    assert "The clause is valid." in printed


@pytest.mark.usefixtures("silk")
def test_json_has_everything_held(client: Client) -> None:
    told = json.loads(fetch(client, "json").content)

    assert told["titles"] == {"zh": "丝绸案", "en": "The Silk Case", "ru": "Дело о шёлке"}
    assert told["applies"] == [
        {"name": "《仲裁法》", "law": "cn-arbitration-law", "edition": "2021-01-01", "path": "article-20"},
        {"name": "cn-insurance-law", "law": None, "edition": None, "path": ""},
    ]
    assert (told["decided"], told["texts"][0]["language"]) == ("2022-09-18", "zh")


@pytest.mark.usefixtures("silk")
def test_file_is_named_digested_and_answered_304_when_unchanged(client: Client) -> None:
    first = fetch(client, "txt")

    again = client.get("/en/cases/cn/silk/download.txt", headers={"if-none-match": first["ETag"]})

    assert first["Content-Disposition"].startswith('attachment; filename="cn-silk.txt"')
    assert first["Content-Digest"].startswith("sha-256=:")
    assert again.status_code == 304


@pytest.mark.usefixtures("silk")
def test_language_that_is_not_held_is_not_made_up(client: Client) -> None:
    assert client.get("/en/cases/cn/silk/download.txt?language=kk").status_code == 404


def test_case_with_a_text_in_another_language_is_a_file_in_it(client: Client) -> None:
    untold = {
        f"{part}_{one}": "" for part in ("facts", "issue", "holding", "significance") for one in ("zh_hans", "en", "ru")
    }
    case = CaseFactory.create(slug="silk", original_language="kk", languages=["kk"], decided=None, **untold)
    CaseTextFactory.create(case=case, language="kk", body="Мәтін.", status=TextStatus.OFFICIAL)

    assert "Мәтін." in fetch(client, "txt").content.decode()


def cited(client: Client, address: str) -> dict[str, str]:
    page = html.fromstring(client.get(address).content)
    names = [one.text_content().strip() for one in page.xpath("//main//section//label")]
    return dict(zip(names, [one.text for one in page.xpath("//main//textarea")], strict=False))


@pytest.mark.usefixtures("silk")
def test_case_is_cited_in_every_format(client: Client) -> None:
    found = cited(client, "/en/cases/cn/silk/cite/")

    assert found == {
        "GB/T 7714": (
            "最高人民法院. 丝绸案：(2019)最高法民特1号[EB/OL]. （2022-09-18）[2026-11-24]. "
            "http://testserver/en/cases/cn/silk/."
        ),
        "OSCOLA": (
            "The Silk Case (2019)最高法民特1号 (Supreme People's Court, 18 September 2022) "
            "<http://testserver/en/cases/cn/silk/> accessed 24 November 2026."
        ),
        "ГОСТ Р 7.0.5": (
            "Дело о шёлке [Электронный ресурс] : судебный акт от 18.09.2022 по делу № (2019)最高法民特1号 / Верховный "
            "народный суд. URL: http://testserver/en/cases/cn/silk/ (дата обращения: 24.11.2026)."
        ),
        "BibTeX": (
            "@misc{case-cn-silk,\n  title = {{The Silk Case}},\n  author = {{Supreme People's Court}},\n"
            "  number = {(2019)最高法民特1号},\n  year = {2022},\n  date = {2022-09-18},\n"
            "  note = {(2019)最高法民特1号. Supreme People's Court, Guiding Case No. 196},\n  langid = {english},\n"
            "  url = {http://testserver/en/cases/cn/silk/},\n  urldate = {2026-11-24}\n}\n"
        ),
        "RIS": found["RIS"],
    }


@pytest.mark.parametrize("number", ["[2020] UKSC 38", "[2012] SGHC 166", "[2009] EWHC 442 (Ch)"])
def test_neutral_citation_says_court_and_day_itself(client: Client, number: str) -> None:
    CaseFactory.create(slug="silk", number=number, title_en="Enka v Chubb")

    assert cited(client, "/en/cases/cn/silk/cite/")["OSCOLA"].startswith(f"Enka v Chubb {number} <http")


@pytest.mark.parametrize("number", ["[1996] AC 155", "[2008] 1 AC 884", "[1990] NI 17"])
def test_law_report_is_not_taken_for_a_neutral_citation(client: Client, number: str) -> None:
    CaseFactory.create(slug="silk", number=number, title_en="Page v Smith")

    assert cited(client, "/en/cases/cn/silk/cite/")["OSCOLA"].startswith(f"Page v Smith {number} (Supreme")


@pytest.mark.parametrize(
    ("told", "body", "act"),
    [
        ({"title_ru": "О спорах (постановление № 10-П)"}, "", "постановление от"),
        ({"title_ru": "Отмена решения о выплате"}, "", "судебный акт от"),
        ({"title_zh_hans": "北京某公司诉某厂买卖合同纠纷案民事判决书"}, "", "решение от"),
        ({}, "某法院\n民事裁定书\n申请人：某公司", "определение от"),
        ({}, "РЕШЕНИЕ\nИменем Республики", "решение от"),
        ({}, "原告不服仲裁裁决书，诉至法院。", "судебный акт от"),
        ({"court_level": "arbitral-tribunal"}, "", "от"),
        ({"court_level": ""}, "", "от"),
    ],
)
def test_russian_citation_calls_the_act_as_it_is_headed(
    client: Client, told: dict[str, str], body: str, act: str
) -> None:
    case = CaseFactory.create(slug="silk", **told)
    if body:
        CaseTextFactory.create(case=case, body=body)

    assert f" : {act} 18.09.2022 по делу № " in cited(client, "/en/cases/cn/silk/cite/")["ГОСТ Р 7.0.5"]


def test_what_is_not_known_of_a_case_is_left_out_of_its_citation(client: Client) -> None:
    CaseFactory.create(
        slug="silk", number="", number_key="", decided=None, court_zh_hans="", court_en="", court_ru="", source="",
        title_zh_hans="丝绸案", title_en="", title_ru="",
    )  # fmt: skip

    found = cited(client, "/en/cases/cn/silk/cite/")

    address = "http://testserver/en/cases/cn/silk/"
    assert found["GB/T 7714"] == f"丝绸案[EB/OL]. [2026-11-24]. {address}."
    assert found["OSCOLA"] == f"丝绸案 <{address}> accessed 24 November 2026."
    assert found["ГОСТ Р 7.0.5"] == f"丝绸案 [Электронный ресурс]. URL: {address} (дата обращения: 24.11.2026)."


@pytest.mark.usefixtures("silk")
@pytest.mark.parametrize(
    ("suffix", "mime", "begins"),
    [("bib", "application/x-bibtex", "@misc{"), ("ris", "application/x-research-info-systems", "TY  - CASE")],
)
def test_citation_is_a_file_for_programs(client: Client, suffix: str, mime: str, begins: str) -> None:
    response = client.get(f"/en/cases/cn/silk/cite.{suffix}")

    assert response["Content-Type"] == f"{mime}; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="cn-silk.{suffix}"'
    assert response.text.startswith(begins)
    assert suffix == "bib" or response.content.endswith(b"\r\nER  - \r\n")


@pytest.mark.usefixtures("silk")
@pytest.mark.parametrize("code", CODES)
def test_page_of_citations_answers_in_each_language(client: Client, code: str) -> None:
    assert len(cited(client, f"/{code}/cases/cn/silk/cite/")) == 5


def entries(client: Client, query: str = "") -> tuple[str, list[str]]:
    feed = etree.fromstring(client.get(f"/en/cases/feed.atom{query}").content)
    return feed.findtext(f"{ATOM}title"), [one.findtext(f"{ATOM}title") for one in feed.findall(f"{ATOM}entry")]


def test_feed_tells_what_was_added_last_of_a_country_or_topic(client: Client) -> None:
    now = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    singapore = JurisdictionFactory.create(code="sg", name_en="Singapore")
    old = CaseFactory.create(created_at=now, topics=[TopicFactory.create()], title_en="Old")
    CaseFactory.create(created_at=now + datetime.timedelta(days=1), jurisdiction=singapore, title_en="New")

    assert entries(client) == ("New cases", ["New", "Old"])
    assert entries(client, "?jurisdiction=sg") == ("New cases: Singapore", ["New"])
    assert entries(client, "?topic=contract") == ("New cases: Contract", ["Old"])
    assert entries(client, "?jurisdiction=sg&topic=contract") == ("New cases: Singapore, Contract", [])
    assert old.title_en == "Old"


def test_control_characters_are_left_out_of_the_feed(client: Client) -> None:
    CaseFactory.create(title_en="Silk\v Road", holding_en="Valid\x01.")

    assert entries(client)[1] == ["Silk Road"]


def test_long_feed_is_cut_in_pages(client: Client) -> None:
    CaseFactory.create_batch(51)

    first = etree.fromstring(client.get("/en/cases/feed.atom").content)
    second = etree.fromstring(client.get("/en/cases/feed.atom?page=2").content)

    links = [{one.get("rel") for one in feed.findall(f"{ATOM}link")} for feed in (first, second)]
    assert ("next" in links[0], "previous" in links[1], len(second.findall(f"{ATOM}entry"))) == (True, True, 1)


@pytest.mark.parametrize("query", ["?jurisdiction=xx", "?page=101"])
def test_feed_of_nothing_is_not_found(client: Client, query: str) -> None:
    assert client.get(f"/en/cases/feed.atom{query}").status_code == 404


def test_feed_unchanged_is_answered_304(client: Client) -> None:
    CaseFactory.create()
    first = client.get("/en/cases/feed.atom")

    assert client.get("/en/cases/feed.atom", headers={"if-none-match": first["ETag"]}).status_code == 304


def test_every_case_is_in_a_sitemap_that_the_index_names(client: Client) -> None:
    CaseFactory.create(slug="silk")

    index = b"".join(client.get("/sitemap.xml").streaming_content).decode()
    listed = b"".join(client.get("/sitemap-cases-1.xml").streaming_content).decode()

    assert "http://testserver/sitemap-cases-1.xml" in index
    assert all(f"<loc>http://testserver/{code}/cases/cn/silk/</loc>" in listed for code in CODES)
    assert "<loc>http://testserver/en/cases/</loc>" in listed


@pytest.mark.parametrize("number", [0, 2])
def test_sitemap_beyond_the_last_is_not_found(client: Client, number: int) -> None:
    assert client.get(f"/sitemap-cases-{number}.xml").status_code == 404


def test_second_sitemap_goes_on_where_the_first_ends(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legal.cases.sitemaps.PLACES", 1)
    CaseFactory.create(slug="one")
    CaseFactory.create(slug="two")

    listed = b"".join(client.get("/sitemap-cases-2.xml").streaming_content).decode()

    assert "/cases/cn/two/" in listed
    assert "/cases/cn/one/" not in listed
