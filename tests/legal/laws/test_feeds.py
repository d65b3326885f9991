import datetime

import pytest
from django.utils import timezone
from lxml import etree

from legal.laws import feeds
from legal.laws.models import Change
from tests.factories import EditionFactory, JurisdictionFactory, LawFactory, TopicFactory

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
NOON = datetime.datetime(2025, 11, 24, 12, tzinfo=datetime.UTC)
Kind = Change.Kind


def law(**changes):
    return LawFactory(**({"slug": "civil-code", "title_en": "Civil Code", "title_zh_hans": "民法典"} | changes))


def change(of=None, kind=Kind.LAW_ADDED, **changes):
    return Change.objects.create(law=of or law(), kind=kind, **({"at": NOON} | changes))


def get(client, query="", code="en"):
    response = client.get(f"/{code}/laws/feed.atom{query}")
    assert (response.status_code, response["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    return etree.fromstring(response.content)


def titles(feed):
    return [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]


def links(feed):
    return {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}


def test_control_characters_are_left_out(client):
    change(
        law(title_en="Civil\v Code", summary_en="How people\x01 contract.", topics=[TopicFactory(name_en="Con\vtract")])
    )

    (entry,) = get(client).findall(f"{ATOM}entry")

    told = (
        entry.findtext(f"{ATOM}title"),
        entry.findtext(f"{ATOM}summary"),
        entry.findall(f"{ATOM}category")[1].get("term"),
    )
    assert told == ("Civil Code has been added.", "How people contract.", "Contract")


def test_feed_tells_each_kind_of_change(client):
    code = law(summary_en="How people contract.")
    edition = EditionFactory(law=code)
    undated = EditionFactory(law=code, in_force=None)
    for hours, (kind, told) in enumerate(
        [
            (Kind.LAW_ADDED, {}),
            (Kind.EDITION_ADDED, {"edition": edition}),
            (Kind.EDITION_ADDED, {"edition": undated}),
            (Kind.TEXT_ADDED, {"edition": edition, "language": "ru"}),
            (Kind.TEXT_CHANGED, {"edition": edition, "language": "zh", "provisions": 1}),
            (Kind.TEXT_CHANGED, {"edition": edition, "language": "zh", "provisions": 3}),
            (Kind.REPEALED, {}),
        ]
    ):
        change(code, kind, at=NOON + datetime.timedelta(hours=hours), **told)

    assert titles(get(client)) == [
        "Civil Code has been repealed.",
        "Civil Code: the text has changed in 3 places (Chinese).",
        "Civil Code: the text has changed in 1 place (Chinese).",
        "Civil Code: a text has been added (Russian).",
        "Civil Code: an edition without a date has been added.",
        "Civil Code: the edition of 1 January 2021 has been added.",
        "Civil Code has been added.",
    ]


def test_entry_is_whole(client):
    code = law(summary_en="How people contract.", topics=[TopicFactory()])
    change(code, Kind.TEXT_ADDED, edition=EditionFactory(law=code), language="ru")

    entry = get(client).find(f"{ATOM}entry")

    assert [(child.tag.removeprefix(ATOM), child.text or dict(child.attrib)) for child in entry] == [
        ("title", "Civil Code: a text has been added (Russian)."),
        ("link", {"href": "http://testserver/en/laws/cn/civil-code/2021-01-01/", "rel": "alternate"}),
        ("updated", "2025-11-24T12:00:00+00:00"),
        ("id", "tag:testserver,2025-11-24:laws/cn/civil-code/2021-01-01/text-added/ru/2025-11-24T12:00:00+00:00"),
        ("summary", "How people contract."),
        ("category", {"term": "China"}),
        ("category", {"term": "Contract"}),
    ]


def test_entries_keep_their_names_in_every_language(client):
    change()

    names = {
        code: [entry.findtext(f"{ATOM}id") for entry in get(client, code=code).findall(f"{ATOM}entry")]
        for code in ("zh-hans", "en", "ru")
    }

    assert len({tuple(ids) for ids in names.values()}) == 1


@pytest.mark.parametrize(("code", "title"), [("zh-hans", "民法典"), ("en", "Civil Code"), ("ru", "Гражданский кодекс")])
def test_feed_speaks_the_language_of_its_address(client, code, title):
    change(law(title_ru="Гражданский кодекс"))

    feed = get(client, code=code)

    tag = feed.get("{http://www.w3.org/XML/1998/namespace}lang")
    assert (tag.lower(), title in titles(feed)[0]) == (code, True)


def test_feed_can_be_of_a_jurisdiction_or_a_topic(client):
    kazakh = law(jurisdiction=JurisdictionFactory(code="kz", name_en="Kazakhstan"), title_en="Kazakh law")
    trade = law(slug="trade", title_en="Trade law", topics=[TopicFactory(slug="trade", name_en="Trade")])
    change(kazakh)
    change(trade)

    told = {
        query: (titles(feed := get(client, query)), feed.findtext(f"{ATOM}title"))
        for query in ("?jurisdiction=kz", "?topic=trade", "?jurisdiction=kz&topic=trade")
    }

    assert told == {
        "?jurisdiction=kz": (["Kazakh law has been added."], "Changes of the laws: Kazakhstan"),
        "?topic=trade": (["Trade law has been added."], "Changes of the laws: Trade"),
        "?jurisdiction=kz&topic=trade": ([], "Changes of the laws: Kazakhstan, Trade"),
    }


@pytest.mark.parametrize("query", ["jurisdiction=atlantis", "topic=magic", "page=101", "jurisdiction=%00"])
def test_feed_of_nothing_is_not_found(client, query):
    assert client.get(f"/en/laws/feed.atom?{query}").status_code == 404


def test_feed_links_to_itself_its_page_and_the_pages_around(client):
    code = law()
    for hours in range(101):
        change(code, at=NOON + datetime.timedelta(hours=hours))

    pages = [links(get(client, f"?jurisdiction=cn&page={page}")) for page in (1, 2, 3)]

    feed = "http://testserver/en/laws/feed.atom?jurisdiction=cn"
    alternate = {"alternate": "http://testserver/en/laws/?jurisdiction=cn"}
    assert pages == [
        alternate | {"self": feed, "next": f"{feed}&page=2"},
        alternate | {"self": f"{feed}&page=2", "previous": feed, "next": f"{feed}&page=3"},
        alternate | {"self": f"{feed}&page=3", "previous": f"{feed}&page=2"},
    ]
    assert [len(titles(get(client, f"?page={page}"))) for page in (1, 2, 3)] == [50, 50, 1]


def test_unchanged_feed_is_not_sent_again(client):
    change()
    first = client.get("/en/laws/feed.atom")

    by_tag = client.get("/en/laws/feed.atom", headers={"If-None-Match": first["ETag"]})
    by_day = client.get("/en/laws/feed.atom", headers={"If-Modified-Since": "Mon, 24 Nov 2025 12:00:00 GMT"})

    assert (by_tag.status_code, by_tag["ETag"], by_day.status_code) == (304, first["ETag"], 304)


def test_new_change_makes_a_new_feed(client):
    change()
    first = client.get("/en/laws/feed.atom")

    change(law(slug="other"), at=timezone.now())

    assert client.get("/en/laws/feed.atom", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_feed_without_changes_is_empty(client):
    assert titles(get(client)) == []


def test_hostile_title_stays_text(client):
    change(law(title_en="</title><script>alert(1)</script>&"))

    assert titles(get(client)) == ["</title><script>alert(1)</script>& has been added."]


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_the_feed(client, count, django_assert_num_queries):
    for number in range(count):
        code = law(slug=f"law-{number}", topics=[TopicFactory()])
        change(code, Kind.EDITION_ADDED, edition=EditionFactory(law=code))

    with django_assert_num_queries(4):
        client.get("/en/laws/feed.atom")


def test_pages_of_a_feed_are_bounded(client):
    change()

    subject = feeds.Subject(None, None, feeds.PAGES)

    assert "next" not in links(etree.fromstring(feeds.feed(subject, site="https://portal.example").encode()))
