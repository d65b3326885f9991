from datetime import date, timedelta

import pytest
from lxml import html

from legal.laws import finding
from legal.laws.directory import Filters, counts, laws, listed
from legal.laws.kinds import LawKind
from legal.laws.models import Law
from tests.factories import (
    EditionFactory,
    JurisdictionFactory,
    LawFactory,
    RegionFactory,
    TopicFactory,
)
from tests.legal.laws.pages.days import LANGUAGES, TODAY

pytestmark = pytest.mark.django_db

TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


@pytest.fixture
def shelf():
    """Three laws that differ in every facet."""
    kyrgyzstan = JurisdictionFactory(code="kg", name_zh_hans="吉尔吉斯斯坦", name_en="Kyrgyzstan", name_ru="Кыргызстан")
    EditionFactory(
        law=LawFactory(
            slug="code",
            kind=LawKind.CODE,
            title_en="Civil Code",
            title_key_en="civil code",
            adopted=date(2020, 5, 28),
            topics=[TopicFactory()],
            languages=["en", "zh"],
        )
    )
    EditionFactory(
        law=LawFactory(
            slug="port",
            kind=LawKind.LOCAL_REGULATION,
            region=RegionFactory(),
            title_en="Port Rules",
            title_key_en="port rules",
            adopted=date(2019, 1, 1),
            languages=["zh"],
        ),
        in_force=TOMORROW,
    )
    EditionFactory(
        law=LawFactory(
            slug="arbitration",
            jurisdiction=kyrgyzstan,
            title_en="",
            title_key_en="",
            title_ru="Закон об арбитраже",
            original_language="ru",
            adopted=date(2002, 7, 30),
            repealed=YESTERDAY,
            languages=["ky", "ru"],
        )
    )
    return list(Law.objects.order_by("pk"))


def slugs(filters):
    return sorted(laws(filters, TODAY).values_list("slug", flat=True))


@pytest.mark.parametrize(
    ("facet", "value", "found"),
    [
        ("jurisdiction", "kg", ["arbitration"]),
        ("region", "CN-XJ", ["port"]),
        ("kind", "code", ["code"]),
        ("topic", "contract", ["code"]),
        ("status", "in-force", ["code"]),
        ("status", "not-yet", ["port"]),
        ("status", "repealed", ["arbitration"]),
        ("status", "unknown", []),
        ("year", "2019", ["port"]),
        ("language", "zh", ["code", "port"]),
        ("language", "ky", ["arbitration"]),
    ],
)
def test_directory_is_filtered_by_each_facet(shelf, facet, value, found):
    assert slugs(Filters(**{facet: (value,)})) == found


def test_values_of_one_facet_widen_and_facets_narrow(shelf):
    assert slugs(Filters(kind=("code", "local-regulation"), language=("en",))) == ["code"]


def test_values_of_a_facet_are_counted_as_if_nothing_of_it_were_ticked(shelf):
    assert counts(Filters(jurisdiction=("cn",)), TODAY) == {
        "jurisdiction": {"cn": 2, "kg": 1},
        "region": {"CN-XJ": 1},
        "kind": {"code": 1, "local-regulation": 1},
        "topic": {"contract": 1},
        "status": {"in-force": 1, "not-yet": 1},
        "year": {"2020": 1, "2019": 1},
        "language": {"en": 1, "zh": 2},
        "total": {"": 2},
    }


def test_counts_are_kept_until_a_law_changes(shelf, django_assert_num_queries):
    before = counts(Filters(), TODAY)

    with django_assert_num_queries(1):
        assert counts(Filters(), TODAY) == before
    LawFactory()

    assert counts(Filters(), TODAY)["total"] == {"": 4}


@pytest.mark.parametrize(
    ("law", "edition"),
    [
        ({}, {}),
        ({"repealed": YESTERDAY}, {}),
        ({"repealed": TOMORROW}, {}),
        ({}, {"in_force": TOMORROW}),
        ({}, {"in_force": None, "adopted": YESTERDAY}),
        ({"in_force": YESTERDAY}, {"in_force": None, "adopted": YESTERDAY}),
        ({}, {"in_force": None, "adopted": None}),
        ({}, None),
    ],
)
def test_listed_status_is_the_status_of_the_law(law, edition):
    one = LawFactory(**law)
    if edition is not None:
        EditionFactory(law=one, **edition)

    assert [row.standing for row in listed([one.pk], TODAY)] == [
        finding.shelf(one.jurisdiction.code, one.slug).status(TODAY)
    ]


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("title", ["code", "port", "arbitration"]),
        ("in-force", ["port", "code", "arbitration"]),
        ("changed", ["arbitration", "port", "code"]),
    ],
)
def test_directory_is_ordered(client, shelf, order, found):
    Law.objects.filter(slug="port").update(in_force=TOMORROW)
    Law.objects.filter(slug="code").update(in_force=date(2021, 1, 1))

    page = html.fromstring(client.get("/en/laws/", {"order": order}).content)

    assert [address.split("/")[-2] for address in page.xpath("//ol[@class='hits']//h2/a/@href")] == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_directory_speaks_each_language(client, shelf, language):
    page = html.fromstring(client.get(f"/{language}/laws/").content)

    titles = [
        title.text_content().replace("\N{NO-BREAK SPACE}", " ") for title in page.xpath("//ol[@class='hits']//h2")
    ]
    assert sorted(titles) == sorted(
        getattr(law, f"title_{language.replace('-', '_')}") or law.title_ru for law in shelf
    )


def test_title_in_another_language_is_marked_and_said(client, shelf):
    page = html.fromstring(client.get("/en/laws/", {"jurisdiction": "kg"}).content)

    (entry,) = page.xpath("//ol[@class='hits']/li")
    assert entry.xpath("h2/a/span/@lang") == ["ru"]
    assert "Title held in: Russian" in entry.text_content()


def test_filters_in_use_can_each_be_taken_away(client, shelf):
    address = "/en/laws/?jurisdiction=cn&kind=code&language=en&order=changed"

    page = html.fromstring(client.get(address).content)

    assert [(chip.text_content(), chip.get("href")) for chip in page.xpath("//ul[@class='chips']//a")] == [
        ("Remove the filter: China", "?kind=code&language=en&order=changed"),
        ("Remove the filter: Code", "?jurisdiction=cn&language=en&order=changed"),
        ("Remove the filter: English", "?jurisdiction=cn&kind=code&order=changed"),
    ]


def test_directory_with_nothing_to_show_says_so(client, shelf):
    page = html.fromstring(client.get("/en/laws/", {"kind": "treaty"}).content)

    assert page.xpath("//div[@class='empty']//h3/text()") == ["No law or treaty passes all of these filters"]


def test_a_long_facet_folds_its_tail(client):
    for year in range(2000, 2012):
        LawFactory(adopted=date(year, 1, 1))

    page = html.fromstring(client.get("/en/laws/", {"year": "2000"}).content)

    assert page.xpath("//fieldset[legend='Year of adoption']/label//input/@value")[:2] == ["2000", "2011"]
    assert page.xpath("normalize-space(//fieldset[legend='Year of adoption']//summary)") == "4 more"


def test_directory_comes_in_pages_that_keep_the_filters(client):
    LawFactory.create_batch(60)

    page = html.fromstring(client.get("/en/laws/", {"kind": "law", "page": "2"}).content)

    assert len(page.xpath("//ol[@class='hits']/li")) == 25
    assert page.xpath("//nav[@class='pages']//a/@href") == [
        *("?kind=law&page=1", "?kind=law&page=1", "?kind=law&page=3", "?kind=law&page=3"),
    ]


@pytest.mark.parametrize(
    "query",
    [
        "jurisdiction=zz",
        "jurisdiction=%00",
        "kind=%27%3B--&topic=<script>",
        "year=99999&year=abc&year=0000",
        "language=xx-yy",
        "status=" + "x" * 5000,
        "order=sideways",
        "page=99999999999999999999",
        "page=-1",
        "page=%00",
        "page=²",
        "&".join(f"topic=t{n}" for n in range(500)),
    ],
)
def test_senseless_filters_do_no_harm(client, shelf, query):
    assert client.get(f"/en/laws/?{query}").status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_directory_asks_the_database_as_often_for_three_laws(client, django_assert_num_queries, number):
    for law in LawFactory.create_batch(number, topics=[TopicFactory()], region=RegionFactory()):
        EditionFactory(law=law)

    with django_assert_num_queries(15):
        client.get("/en/laws/?language=")


def test_window_names_the_filters(client, shelf):
    shown = html.fromstring(client.get("/en/laws/?jurisdiction=kg&kind=treaty").content)

    assert shown.findtext(".//title") == "Kyrgyzstan, Treaty · Laws and treaties · Law Wisdom Valley"


def test_window_names_the_page_of_a_long_list(client):
    for _ in range(60):
        EditionFactory()

    shown = html.fromstring(client.get("/en/laws/?page=2").content)

    assert shown.findtext(".//title") == "Laws and treaties · 2 · Law Wisdom Valley"


def test_day_of_adoption_is_told_once(client):
    EditionFactory(law=LawFactory(adopted=date(2020, 5, 28)), in_force=None)

    shown = html.fromstring(client.get("/en/laws/").content)

    [entry] = shown.xpath("//ol[@class='hits']/li")
    assert " ".join(entry.text_content().split()).count("28 May 2020") == 1
