"""The glossary: in the order of the reader's language, by letter, topic or word."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from portal.reference.models import Term
from portal.reference.sorting import initial, sort_key
from tests.factories import TopicFactory


def term(zh: str, en: str, ru: str, **fields: object) -> Term:
    words = {name: value.split(" | ") if value else [] for name, value in (("zh", zh), ("en", en), ("ru", ru))}
    return Term.objects.create(kind=Term.Kind.GLOSSARY, **words, **fields)


@pytest.mark.parametrize(
    ("words", "language", "ordered"),
    [
        (["仲裁", "合同", "不可抗力"], "zh", ["不可抗力", "合同", "仲裁"]),
        (["Offer", "acceptance", "breach"], "en", ["acceptance", "breach", "Offer"]),
        (["ёмкость", "жалоба", "договор", "ель"], "ru", ["договор", "ель", "ёмкость", "жалоба"]),
    ],
)
def test_words_are_ordered_as_their_language_orders_them(words: list[str], language: str, ordered: list[str]) -> None:
    assert sorted(words, key=lambda word: sort_key(word, language)) == ordered


def test_sorting_key_is_cut_to_its_column() -> None:
    assert sort_key("合同", "zh", longest=3) == "he2"


@pytest.mark.parametrize(
    ("text", "language", "letter"),
    [
        ("合同", "zh", "H"),
        ("“要约”", "zh", "Y"),
        ("offer", "en", "O"),
        ("ёлка", "ru", "Е"),
        ("3D", "en", "#"),
        ("—", "en", "#"),
    ],
)
def test_word_stands_under_its_letter(text: str, language: str, letter: str) -> None:
    assert initial(text, language) == letter


@pytest.mark.django_db
@pytest.mark.parametrize(("code", "first"), [("zh-hans", "合同"), ("en", "contract"), ("ru", "договор")])
def test_glossary_puts_the_readers_language_first(client: Client, code: str, first: str) -> None:
    term("合同", "contract | agreement", "договор")

    page = client.get(f"/{code}/terms/").text

    assert min(page.index(f'"preferred">{word}<') for word in ("合同", "contract", "договор")) == page.index(
        f'"preferred">{first}<'
    )
    assert '"other">agreement<' in page


@pytest.mark.django_db
def test_glossary_shows_no_words_that_only_searching_needs(client: Client) -> None:
    Term.objects.create(kind=Term.Kind.VOCABULARY, zh=["词汇"], en=["vocabulary-only"], ru=["словарь"])

    assert "vocabulary-only" not in client.get("/en/terms/").text


def shown(client: Client, query: str) -> list[str]:
    entries = client.get(f"/en/terms/?{query}").context["page"].object_list
    return [entry.term.en[0] if entry.term.en else "" for entry in entries]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["acceptance", "arbitration", "offer", ""]),
        ("q=%D0%BE%D1%84", ["offer"]),
        ("q=OFFER", ["offer"]),
        ("q=仲", ["arbitration"]),
        ("q=nothing", []),
        ("topic=contract", ["acceptance", "offer"]),
        ("topic=unknown", ["acceptance", "arbitration", "offer", ""]),
        ("letter=a", ["acceptance", "arbitration"]),
        ("letter=X", ["acceptance", "arbitration", "offer", ""]),
        ("letter=A&topic=contract", ["acceptance"]),
        ("page=99", ["acceptance", "arbitration", "offer", ""]),
        ("page=-1&letter=toolong", ["acceptance", "arbitration", "offer", ""]),
        ("q=%00", ["acceptance", "arbitration", "offer", ""]),
    ],
)
def test_glossary_finds_by_word_topic_and_letter(client: Client, query: str, found: list[str]) -> None:
    contract = TopicFactory.create()
    term("承诺", "acceptance", "акцепт", topic=contract, note="of an offer")
    term("要约", "offer", "оферта", topic=contract)
    term("仲裁", "arbitration", "арбитраж")
    term("孤立", "", "")

    assert shown(client, query) == found


@pytest.mark.django_db
def test_glossary_without_a_word_says_what_to_do(client: Client) -> None:
    assert "No term has this word" in client.get("/en/terms/?q=nothing").text


@pytest.mark.django_db
def test_glossary_goes_on_over_pages_with_its_filters(client: Client) -> None:
    for number in range(51):
        term(f"词{number}", f"word {number:02}", f"слово {number}")

    page = client.get("/en/terms/?q=word")

    assert len(page.context["page"].object_list) == 50
    assert 'href="?q=word&amp;page=2" rel="next"' in page.text


@pytest.mark.django_db
def test_glossary_takes_the_same_queries_for_one_term_and_for_three(client: Client) -> None:
    term("一", "one", "один", topic=TopicFactory.create())
    with CaptureQueriesContext(connection) as one:
        client.get("/en/terms/")

    term("二", "two", "два", topic=TopicFactory.create(slug="arbitration"))
    term("三", "three", "три", topic=TopicFactory.create(slug="customs"))
    with CaptureQueriesContext(connection) as three:
        client.get("/en/terms/")

    assert len(three) == len(one)


@pytest.mark.django_db
def test_title_of_the_page_tells_what_was_asked(client: Client) -> None:
    titles = [
        html.fromstring(client.get(f"/en/terms/{query}").content).findtext(".//title") for query in ("", "?q=law")
    ]

    assert [" ".join(str(title).split()) for title in titles] == [
        "Trilingual terms · Law Wisdom Valley",
        "law · Trilingual terms · Law Wisdom Valley",
    ]
