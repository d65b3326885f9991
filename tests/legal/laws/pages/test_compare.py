from datetime import date

import pytest

from legal.laws.models import ProvisionText
from tests.factories import EditionFactory, LawFactory
from tests.legal.laws.pages.days import LANGUAGES
from tests.legal.laws.pages.shelf import contract, page, said, write

pytestmark = pytest.mark.django_db

LAW = "/en/laws/cn/contract-law/"
PAIR = f"{LAW}compare/2018-01-01/2021-01-01/"


def pairs(shown):
    """What became of each place shown, with both sides' words."""
    return [(pair.get("id"), *(said(cell) for cell in pair)) for pair in shown.xpath("//article[@class='pair']")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_editions_are_compared_in_each_language(client, language):
    contract()

    shown = page(client.get(f"/{language}/laws/cn/contract-law/compare/2018-01-01/2021-01-01/?language=zh"))

    assert shown.xpath("//article[@class='pair']/@id") == ["article-1", "article-2"]


def test_changed_words_are_marked_on_both_sides(client):
    contract()

    shown = page(client.get(f"{PAIR}?language=zh"))

    first = shown.get_element_by_id("article-1")
    assert (first.xpath(".//del/text()"), first.xpath(".//ins/text()")) == (["应当"], ["必须严格"])
    assert pairs(shown)[1] == (
        "article-2",
        "New",
        "The earlier edition has no counterpart.",
        "2 zh 电子合同与书面合同具有同等的效力。",
    )


def test_renumbered_article_meets_its_old_self(client):
    contract()

    shown = page(client.get(f"{PAIR}?language=en&show=changes"))

    assert (
        "article-3",
        "Renumbered, words the same",
        "2 en These words stay and move.",
        "3 en These words stay and move.",
    ) in pairs(shown)


def test_counts_say_what_happened(client):
    contract()

    shown = page(client.get(f"{PAIR}?language=zh"))

    assert [said(count) for count in shown.xpath("//p[@class='row close count']/span")] == [
        *("1 provision reworded.", "1 provision new.", "1 provision renumbered."),
    ]


def test_all_places_can_be_shown(client):
    contract()

    assert len(pairs(page(client.get(f"{PAIR}?language=zh&show=all")))) == 3


@pytest.mark.parametrize(("language", "used"), [("en", "en"), ("ru", "ru"), ("xx", "en"), ("%00", "en"), ("", "en")])
def test_language_of_the_comparison_is_the_one_asked_for_or_the_readers(client, language, used):
    contract()

    shown = page(client.get(f"{PAIR}?language={language}"))

    assert shown.xpath("//select[@id='language']/option[@selected]/@value") == [used]


def test_comparison_in_another_language_says_so(client):
    contract()
    ProvisionText.objects.filter(language="en").delete()

    shown = page(client.get(PAIR))

    assert "Compared in another language than yours: Chinese." in said(shown.xpath("//main")[0])


def test_removed_article_is_shown_on_the_old_side(client):
    contract()

    shown = page(client.get(f"{LAW}compare/2021-01-01/2018-01-01/?language=zh"))

    removed = next(pair for pair in pairs(shown) if pair[1] == "Removed")
    assert removed[3] == "The later edition has no counterpart."
    assert shown.xpath("//div[@class='law whole removed']//del/text()") == ["电子合同与书面合同具有同等的效力。"]


def test_digests_compared_are_said_to_be_digests(client):
    contract()
    ProvisionText.objects.update(status="digest")

    assert "editorial digests" in said(page(client.get(PAIR)).xpath("//main")[0])


def test_changes_over_the_end_of_a_paragraph_are_marked_in_both(client):
    law = LawFactory(slug="act")
    write(
        EditionFactory(law=law),
        1,
        {"en": "The first paragraph stays as it is.\nThe second stays <too>."},
        heading="(Scope of it)",
    )
    new = EditionFactory(law=law, in_force=date(2022, 1, 1))
    write(
        new,
        1,
        {"en": "The first paragraph stays as it is, with an end.\nA beginning. The second stays <too>."},
        heading="(Scope of all)",
    )

    side = page(client.get("/en/laws/cn/act/compare/2021-01-01/2022-01-01/")).xpath("//article/div[2]")[0]

    assert said(side.xpath(".//h2")[0]) == "1 en Scope of all"
    assert [said(paragraph) for paragraph in side.xpath(".//p")] == [
        *("The first paragraph stays as it is , with an end .", "A beginning. The second stays <too>."),
    ]
    assert side.xpath(".//h2/ins/text()") == ["all"]


def test_renumbered_and_moved_places_say_whether_their_words_changed(client):
    law = LawFactory(slug="act")
    old, new = EditionFactory(law=law), EditionFactory(law=law, in_force=date(2022, 1, 1))
    long = (
        "Whoever sells goods shall deliver them at the place and on the day that the contract names, and free of liens"
    )
    other = "The buyer pays the price of the goods on delivery unless the parties have agreed on another day in writing"
    third = "Interest on sums in arrears is due from the day after that on which payment should have been made"
    write(old, 1, {"en": long + "."})
    write(old, 2, {"en": other + "."})
    write(old, 3, {"en": third + "."}, path="annex-1/article-3")
    write(old, 4, {"en": third[::-1] + "."}, path="annex-1/article-4")
    write(new, 2, {"en": other + ", always."}, path="article-8", position=1)
    ProvisionText.objects.filter(provision__path="article-8").update()
    write(new, 3, {"en": third + "."}, path="annex-2/article-3", position=2)
    write(new, 4, {"en": third[::-1] + ", always."}, path="annex-2/article-4", position=3)
    write(new, 9, {"en": long + ", always."}, position=4)

    shown = page(client.get("/en/laws/cn/act/compare/2021-01-01/2022-01-01/?show=all"))

    assert {pair[0]: pair[1] for pair in pairs(shown)} == {
        "article-8": "Moved and reworded",
        "annex-2/article-3": "Moved, words the same",
        "annex-2/article-4": "Moved and reworded",
        "article-9": "Renumbered and reworded",
    }


def test_place_asked_for_is_shown_whatever_page_it_is_on(client):
    law = LawFactory(slug="act")
    old, new = EditionFactory(law=law), EditionFactory(law=law, in_force=date(2022, 1, 1))
    for number in range(1, 61):
        write(old, number, {"en": f"Rule number {number} of the sixty rules of this Act as it was made at first."})
        write(new, number, {"en": f"Rule number {number} of the sixty rules of this Act as it has been amended."})
    write(old, 61, {"en": "This rule alone has stayed what it was at first."})
    write(new, 61, {"en": "This rule alone has stayed what it was at first."})
    address = "/en/laws/cn/act/compare/2021-01-01/2022-01-01/"

    first, sixtieth, unchanged = (
        page(client.get(address + query)) for query in ("", "?at=article-60", "?at=article-61")
    )

    assert [len(pairs(shown)) for shown in (first, sixtieth, unchanged)] == [50, 10, 11]
    assert first.xpath("//nav[@class='pages']//a/@href") == ["?page=2", "?page=2"]
    assert sixtieth.get_element_by_id("article-60") is not None
    assert unchanged.get_element_by_id("article-61") is not None


def test_same_edition_twice_has_no_changes(client):
    contract()

    shown = page(client.get(f"{LAW}compare/2021-01-01/2021-01-01/"))

    assert "say the same" in said(shown.xpath("//main")[0])


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("", f"{PAIR}"),
        (
            "old=2021-01-01&new=2018-01-01&language=zh&show=all",
            f"{LAW}compare/2021-01-01/2018-01-01/?language=zh&show=all",
        ),
        ("old=2021-01-01&new=1999-01-01", PAIR),
        ("old=%00&new=%00&show=words", PAIR),
        ("old=" + "9" * 999, PAIR),
    ],
)
def test_form_leads_to_the_address_of_the_comparison(client, query, address):
    contract()

    assert client.get(f"{LAW}compare/?{query}").url == address


def test_law_whose_editions_are_all_to_come_compares_the_first_two(client):
    law = LawFactory(slug="act")
    for year in (2031, 2032, 2033):
        EditionFactory(law=law, in_force=date(year, 1, 1))

    assert client.get("/en/laws/cn/act/compare/").url == "/en/laws/cn/act/compare/2031-01-01/2032-01-01/"


def test_law_with_one_edition_has_nothing_to_compare(client):
    write(EditionFactory(law=LawFactory(slug="act")), 1, {"en": "Words."})

    assert "Fewer than two editions" in client.get("/en/laws/cn/act/compare/").content.decode()


def test_editions_without_a_common_language_cannot_be_compared(client):
    law = LawFactory(slug="act")
    write(EditionFactory(law=law), 1, {"en": "Words."})
    write(EditionFactory(law=law, in_force=date(2022, 1, 1)), 1, {"zh": "文字"})

    response = client.get("/en/laws/cn/act/compare/2021-01-01/2022-01-01/")

    assert "different languages" in response.content.decode()


@pytest.mark.parametrize("query", ["page=0", "page=9999999999", "page=x", "at=%00", "at=" + "a" * 999, "show=%27"])
def test_senseless_question_does_no_harm(client, query):
    contract()

    assert client.get(f"{PAIR}?{query}").status_code == 200


def test_edition_that_is_not_there_cannot_be_compared(client):
    contract()

    assert client.get(f"{LAW}compare/2018-01-01/1999-01-01/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_comparison_asks_the_database_as_often_for_three_articles(client, django_assert_num_queries, number):
    law = LawFactory(slug="act")
    for day in (date(2021, 1, 1), date(2022, 1, 1)):
        edition = EditionFactory(law=law, in_force=day)
        for place in range(1, number + 1):
            write(edition, place, {"en": f"Rule {place} of {day}."})

    with django_assert_num_queries(8):
        client.get("/en/laws/cn/act/compare/2021-01-01/2022-01-01/")


def test_comparisons_of_other_editions_have_other_titles(client):
    contract()

    shown = [
        page(client.get(f"{LAW}compare/{pair}/?language=zh"))
        for pair in ("2018-01-01/2021-01-01", "2021-01-01/2018-01-01")
    ]

    names = "In force from 1 January 2018", "In force from 1 January 2021 (today’s edition)"
    assert [said(one.xpath("//title")[0]) for one in shown] == [
        f"Contract Law, compared: {names[0]} and {names[1]} · Law Wisdom Valley",
        f"Contract Law, compared: {names[1]} and {names[0]} · Law Wisdom Valley",
    ]
