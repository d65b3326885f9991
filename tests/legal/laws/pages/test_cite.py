import datetime

import pytest
from lxml import html

from legal.laws.bibliography import CASE, Entry, bibtex, ris
from legal.laws.kinds import TextStatus
from portal.languages import CODES
from tests.factories import EditionFactory, LawFactory, ProvisionFactory, ProvisionTextFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]
PLACE = "/en/laws/cn/code/2021-01-01"


@pytest.fixture
def code():
    law = LawFactory(
        slug="code",
        number="第45号",
        title_zh_hans="民法典",
        title_en="Civil Code",
        title_ru="Гражданский кодекс",
        authority_zh_hans="全国人民代表大会",
        authority_en="National People's Congress",
        adopted=datetime.date(2020, 5, 28),
    )
    edition = EditionFactory(law=law)
    place = ProvisionFactory(edition=edition, number="577", path="article-577")
    ProvisionTextFactory(provision=place, language="zh")
    ProvisionTextFactory(provision=place, language="en", status=TextStatus.TRANSLATION)


def cited(client, address):
    page = html.fromstring(client.get(address).content)
    names = [one.text_content().strip() for one in page.xpath("//main//section//label")]
    return dict(zip(names, [one.text for one in page.xpath("//main//textarea")], strict=False))


def test_article_is_cited_in_every_format(client, code):
    found = cited(client, f"{PLACE}/cite/?at=article-577")

    address = f"http://testserver{PLACE}/article-577/"
    assert found == {
        "GB/T 7714": (
            f"全国人民代表大会. 民法典：第五百七十七条[Z/OL]. 2020-05-28（2021-01-01起施行）[2026-11-24]. {address}."
        ),
        "OSCOLA": found["OSCOLA"],
        "ГОСТ Р 7.0.5": found["ГОСТ Р 7.0.5"],
        "BibTeX": found["BibTeX"],
        "RIS": found["RIS"],
    }
    assert found["OSCOLA"].startswith("Civil Code 2020 (第45号), art 577 (in force 1 January 2021) (translation) <")
    assert "Гражданский кодекс : принят 28.05.2020 № 第45号" in found["ГОСТ Р 7.0.5"]
    assert "@misc{cn-code-2021-01-01-577," in found["BibTeX"]
    assert f"url = {{{address}}}" in found["BibTeX"]
    assert "TI  - Civil Code, Article 577\r\nAU  - National People's Congress" in found["RIS"].replace("\n", "\r\n")


def test_law_is_cited_as_a_whole(client, code):
    found = cited(client, f"{PLACE}/cite/")

    assert found["GB/T 7714"].startswith("全国人民代表大会. 民法典[Z/OL].")
    assert "note = {In force from 2021-01-01}" in found["BibTeX"]


def test_law_without_text_or_days_is_cited_as_far_as_it_is_known(client):
    law = LawFactory(slug="code", title_en="Civil Code")
    EditionFactory(law=law, in_force=None, slug="undated")

    found = cited(client, "/en/laws/cn/code/undated/cite/")

    assert found["OSCOLA"].startswith("Civil Code <http")
    assert "year" not in found["BibTeX"]


@pytest.mark.parametrize("language", CODES)
def test_page_of_citations_answers_in_each_language(client, code, language):
    assert len(cited(client, f"/{language}/laws/cn/code/2021-01-01/cite/?at=article-577")) == 5


def test_citation_of_an_article_is_a_file_for_programs(client, code):
    page = html.fromstring(client.get(f"{PLACE}/cite/?at=article-577").content)
    (bib, entry) = [one.get("href") for one in page.xpath("//main//section//a")]

    assert client.get(bib).text.startswith("@misc{cn-code-2021-01-01-577,")
    assert client.get(entry).text.startswith("TY  - STAT\r\n")


def test_article_that_is_not_there_is_not_found(client, code):
    assert client.get(f"{PLACE}/cite/?at=article-9999").status_code == 404


def test_place_that_cannot_be_one_is_the_whole_law(client, code):
    assert "民法典[Z/OL]" in cited(client, f"{PLACE}/cite/?at=!!")["GB/T 7714"]


def test_words_of_tex_and_line_ends_are_told_as_words():
    entry = Entry(
        CASE, "key", "A_B & {C} 5%\n~^\\", "", "#1", None, "", "en", "https://x.example/a_b", datetime.date(2026, 1, 2)
    )

    assert bibtex(entry) == (
        "@misc{key,\n"
        r"  title = {{A\_B \& \{C\} 5\% \textasciitilde{}\textasciicircum{}\textbackslash{}}},"
        "\n"
        r"  number = {\#1},"
        "\n  langid = {en},\n  url = {https://x.example/a_b},\n  urldate = {2026-01-02}\n}\n"
    )
    assert ris(entry) == (
        "TY  - CASE\r\nTI  - A_B & {C} 5% ~^\\\r\nM1  - #1\r\nLA  - en\r\nUR  - https://x.example/a_b\r\n"
        "Y2  - 2026/01/02\r\nER  - \r\n"
    )
