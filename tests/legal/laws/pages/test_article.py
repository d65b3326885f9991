import json
from datetime import date

import pytest

from legal.laws import freshness
from legal.laws.models import CitedPlace, Edition, Law, ProvisionText
from portal.reference.models import Term
from tests.factories import EditionFactory, LawFactory
from tests.legal.laws.pages.days import LANGUAGES
from tests.legal.laws.pages.shelf import cite, contract, page, said, translate, write

pytestmark = pytest.mark.django_db

LAW = "/en/laws/cn/contract-law/"


@pytest.mark.parametrize(
    ("language", "order"),
    [("zh-hans", ["zh-Hans", "en", "ru"]), ("en", ["en", "zh-Hans", "ru"]), ("ru", ["ru", "zh-Hans", "en"])],
)
def test_article_is_shown_in_all_its_languages_the_readers_first(client, language, order):
    contract()

    shown = page(client.get(f"/{language}/laws/cn/contract-law/article-1/"))

    assert shown.xpath("//section[starts-with(@class, 'trio')]//article/@lang") == order


def test_article_is_of_the_edition_of_the_day(client):
    contract()

    now, then = (page(client.get(f"{LAW}article-1/{query}")) for query in ("", "?on=2019-09-09"))

    assert said(now.xpath("//article[@lang='zh-Hans']/div")[0]) == "合同必须严格遵守。"
    assert said(then.xpath("//article[@lang='zh-Hans']/div")[0]) == "合同应当遵守。"


def test_article_of_an_edition_has_an_address_of_its_own(client):
    contract()

    shown = page(client.get(f"{LAW}2018-01-01/article-2/"))

    assert said(shown.xpath("//article[@lang='en']/div")[0]) == "These words stay and move."
    assert "another took its place" in said(shown.xpath("//main/header")[0])


def test_article_stands_under_its_headings_between_its_neighbours(client):
    law = contract()
    new = law.editions.get(slug="2021-01-01")
    part = write(new, 0, {"zh": ""}, kind="part", heading="总则", path="part-1", position=50)
    chapter = write(new, 0, {"en": ""}, kind="chapter", heading="Rules", path="chapter-1", position=51, parent=part)
    new.provisions.filter(path="article-2").update(parent=chapter)

    shown = page(client.get(f"{LAW}article-2/"))

    assert [(said(link), link.get("href")) for link in shown.xpath("//p[@class='kicker']//a")] == [
        ("0 zh 总则", f"{LAW}2021-01-01/#part-1"),
        ("0 en. Rules", f"{LAW}2021-01-01/#chapter-1"),
    ]
    assert [(link.get("rel"), link.get("href")) for link in shown.xpath("//nav[@class='turn']/a")] == [
        ("prev", f"{LAW}2021-01-01/article-1/"),
        ("next", f"{LAW}2021-01-01/article-3/"),
    ]


def test_neighbour_without_words_in_the_readers_language_is_called_by_its_number(client):
    edition = EditionFactory(law=LawFactory(slug="act"))
    write(edition, 1, {"zh": "一"}, heading="目的")
    write(edition, 2, {"zh": "二", "en": "Two."})
    write(edition, 3, {"zh": "三", "en": "Three."}, heading="Scope")

    shown = page(client.get("/en/laws/cn/act/article-2/"))

    assert [(said(name), name.get("lang")) for name in shown.xpath("//nav[@class='turn']/a/span[2]")] == [
        ("Article 1", "en"),
        ("3 en. Scope", "en"),
    ]


def test_heading_without_words_is_called_by_its_kind(client):
    edition = EditionFactory(law=LawFactory(slug="act"))
    part = write(edition, 1, {"en": ""}, kind="part")
    part.texts.update(label="")
    type(part).objects.update(number="")
    write(edition, 2, {"en": "Words."}, parent=part)

    shown = page(client.get("/en/laws/cn/act/article-2/"))

    assert [said(link) for link in shown.xpath("//p[@class='kicker']//a")] == ["Part"]


def test_only_article_of_a_law_has_no_neighbours(client):
    write(EditionFactory(law=LawFactory(slug="act")), 1, {"en": "Words."}, heading="(Scope)")

    shown = page(client.get("/en/laws/cn/act/article-1/"))

    assert shown.xpath("//nav[@class='turn']") == []
    assert said(shown.xpath("//h1")[0]) == "1 en. Scope"


def test_article_without_a_text_in_the_readers_language_is_called_by_its_number(client):
    contract()

    shown = page(client.get("/ru/laws/cn/contract-law/article-2/"))

    assert said(shown.xpath("//h1")[0]) == "Статья 2"
    assert len(shown.xpath("//main/header/div[@class='notice attention']")) == 1


def test_place_without_number_or_words_is_called_by_its_kind(client):
    edition = EditionFactory(law=LawFactory(slug="act"))
    place = write(edition, 1, {"en": "Whereas."}, kind="preamble", path="preamble")
    place.texts.update(label="")
    type(place).objects.update(number="")
    write(edition, 2, {}, kind="paragraph", path="paragraph-2")

    assert said(page(client.get("/en/laws/cn/act/preamble/")).xpath("//h1")[0]) == "Preamble"
    assert page(client.get("/en/laws/cn/act/paragraph-2/")).xpath("//section//article") == []


def test_heading_leads_to_its_place_in_the_law(client):
    write(EditionFactory(law=LawFactory(slug="act")), 1, {"en": ""}, kind="chapter", heading="Rules")

    assert client.get("/en/laws/cn/act/chapter-1/").url == "/en/laws/cn/act/2021-01-01/#chapter-1"


def test_annex_with_words_of_its_own_is_shown(client):
    write(EditionFactory(law=LawFactory(slug="act")), 1, {"en": "A form."}, kind="annex", path="annex-1")

    assert client.get("/en/laws/cn/act/annex-1/").status_code == 200


def test_article_within_an_annex_is_found(client):
    write(EditionFactory(law=LawFactory(slug="act")), 1, {"en": "A form."}, path="annex-1/article-1")

    assert client.get("/en/laws/cn/act/2021-01-01/annex-1/article-1/").status_code == 200


def test_article_of_another_edition_only_is_told_of(client):
    contract()

    response = client.get(f"{LAW}2018-01-01/article-3/")

    shown = page(response)
    assert response.status_code == 404
    assert shown.xpath("//main//ul//a/@href") == [f"{LAW}2021-01-01/article-3/"]


def test_article_of_no_edition_leads_to_the_law(client):
    contract()

    response = client.get(f"{LAW}article-99/")

    assert (response.status_code, page(response).xpath("//main//ul//a")) == (404, [])


def test_article_of_a_law_without_editions_leads_to_the_law(client):
    LawFactory(slug="bare")

    response = client.get("/en/laws/cn/bare/article-1/")

    assert (response.status_code, "No text of this law is held." in response.content.decode()) == (404, True)


@pytest.mark.parametrize("path", ["a" * 300, "../article-1", "<b>", "статья-1", "article-1/" * 30])
def test_senseless_place_is_not_found(client, path):
    contract()

    assert client.get(f"{LAW}{path}/").status_code == 404


def test_number_given_twice_is_told_of(client):
    edition = EditionFactory(law=LawFactory(slug="act"))
    write(edition, 1, {"en": "Again."}, path="article-1--2", repeated=True)

    assert "gives this number twice" in client.get("/en/laws/cn/act/article-1--2/").content.decode()


def test_stale_translation_of_an_article_leads_to_the_difference(client):
    translate(contract())

    (mark,) = page(client.get("/ru/laws/cn/contract-law/article-1/")).xpath("//p[@class='stale']")

    assert mark.xpath("a/@href") == ["/ru/laws/cn/contract-law/compare/2018-01-01/2021-01-01/?at=article-1#article-1"]


def test_stale_translation_of_a_wording_not_held_has_no_link(client):
    translate(contract())
    ProvisionText.objects.filter(based_on__gt="").update(based_on="0" * 32)

    (mark,) = page(client.get("/ru/laws/cn/contract-law/article-1/")).xpath("//p[@class='stale']")

    assert mark.xpath("a") == []


def test_sources_of_the_texts_are_told(client):
    contract()
    ProvisionText.objects.filter(language="zh").update(source="https://www.example.org/a")
    ProvisionText.objects.filter(language="en").update(source="Gazette 5")

    shown = page(client.get(f"{LAW}article-1/"))

    assert [said(note) for note in shown.xpath("//article/p[@class='note']")] == [
        *("Source: Gazette 5", "Source: example.org"),
    ]


def test_digest_leads_to_the_official_text(client):
    contract()
    ProvisionText.objects.update(status="digest")

    shown = page(client.get(f"{LAW}article-1/"))

    assert shown.xpath("//a[@class='official-source']/@href") == ["https://www.example.org/contract-law"]


def test_digest_without_an_official_address_only_says_what_it_is(client):
    contract()
    ProvisionText.objects.update(status="digest")
    Law.objects.update(source="")

    assert page(client.get(f"{LAW}article-1/")).xpath("//a[@class='official-source']") == []


def test_history_tells_what_each_edition_did(client):
    law = contract()
    last = EditionFactory(law=law, in_force=date(2025, 1, 1))
    write(last, 1, {"zh": "合同必须严格遵守。"})

    steps = {
        number: [
            said(step.xpath("p")[0])
            for step in page(client.get(f"{LAW}2021-01-01/article-{number}/")).xpath("//ol[@class='timeline']/li")
        ]
        for number in (1, 2, 3)
    }

    assert steps == {
        1: [
            "Not changed. Read it there Compare with the edition before",
            "The wording changed. Compare with the edition before",
            "The first wording held. Read it there",
        ],
        2: [
            "No longer at this place. Compare with the edition before",
            "The wording changed. Compare with the edition before",
            "The first wording held. Read it there",
        ],
        3: [
            "No longer at this place. Compare with the edition before",
            "New at this place. Compare with the edition before",
            "Not in this edition. The same words stand elsewhere in that edition",
        ],
    }


def test_history_across_languages_cannot_tell(client):
    contract()
    ProvisionText.objects.filter(provision__edition__slug="2018-01-01").exclude(language="ru").delete()
    ProvisionText.objects.filter(provision__edition__slug="2021-01-01", language="ru").delete()

    shown = page(client.get(f"{LAW}article-1/"))

    assert "whether it changed cannot be told" in said(shown.xpath("//ol[@class='timeline']/li[1]")[0])


def test_history_without_the_original_goes_by_a_language_both_have(client):
    contract()
    ProvisionText.objects.filter(language="zh").delete()

    shown = page(client.get(f"{LAW}article-1/"))

    assert said(shown.xpath("//ol[@class='timeline']/li[1]/p")[0]).startswith("The wording changed.")


def test_what_an_article_cites_is_listed_by_law(client):
    law = contract()
    other = LawFactory(slug="other", title_en="Other Law")
    write(EditionFactory(law=other), 5, {"zh": "他法。"})
    article = law.editions.get(slug="2021-01-01").provisions.get(path="article-2")
    cite(article, "电子合同", other, "article-5")
    cite(article, "书面合同", law, "article-77")
    cite(article, "电子", other, "article-5")
    cite(article, "效力", other)
    cite(article, "同等", None, name="《某法》")

    shown = page(client.get(f"{LAW}article-2/"))

    heading = shown.get_element_by_id("cites")
    following = [said(node) for node in heading.itersiblings() if node.tag in {"h3", "ul", "p"}]
    assert following[:5] == [
        *("Contract Law", "Article 77", "Other Law", "Article 5", "Cited and not held here: 《某法》"),
    ]
    assert shown.xpath("//h2[@id='cites']/following-sibling::ul[position() <= 2]//a/@href") == [
        *("/en/laws/cn/contract-law/", "/en/laws/cn/other/article-5/"),
    ]


def test_what_cites_an_article_is_listed_by_law_in_its_latest_edition(client):
    law = contract()
    old, new = law.editions.all()
    for edition in (old, new):
        cite(edition.provisions.get(path="article-1"), "合同", law, "article-2")
    other = EditionFactory(law=LawFactory(slug="other", title_en="Other Law"))
    cite(write(other, 7, {"zh": "依合同法第二条"}), "合同法", law, "article-2")
    CitedPlace.objects.create(law=law, path="article-2", places=2)

    shown = page(client.get(f"{LAW}article-2/"))

    assert "2 provisions cite this article." in said(shown.xpath("//main")[0])
    assert shown.xpath("//h2[@id='cited']/following-sibling::ul[position() <= 2]//a/@href") == [
        *(f"{LAW}2021-01-01/article-1/", "/en/laws/cn/other/2021-01-01/article-7/"),
    ]


def test_much_that_cites_an_article_is_shown_when_asked_for(client):
    law = contract()
    for _ in range(8):
        edition = EditionFactory(law=LawFactory())
        for place in range(1, 11):
            cite(write(edition, place, {"zh": "合同法"}), "合同法", law, "article-1")

    some, everything = (page(client.get(f"{LAW}article-1/{query}")) for query in ("", "?cited=all"))

    places = "//ul[@class='ledger wide']/li"
    assert (len(some.xpath(places)), len(everything.xpath(places))) == (6 * 8, 8 * 10)
    assert some.xpath("//a[@href='?cited=all#cited']")
    assert not everything.xpath("//a[@href='?cited=all#cited']")


def test_citing_place_without_a_text_is_called_by_its_number(client):
    law = contract()
    other = EditionFactory(law=LawFactory(slug="other"))
    place = write(other, 7, {"zh": "依合同法"})
    cite(place, "合同法", law, "article-2")
    place.texts.all().delete()

    assert said(page(client.get(f"{LAW}article-2/")).xpath("//ul[@class='ledger wide']")[0]) == "Article 7"


def test_terms_of_the_glossary_that_occur_are_shown_in_three_languages(client):
    contract()
    Term.objects.create(kind="glossary", zh=["合同", "契约"], en=["contract", "agreement"], ru=["договор"])
    Term.objects.create(kind="glossary", zh=["电子合同"], en=["electronic contract"], ru=[])
    Term.objects.create(kind="glossary", zh=["法"], en=["statute"], ru=["закон"])
    Term.objects.create(kind="vocabulary", zh=["书面"], en=["written"], ru=["письменный"])

    terms = page(client.get("/ru/laws/cn/contract-law/article-2/")).xpath("//dl[contains(@class, 'in-three')]/div")

    assert sorted(said(term) for term in terms) == ["договор 合同 contract", "电子合同 electronic contract"]


def test_terms_follow_the_glossary(client):
    law = contract()
    term = Term.objects.create(kind="glossary", zh=["合同"], en=["contract"], ru=["договор"])
    client.get(f"{LAW}article-1/")
    term.en = ["compact"]
    term.save()
    law.save()

    shown = page(client.get(f"{LAW}article-1/?cited=all"))

    assert said(shown.xpath("//dl[contains(@class, 'in-three')]")[0]) == "compact 合同 договор"


QUOTATIONS = {
    "zh-hans": (
        "合同法：No. 15：1 zh[EB/OL]. 2021-01-01起施行. （2020-06-01）[2026-11-24]. "
        "http://testserver/zh-hans/laws/cn/contract-law/2021-01-01/article-1/."
    ),
    "en": (
        "Contract Law 2020 (No. 15), art 1 (in force 1 January 2021) "
        "<http://testserver/en/laws/cn/contract-law/2021-01-01/article-1/> accessed 24 November 2026."
    ),
    "ru": (
        "Закон о договорах [Электронный ресурс] : от 01.06.2020 № No. 15 : действует с 01.01.2021. Ст. 1. "
        "URL: http://testserver/ru/laws/cn/contract-law/2021-01-01/article-1/ (дата обращения: 24.11.2026)."
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_article_can_be_quoted_as_readers_are_used_to(client, language):
    contract()
    Law.objects.update(authority_en="", authority_zh_hans="", authority_ru="")

    shown = page(client.get(f"/{language}/laws/cn/contract-law/article-1/"))

    assert shown.get_element_by_id("citation").text == QUOTATIONS[language]
    assert shown.get_element_by_id("permalink").get("value") in QUOTATIONS[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_article_is_described_for_machines(client, language):
    contract()

    (block,) = page(client.get(f"/{language}/laws/cn/contract-law/article-1/")).xpath(
        "//script[@type='application/ld+json']"
    )

    told = json.loads(block.text)
    assert told["@id"] == f"http://testserver/{language}/laws/cn/contract-law/2021-01-01/article-1/"
    assert told["isPartOf"]["legislationLegalForce"] == "https://schema.org/InForce"


def test_status_of_the_edition_stands_by_the_article(client):
    contract()
    Edition.objects.filter(slug="2021-01-01").update(in_force=None, day=date(2020, 6, 1))

    shown = page(client.get(f"{LAW}2021-01-01/article-1/"))

    assert said(shown.xpath("//div[@class='split']/span")[0]) == ("Adopted on 1 June 2020; entry into force not known")
    assert "not known to us" in said(shown.xpath("//main/header")[0])


@pytest.mark.parametrize(
    ("repealed", "in_force", "badge"),
    [(date(2024, 1, 1), date(2021, 1, 1), "badge repealed"), (None, date(2027, 1, 1), "badge not-yet")],
)
def test_article_of_an_edition_not_in_force_says_so(client, repealed, in_force, badge):
    write(EditionFactory(law=LawFactory(slug="act", repealed=repealed), in_force=in_force), 1, {"en": "Words."})

    shown = page(client.get("/en/laws/cn/act/article-1/"))

    assert shown.xpath("//div[@class='split']/span/@class") == [badge]


@pytest.mark.parametrize("number", [1, 3])
def test_article_asks_the_database_as_often_for_three_of_everything(client, django_assert_num_queries, number):
    law = LawFactory(slug="act")
    edition = EditionFactory(law=law)
    article = write(edition, 50, {"zh": "甲乙丙丁戊", "en": "Words"})
    write(edition, 49, {"zh": "前"})
    write(edition, 51, {"zh": "后"})
    Term.objects.create(kind="glossary", zh=["甲乙"], en=["words"], ru=["слова"])
    for place in range(1, number + 1):
        other = EditionFactory(law=LawFactory(slug=f"other-{place}"))
        EditionFactory(law=law, in_force=date(2000 + place, 1, 1))
        citing = write(other, place, {"zh": "引用"})
        cite(article, "甲乙丙丁戊"[place], other.law, f"article-{place}")
        cite(citing, "引用", law, "article-50")
    client.get("/en/laws/cn/act/article-49/")

    with django_assert_num_queries(19):
        client.get("/en/laws/cn/act/article-50/")


def test_what_cites_an_article_stands_in_the_order_of_its_text(client):
    law = contract()
    citing = EditionFactory(law=LawFactory(slug="citing"), adopted=date(2019, 1, 1), in_force=date(2019, 1, 1))
    paths = ["article-2", "article-102", "article-1002", "annex-1/article-1"]
    for path in sorted(paths):
        provision = write(citing, path.rsplit("-")[-1], {"zh": "依照合同法第一条。"}, path=path)
        cite(provision, "合同法第一条", law, "article-1")

    shown = page(client.get(f"{LAW}article-1/"))

    places = shown.xpath("//h2[@id='cited']/following-sibling::ul[1]//a/@href")
    assert [place.removeprefix("/en/laws/cn/citing/2019-01-01/").rstrip("/") for place in places] == paths


@pytest.mark.parametrize(("language", "headings"), [("zh-hans", []), ("en", ["宗旨"])])
def test_heading_is_not_said_twice_over_the_only_text(client, language, headings):
    edition = EditionFactory(law=LawFactory(slug="short"), adopted=date(2019, 1, 1), in_force=date(2019, 1, 1))
    write(edition, 1, {"zh": "为了保护当事人。"}, heading="宗旨")

    shown = page(client.get(f"/{language}/laws/cn/short/article-1/"))

    assert [said(heading) for heading in shown.xpath("//section[contains(@class, 'trio')]//h2")] == headings


def test_article_of_a_law_with_one_edition_that_nobody_cites_is_not_asked_for_more(
    client, django_assert_num_queries, settings, monkeypatch
):
    # However long the first visit takes, what it asked for is not asked again.
    settings.PAGES_BEHIND = 60
    monkeypatch.setattr(freshness, "known", {})
    edition = EditionFactory(law=LawFactory(slug="act"))
    for number in (1, 2):
        write(edition, number, {"zh": "甲", "en": "Words"})
    assert client.get("/en/laws/cn/act/article-2/").status_code == 200

    with django_assert_num_queries(12):
        client.get("/en/laws/cn/act/article-1/")
