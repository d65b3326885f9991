import datetime
from dataclasses import replace

import pytest
from lxml import html

from legal.laws.bibliography import CASE, STATUTE, Entry, bibtex, ris
from legal.laws.kinds import ProvisionKind, TextStatus
from portal.languages import BY_CODE, CODES
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
    return law


def cited(client, address):
    page = html.fromstring(client.get(address).content)
    names = [one.text_content().strip() for one in page.xpath("//main//section//label")]
    return dict(zip(names, [one.text for one in page.xpath("//main//textarea")], strict=False))


def test_article_is_cited_in_every_format(client, code):
    found = cited(client, f"{PLACE}/cite/?at=article-577")

    address = f"http://testserver{PLACE}/article-577/"
    assert found == {
        "GB/T 7714": (
            "全国人民代表大会. 民法典：第45号：第五百七十七条[EB/OL]. 2021-01-01起施行. （2020-05-28）[2026-11-24]. "
            f"{address}."
        ),
        "OSCOLA": found["OSCOLA"],
        "ГОСТ Р 7.0.5": found["ГОСТ Р 7.0.5"],
        "BibTeX": found["BibTeX"],
        "RIS": found["RIS"],
    }
    assert found["OSCOLA"].startswith("Civil Code 2020 (第45号), art 577 (in force 1 January 2021) (translation) <")
    assert found["ГОСТ Р 7.0.5"] == (
        "Гражданский кодекс [Электронный ресурс] : от 28.05.2020 № 第45号 : действует с 01.01.2021 / 全国人民代表大会. "
        f"Ст. 577. URL: {address} (дата обращения: 24.11.2026)."
    )
    assert "@misc{cn-code-2021-01-01-article-577," in found["BibTeX"]
    assert "note = {第45号. In force from 2021-01-01},\n  langid = {english}," in found["BibTeX"]
    assert f"url = {{{address}}}" in found["BibTeX"]
    assert "TI  - Civil Code, Article 577\r\nAU  - National People's Congress" in found["RIS"].replace("\n", "\r\n")


def test_law_is_cited_as_a_whole(client, code):
    found = cited(client, f"{PLACE}/cite/")

    assert found["GB/T 7714"].startswith("全国人民代表大会. 民法典：第45号[EB/OL].")
    assert "@misc{cn-code-2021-01-01," in found["BibTeX"]


def test_each_format_speaks_the_language_of_its_readers_on_every_page(client, code):
    found = cited(client, f"{PLACE.replace('en', 'ru', 1)}/cite/?at=article-577")

    assert ", art 577 (in force 1 January 2021) (translation) <" in found["OSCOLA"]
    assert found["OSCOLA"].endswith("/> accessed 24 November 2026.")
    assert "langid = {russian}" in found["BibTeX"]
    assert "LA  - ru" in found["RIS"]


def test_chapter_is_not_cited_as_the_article_of_its_number(client, code):
    chapter = ProvisionFactory(
        edition=code.editions.get(), kind=ProvisionKind.CHAPTER, number="1", path="chapter-1", position=900
    )
    ProvisionTextFactory(provision=chapter, label="第一章", heading="一般规定")
    ProvisionTextFactory(provision=chapter, language="en", label="Chapter I", heading="General Provisions")

    found = cited(client, f"{PLACE}/cite/?at=chapter-1")

    assert "民法典：第45号：第一章　一般规定[EB/OL]" in found["GB/T 7714"]
    assert "(第45号), Chapter I. General Provisions (in force" in found["OSCOLA"]
    assert "Ст." not in found["ГОСТ Р 7.0.5"]
    assert "@misc{cn-code-2021-01-01-chapter-1," in found["BibTeX"]


def test_article_of_an_annex_is_cited_with_its_annex(client, code):
    edition = code.editions.get()
    annex = ProvisionFactory(edition=edition, kind=ProvisionKind.ANNEX, number="1", path="annex-1", position=900)
    chapter = ProvisionFactory(
        edition=edition, parent=annex, kind=ProvisionKind.CHAPTER, path="annex-1/a", position=901
    )
    ProvisionFactory(edition=edition, parent=chapter, number="5", path="annex-1/article-5", position=902)
    for language, label in (("zh", "附件一："), ("en", "Annex I."), ("ru", "Приложение № 1")):
        ProvisionTextFactory(provision=annex, language=language, label=label, heading="")

    found = cited(client, f"{PLACE}/cite/?at=annex-1/article-5")

    assert "民法典：第45号：附件一第五条[EB/OL]" in found["GB/T 7714"]
    assert "(第45号), Annex I, art 5 (in force" in found["OSCOLA"]
    assert ". Приложение № 1. Ст. 5. URL:" in found["ГОСТ Р 7.0.5"]
    assert "TI  - Civil Code, Annex I, Article 5" in found["RIS"]


def test_place_is_worth_what_its_own_text_is(client, code):
    annexed = ProvisionFactory(edition=code.editions.get(), number="577", path="annex-1/article-577", position=900)
    ProvisionTextFactory(provision=annexed, language="en", status=TextStatus.DIGEST)

    assert " (digest) <" in cited(client, f"{PLACE}/cite/?at=annex-1/article-577")["OSCOLA"]
    assert " (translation) <" in cited(client, f"{PLACE}/cite/?at=article-577")["OSCOLA"]


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

    assert client.get(bib).text.startswith("@misc{cn-code-2021-01-01-article-577,")
    assert client.get(entry).text.startswith("TY  - STAT\r\n")


def test_article_that_is_not_there_is_not_found(client, code):
    assert client.get(f"{PLACE}/cite/?at=article-9999").status_code == 404


def test_place_that_cannot_be_one_is_the_whole_law(client, code):
    assert "民法典：第45号[EB/OL]" in cited(client, f"{PLACE}/cite/?at=!!")["GB/T 7714"]


def told(**changed):
    entry = Entry(
        kind=CASE, key="key", title="T", author="", number="", day=None, note="", language=BY_CODE["en"],
        address="https://x.example/a_b", read=datetime.date(2026, 1, 2),
    )  # fmt: skip
    return replace(entry, **changed)


def test_words_of_tex_and_line_ends_are_told_as_words():
    entry = told(title="A_B & C 5%\n~^\\ <1>|", number="#1")

    assert bibtex(entry) == (
        "@misc{key,\n"
        r"  title = {{A\_B \& C 5\% \textasciitilde{}\textasciicircum{}\textbackslash{} "
        r"\textless{}1\textgreater{}\textbar{}}},"
        "\n"
        r"  number = {\#1},"
        "\n"
        r"  note = {\#1},"
        "\n  langid = {english},\n  url = {https://x.example/a_b},\n  urldate = {2026-01-02}\n}\n"
    )
    assert "TI  - A_B & C 5% ~^\\ <1>|\r\n" in ris(entry)


def test_lone_brace_leaves_the_braces_of_the_file_even():
    entry = bibtex(told(title="A } B { C {"))

    assert r"\textbraceright{} B \textbraceleft{} C" in entry
    assert entry.count("{") == entry.count("}")


def test_key_is_ascii_and_tells_apart_what_looks_alike():
    assert bibtex(told(key="ru-code-article-17А")).startswith("@misc{ru-code-article-17u0410,")
    assert bibtex(told(key="ru-code-article-17A")).startswith("@misc{ru-code-article-17A,")


def test_case_has_a_court_and_a_docket_number_where_a_statute_has_an_author_and_a_number():
    entry = told(
        author="Intermediate People's Court, Suzhou", number="(2018)苏01协外认8号", day=datetime.date(2018, 12, 5)
    )

    assert ris(entry) == (
        "TY  - CASE\r\nTI  - T\r\nPB  - Intermediate People's Court, Suzhou\r\nSV  - (2018)苏01协外认8号\r\n"
        "PY  - 2018\r\nDA  - 2018/12/05\r\nLA  - en\r\nUR  - https://x.example/a_b\r\nY2  - 2026/01/02\r\nER  - \r\n"
    )
    assert "\r\nAU  - Intermediate People's Court, Suzhou\r\nM1  - (2018)" in ris(replace(entry, kind=STATUTE))
