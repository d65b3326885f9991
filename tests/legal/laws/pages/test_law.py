import json
from datetime import date

import pytest

from legal.laws.models import Citation, CitedPlace, Edition, Law, ProvisionText
from tests.factories import EditionFactory, LawFactory, RegionFactory, TopicFactory
from tests.legal.laws.pages.days import LANGUAGES
from tests.legal.laws.pages.shelf import cite, contract, page, said, translate, write

pytestmark = pytest.mark.django_db

LAW = "/en/laws/cn/contract-law/"


def columns(shown, path):
    """The texts of a place: language and words of each column."""
    return [(cell.get("lang"), said(cell)) for cell in shown.get_element_by_id(path).xpath("section")]


@pytest.mark.parametrize(
    ("language", "title", "main"),
    [("zh-hans", "合同法", "zh-Hans"), ("en", "Contract Law", "en"), ("ru", "Закон о договорах", "ru")],
)
def test_law_is_read_in_each_language(client, language, title, main):
    contract()

    shown = page(client.get(f"/{language}/laws/cn/contract-law/"))

    assert [said(heading) for heading in shown.xpath("//h1")] == [title]
    assert columns(shown, "article-1")[0][0] == main


def test_law_shows_the_edition_of_the_day(client):
    contract()

    shown = page(client.get(LAW))

    assert columns(shown, "article-1") == [("en", "1 en Keep contracts strictly.")]
    assert shown.xpath("//select[@id='edition']/option[@selected]/@value") == ["2021-01-01"]


def test_day_asked_for_picks_its_edition(client):
    contract()

    shown = page(client.get("/zh-hans/laws/cn/contract-law/?on=2019-05-05"))

    assert columns(shown, "article-1") == [("zh-Hans", "1 zh 合同应当遵守。")]


def test_day_before_the_first_edition_shows_the_first_and_says_so(client):
    contract()

    shown = page(client.get(f"{LAW}?on=1999-01-01"))

    assert "No edition of this law was in force by 1 January 1999" in said(shown.xpath("//main/header")[0])
    assert shown.xpath("//dl//span[contains(@class, 'badge')]/@class") == ["badge not-yet"]


@pytest.mark.parametrize("day", ["yesterday", "2020-13-45", "2020-06-01%00", "0000-00-00", "9" * 400])
def test_day_that_is_none_is_said_to_be(client, day):
    contract()

    shown = page(client.get(f"{LAW}?on={day}"))

    assert [said(alert) for alert in shown.xpath("//*[@role='alert']")] == [
        "Enter a day as year, month and day, such as 2020-06-01."
    ]
    assert columns(shown, "article-1") == [("en", "1 en Keep contracts strictly.")]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("with=zh", ["en", "zh-Hans"]),
        ("with=zh&with=ru", ["en", "zh-Hans", "ru"]),
        ("with=ru&with=zh&with=kk", ["en", "ru", "zh-Hans"]),
        ("with=en", ["en"]),
        ("with=xx&with=%00&with=" + "z" * 999, ["en"]),
    ],
)
def test_other_languages_stand_beside(client, query, shown):
    contract()

    cells = page(client.get(f"{LAW}?{query}")).get_element_by_id("article-1").xpath("section/@lang")

    assert cells == shown


def test_language_switch_keeps_the_day_and_turns_the_columns(client):
    contract()

    shown = page(client.get(f"{LAW}?with=zh&on=2021-06-01"))

    assert shown.xpath("//nav[@class='languages']//a/@href") == [
        "/zh-hans/laws/cn/contract-law/?with=en&on=2021-06-01",
        "/en/laws/cn/contract-law/?with=zh&on=2021-06-01",
        "/ru/laws/cn/contract-law/?with=zh&on=2021-06-01",
    ]


def test_edition_of_an_address_is_shown_with_a_way_to_todays(client):
    contract()

    shown = page(client.get(f"{LAW}2018-01-01/?with=ru"))

    assert "on 1 January 2021 another took its place" in said(shown.xpath("//main/header")[0])
    assert shown.xpath("//main/header//div[contains(@class, 'notice')]//a/@href") == [f"{LAW}2021-01-01/?with=ru"]


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("edition=2018-01-01&shown=2021-01-01&on=2021-06-01&with=zh", f"{LAW}2018-01-01/?with=zh"),
        ("edition=2018-01-01", f"{LAW}2018-01-01/"),
    ],
)
def test_edition_picked_in_the_form_has_an_address_of_its_own(client, query, address):
    contract()

    assert client.get(f"{LAW}?{query}").url == address


def test_day_given_while_an_edition_is_shown_leads_to_that_day(client):
    contract()

    response = client.get(f"{LAW}2018-01-01/?edition=2018-01-01&shown=2018-01-01&on=2022-02-02&with=zh")

    assert response.url == f"{LAW}?on=2022-02-02&with=zh"


def test_another_edition_picked_while_one_is_shown_has_its_address(client):
    contract()

    assert client.get(f"{LAW}2018-01-01/?edition=2021-01-01").url == f"{LAW}2021-01-01/"


@pytest.mark.parametrize(
    "address", ["cn/none/", "zz/contract-law/", "cn/contract-law/1999-09-09/", "cn/contract-law/2021-99-99/"]
)
def test_law_or_edition_that_is_not_there_is_not_found(client, address):
    contract()

    assert client.get(f"/en/laws/{address}").status_code == 404


def test_law_not_held_in_the_readers_language_says_which_it_shows(client):
    edition = EditionFactory(law=LawFactory(slug="act", original_language="ur"))
    write(edition, 1, {"ur": "قانون", "kk": "Заң"})

    shown = page(client.get("/en/laws/cn/act/?with=kk"))

    assert "You are reading it in another one: Urdu." in said(shown.xpath("//main/header")[0])
    assert [(cell.get("lang"), cell.get("dir")) for cell in shown.xpath("//article/section")] == [
        *(("ur", "rtl"), ("kk", "ltr")),
    ]


def test_article_without_a_text_in_the_readers_language_says_what_it_shows(client):
    contract()

    (first,) = page(client.get("/ru/laws/cn/contract-law/")).get_element_by_id("article-2").xpath("section")

    assert first.get("lang") == "zh-Hans"
    assert len(first.xpath("p[@class='gone'][@lang='ru']")) == 1
    assert first.xpath(".//span/@class")[-1] == "badge official"


def test_column_beside_without_a_text_says_so(client):
    contract()

    _, second = page(client.get(f"{LAW}?with=ru")).get_element_by_id("article-2").xpath("section")

    assert said(second) == "There is no text in this language: Russian."


def test_gap_that_no_language_fills_is_left_open(client):
    contract()
    ProvisionText.objects.filter(provision__path="article-2", provision__edition__slug="2021-01-01").delete()

    shown = page(client.get(LAW))

    assert [said(cell) for cell in shown.get_element_by_id("article-2").xpath("section")] == [
        "There is no text in this language: English."
    ]


def test_texts_of_several_statuses_each_say_their_own(client):
    contract()
    ProvisionText.objects.filter(provision__path="article-2", language="en").update(status="machine")

    shown = page(client.get(LAW))

    assert [said(badge) for badge in shown.xpath("//div[@class='parallel-head']//span[contains(@class, 'badge')]")] == [
        *("Official text", "Machine translation"),
    ]
    assert [said(place.xpath(".//p[@class='worth']")[0]) for place in shown.xpath("//article")] == [
        *("Official text", "Machine translation", "Official text"),
    ]
    assert "translated by a machine" in said(shown.xpath("//main/header")[0])


def test_status_is_said_once_whatever_the_sources(client):
    contract()
    ProvisionText.objects.filter(provision__path="article-1").update(source="https://www.example.org/en")

    shown = page(client.get(LAW))

    assert [said(head) for head in shown.xpath("//div[@class='parallel-head']")] == ["English Official text"]


def test_heading_stands_in_another_language_where_the_readers_lacks(client):
    edition = EditionFactory(law=LawFactory(slug="act"))
    write(edition, 1, {"zh": ""}, kind="chapter", heading="总则")
    write(edition, 2, {"en": "Words."})

    (cell,) = page(client.get("/en/laws/cn/act/")).get_element_by_id("chapter-1")

    assert (cell.get("lang"), said(cell)) == ("zh-Hans", "1 zh 总则")


def test_digest_is_said_to_be_one(client):
    contract()
    ProvisionText.objects.update(status="digest")

    assert "This is an editorial digest" in said(page(client.get(LAW)).xpath("//main/header")[0])


def test_stale_translation_is_marked_with_a_way_to_the_difference(client):
    translate(contract())

    shown = page(client.get("/ru/laws/cn/contract-law/"))

    (mark,) = shown.get_element_by_id("article-1").xpath(".//p[@class='stale']")
    assert mark.xpath("a/@href") == ["/ru/laws/cn/contract-law/compare/2018-01-01/2021-01-01/?at=article-1#article-1"]


def test_stale_translation_of_a_wording_not_held_is_marked_without(client):
    translate(contract())
    ProvisionText.objects.filter(language="ru", based_on__gt="").update(based_on="0" * 32)

    (mark,) = page(client.get("/ru/laws/cn/contract-law/")).xpath("//p[@class='stale']")

    assert mark.xpath("a") == []


def test_translation_of_the_wording_beside_it_is_not_marked(client):
    contract()
    for text in ProvisionText.objects.filter(language="ru"):
        original = text.provision.texts.get(language="zh")
        ProvisionText.objects.filter(pk=text.pk).update(status="translation", based_on=original.wording)

    assert page(client.get("/ru/laws/cn/contract-law/")).xpath("//p[@class='stale']") == []


def test_citations_are_links(client):
    law = contract()
    other = LawFactory(slug="other")
    write(EditionFactory(law=other), 5, {"zh": "他法。"})
    new = law.editions.get(slug="2021-01-01")
    one, two, three = new.provisions.all()
    cite(one, "必须", law, "article-3")
    cite(two, "合同", other, "article-5")
    cite(two, "书面", other, "article-999")
    cite(three, "本条的文字", other)
    cite(three, "文字", law, "article-1")
    cite(one, "严格", None, name="无")
    Citation.objects.create(provision=one, language="zh", start=8, end=900, law=law, path="article-2")

    shown = page(client.get("/zh-hans/laws/cn/contract-law/"))

    assert [(link.text, link.get("href")) for link in shown.xpath("//article//section//a")] == [
        ("必须", "#article-3"),
        ("合同", "/zh-hans/laws/cn/other/article-5/"),
        ("书面", "/zh-hans/laws/cn/other/"),
        ("本条的文字", "/zh-hans/laws/cn/other/"),
    ]


def test_words_of_a_law_are_never_markup(client):
    edition = EditionFactory(law=LawFactory(slug="act", title_en="<b>Act</b>", summary_en="<script>", source="<i>"))
    write(edition, 1, {"en": "<script>alert(1)</script>\n& more", "zh": "<b>"}, heading="(<i>Scope</i>)")
    write(edition, 2, {"en": "<u>"}, kind="chapter", heading="<u>")

    response = client.get("/en/laws/cn/act/?with=zh")

    shown = page(response)
    assert shown.xpath("//main//script | //main//b | //main//i | //main//u") == []
    assert [said(paragraph) for paragraph in shown.get_element_by_id("article-1").xpath("section[1]/p")] == [
        *("<script>alert(1)</script>", "& more"),
    ]


def test_places_of_every_kind_are_shown_where_they_stand(client):
    edition = EditionFactory(law=LawFactory(slug="act"))
    write(edition, 0, {"en": "An Act of Parliament"}, kind="title", path="title")
    ProvisionText.objects.filter(provision__path="title").update(label="")
    write(edition, 1, {"en": ""}, kind="part", heading="General")
    write(edition, 7, {}, kind="chapter")
    write(edition, 2, {"en": "Whereas."}, kind="preamble", path="preamble")
    write(edition, 3, {"en": "First."}, heading="(Scope)", depth=1)
    write(edition, 4, {"en": "Second."}, repeated=True, path="article-3--2")
    write(edition, 5, {"en": "Filled in."}, kind="annex", heading="Form")
    write(edition, 6, {"en": "Signed."}, kind="signature", path="signature")

    shown = page(client.get("/en/laws/cn/act/"))

    assert [
        (place.get("id"), said(place)) for place in shown.xpath("//div[starts-with(@class, 'parallel columns')]/*")
    ][1:] == [
        ("title", "An Act of Parliament"),
        ("part-1", "1 en. General"),
        ("preamble", "2 en Whereas."),
        ("article-3", "3 en Scope First. 3"),
        ("article-3--2", "4 en Second. 4 The law gives this number twice."),
        ("annex-5", "5 en. Form"),
        (None, "Filled in."),
        ("signature", "6 en Signed."),
        ("chapter-7", ""),
    ]


def test_contents_lead_to_every_heading_and_article(client):
    edition = EditionFactory(law=LawFactory(slug="act", original_language="zh"))
    write(edition, 1, {"en": "", "zh": ""}, kind="chapter", heading="General")
    write(edition, 2, {"en": "First."}, heading="(Scope)")
    write(edition, 3, {"en": "Second."})
    write(edition, 4, {"en": "Third."})
    write(edition, 5, {"zh": "四"}, heading="定义")
    write(edition, 6, {"en": "A note."}, kind="note")

    lines = page(client.get("/en/laws/cn/act/")).xpath("//nav[@class='contents']/ol/li")

    assert [(line.get("class"), line.get("lang"), line.xpath("a/@href"), said(line)) for line in lines] == [
        ("group depth-0", None, ["#chapter-1"], "1 en. General"),
        (None, None, ["#article-2"], "2 Scope"),
        ("numbers", None, ["#article-3", "#article-4"], "3 4"),
        (None, "zh-Hans", ["#article-5"], "5 定义"),
    ]


def test_files_are_offered_in_the_columns_that_are_read(client):
    contract()

    links = page(client.get(f"{LAW}?with=ru")).xpath("//p[@class='row ways-on']//a/@href")

    assert links == [
        f"{LAW}compare/",
        *(f"{LAW}2021-01-01/download.{suffix}?language=en&with=ru" for suffix in ("pdf", "docx", "txt", "json", "xml")),
        f"{LAW}2021-01-01/cite/",
        "/en/laws/feed.atom?jurisdiction=cn",
    ]


def test_number_of_an_article_is_its_permanent_address(client):
    contract()

    shown = page(client.get(LAW))

    assert shown.xpath("//p[@class='number']/a/@href")[0] == f"{LAW}2021-01-01/article-1/"


def test_article_says_how_many_cite_it(client):
    law = contract()
    CitedPlace.objects.create(law=law, path="article-2", places=3)
    CitedPlace.objects.create(law=law, path="article-3", places=3)
    CitedPlace.objects.create(law=law, path="article-1", places=1)

    links = page(client.get(LAW)).xpath("//p[@class='cited']/a")

    assert [(said(link), link.get("href")) for link in links] == [
        ("Cited by 1 provision", f"{LAW}2021-01-01/article-1/#cited"),
        ("Cited by 3 provisions", f"{LAW}2021-01-01/article-2/#cited"),
        ("Cited by 3 provisions", f"{LAW}2021-01-01/article-3/#cited"),
    ]


@pytest.mark.parametrize(
    ("law", "edition", "sentence"),
    [
        ({"in_force": date(2018, 1, 1)}, {}, "In force since 1 January 2018"),
        ({}, {"in_force": date(2030, 1, 1)}, "Not yet in force; comes into force on 1 January 2030"),
        ({}, {"in_force": None, "adopted": date(2030, 1, 1)}, "Not yet in force"),
        ({"repealed": date(2024, 1, 1)}, {}, "Repealed on 1 January 2024"),
        ({}, {"in_force": None, "adopted": date(2020, 2, 2)}, "Adopted on 2 February 2020; entry into force not known"),
        ({}, {"in_force": None, "adopted": None}, "Entry into force not known"),
    ],
)
def test_status_of_a_law_comes_with_its_day(client, law, edition, sentence):
    one = EditionFactory(law=LawFactory(slug="act", **law), **edition)
    write(one, 1, {"en": "Words."})

    shown = page(client.get("/en/laws/cn/act/"))

    assert said(shown.xpath("//dl//dd[1]")[0]) == sentence


def test_edition_that_has_not_begun_says_when_it_will(client):
    law = contract()
    write(EditionFactory(law=law, in_force=date(2027, 5, 1)), 1, {"en": "Coming."})
    write(EditionFactory(law=law, in_force=None, adopted=date(2028, 5, 1)), 1, {"en": "Later."})

    coming, later = (
        said(page(client.get(f"{LAW}{slug}/")).xpath("//main/header")[0]) for slug in ("2027-05-01", "2028-05-01")
    )

    assert "On 1 May 2027 this edition comes into force. Read today’s edition" in coming
    assert "This edition has not begun yet. Read today’s edition" in later


def test_earlier_edition_without_an_end_still_says_that_it_is_one(client):
    contract()
    Edition.objects.update(until=None)

    assert "This is an earlier edition; another has followed it." in said(
        page(client.get(f"{LAW}2018-01-01/")).xpath("//main/header")[0]
    )


def test_law_whose_only_edition_is_to_come_has_no_edition_of_today(client):
    law = LawFactory(slug="act")
    write(EditionFactory(law=law, in_force=date(2027, 5, 1)), 1, {"en": "Coming."})

    assert page(client.get("/en/laws/cn/act/")).xpath("//div[contains(@class, 'notice')]//a") == []


def test_facts_of_a_law_are_told(client):
    law = contract()
    law.region = RegionFactory()
    law.save()
    law.topics.add(TopicFactory())
    Edition.objects.update(amended_by="Decree 7")
    ProvisionText.objects.filter(language="en").update(source="https://www.example.org/en")

    facts = page(client.get(LAW)).xpath("//main/header/dl/div")

    assert {said(fact[0]): said(fact[1]) for fact in facts} == {
        "Status": "In force since 1 January 2018",
        "Kind": "Law",
        "Number": "No. 15",
        "Region": "Xinjiang Uygur Autonomous Region",
        "Adopted": "1 June 2017",
        "Adopted by": "The Congress",
        "Language of the original": "Chinese",
        "Articles": "3",
        "Amended by": "Decree 7",
        "Topics": "Contract",
        "Text taken from (English)": "example.org",
        "Official text": "example.org",
    }


@pytest.mark.parametrize(
    ("source", "told"),
    [("Gazette 5/1994", "Gazette 5/1994"), ("http://[", "http://["), ("javascript:alert(1)", "javascript:alert(1)")],
)
def test_source_that_is_no_web_address_is_no_link(client, source, told):
    contract()
    Law.objects.update(source=source)

    (fact,) = page(client.get(LAW)).xpath("//main/header/dl/div[dt='Official text']/dd")

    assert (said(fact), fact.xpath("a")) == (told, [])


def test_law_without_text_is_told_of(client):
    LawFactory(slug="bare", title_en="Bare Act")
    EditionFactory(law=LawFactory(slug="empty", title_en="Empty Act"))

    assert "holds no text of it yet" in said(page(client.get("/en/laws/cn/bare/")).xpath("//main")[0])
    assert "The text of this edition is not held." in said(page(client.get("/en/laws/cn/empty/")).xpath("//main")[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_law_is_described_for_machines(client, language):
    contract()

    (block,) = page(client.get(f"/{language}/laws/cn/contract-law/")).xpath("//script[@type='application/ld+json']")

    told = json.loads(block.text)
    assert {name: told[name] for name in ("@type", "url", "legislationLegalForce", "legislationLegalValue")} == {
        "@type": "Legislation",
        "url": f"http://testserver/{language}/laws/cn/contract-law/",
        "legislationLegalForce": "https://schema.org/InForce",
        "legislationLegalValue": "https://schema.org/OfficialLegalValue",
    }
    assert told["legislationDateOfApplicability"] == "2018-01-01"


def test_block_for_machines_cannot_be_left(client):
    contract()
    Law.objects.update(title_en="</script><script>alert(1)</script>&")

    (block,) = page(client.get(LAW)).xpath("//script[@type='application/ld+json']")

    assert json.loads(block.text)["name"] == "</script><script>alert(1)</script>&"


def test_each_language_of_the_page_is_pointed_to(client):
    contract()

    shown = page(client.get(f"{LAW}?with=zh"))

    assert [
        (link.get("hreflang"), link.get("href")) for link in shown.xpath("//link[@rel='alternate'][@hreflang]")
    ] == [
        ("zh-Hans", "http://testserver/zh-hans/laws/cn/contract-law/"),
        ("en", "http://testserver/en/laws/cn/contract-law/"),
        ("ru", "http://testserver/ru/laws/cn/contract-law/"),
        ("x-default", "http://testserver/zh-hans/laws/cn/contract-law/"),
    ]
    assert shown.xpath("//link[@rel='canonical']/@href") == [f"http://testserver{LAW}"]


@pytest.mark.parametrize("number", [1, 3])
def test_law_asks_the_database_as_often_for_three_articles(client, django_assert_num_queries, number):
    law = LawFactory(slug="act", topics=[TopicFactory()])
    other = LawFactory(slug="other")
    write(EditionFactory(law=other), 1, {"zh": "他法。"})
    edition = EditionFactory(law=law)
    for place in range(1, number + 1):
        provision = write(edition, place, {"zh": "原文与他法", "en": "Words"}, status="translation")
        provision.texts.filter(language="en").update(based_on="0" * 32)
        cite(provision, "他法", other, "article-1")
    write(edition, 9, {"zh": "只有中文"})

    with django_assert_num_queries(14):
        client.get("/en/laws/cn/act/?with=zh")


@pytest.mark.parametrize(
    ("place", "title"),
    [
        ("", "CL · Law Wisdom Valley"),
        ("2018-01-01/", "CL · In force from 1 January 2018 · Law Wisdom Valley"),
        ("2018-01-01/article-1/", "Article 1 · CL · In force from 1 January 2018 · Law Wisdom Valley"),
    ],
)
def test_window_names_the_edition_that_is_not_of_today(client, place, title):
    contract()

    shown = page(client.get(f"{LAW}{place}"))

    assert said(shown.xpath("//head/title")[0]) == title


def test_table_of_a_law_is_read_by_its_rows_on_both_pages(client):
    edition = EditionFactory(law=LawFactory(slug="tariff"), adopted=date(2003, 1, 1), in_force=date(2004, 1, 1))
    write(edition, "", {"en": "| Goods | Rate |\n|---|---|\n| Cotton | 1 |"}, kind="table", path="table-1")

    pages = [page(client.get(f"/en/laws/cn/tariff/{path}")) for path in ("", "table-1/")]

    assert [[said(row) for row in shown.xpath("//main//table//tr")] for shown in pages] == [
        ["Goods Rate", "Cotton 1"]
    ] * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_repealed_law_says_so_and_calls_no_edition_of_it_todays(client, language):
    law = LawFactory(slug="gone", repealed=date(2022, 3, 1))
    write(EditionFactory(law=law, adopted=date(2019, 1, 1), in_force=date(2019, 1, 1)), 1, {"zh": "本法废止。"})

    shown = page(client.get(f"/{language}/laws/cn/gone/"))

    told = {
        "zh-hans": ("本法已于2022年3月1日废止。", "2019年1月1日起施行（最后版本）"),
        "en": ("This law was repealed on 1 March 2022.", "In force from 1 January 2019 (the last edition)"),
        "ru": ("С 1 марта 2022 г. документ утратил силу.", "В силе с 1 января 2019 г. (последняя редакция)"),
    }[language]
    notice = said(shown.xpath("//div[contains(@class, 'notice error')]")[0]).replace("\xa0", " ")
    assert (notice.startswith(told[0]), said(shown.xpath("//select[@id='edition']/option")[0])) == (True, told[1])


def test_law_to_be_repealed_still_has_an_edition_of_today(client):
    law = LawFactory(slug="going", repealed=date(2999, 3, 1))
    write(EditionFactory(law=law, adopted=date(2019, 1, 1), in_force=date(2019, 1, 1)), 1, {"zh": "本法有效。"})

    shown = page(client.get("/en/laws/cn/going/"))

    assert said(shown.xpath("//select[@id='edition']/option")[0]) == "In force from 1 January 2019 (today’s edition)"
    assert not shown.xpath("//div[contains(@class, 'notice error')]")
