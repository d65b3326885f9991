import datetime

import pytest
from django.core.cache import cache
from django.utils import timezone
from lxml import etree

from legal.laws import sitemaps
from legal.laws.kinds import ProvisionKind
from tests.factories import EditionFactory, JurisdictionFactory, LawFactory, ProvisionFactory

pytestmark = pytest.mark.django_db
NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
SITE = "http://testserver"


@pytest.fixture(autouse=True)
def forgotten():
    cache.clear()


def get(client, path):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    return etree.fromstring(b"".join(response.streaming_content))


def places(document):
    return [loc.text.removeprefix(SITE) for loc in document.findall("*/s:loc", NS)]


def law_of(number=2, code="cn", **changes):
    law = LawFactory(jurisdiction=JurisdictionFactory(code=code), **changes)
    edition = EditionFactory(law=law)
    for one in range(1, number + 1):
        ProvisionFactory(edition=edition, number=str(one))
    return law


def test_index_names_a_file_of_pages_and_files_of_laws(client):
    law_of(slug="a")
    law_of(slug="b", code="kz")

    assert places(get(client, "/sitemap.xml")) == [
        "/sitemap-pages.xml",
        "/sitemap-laws-cn-1.xml",
        "/sitemap-laws-kz-1.xml",
        "/sitemap-cases-1.xml",
        "/sitemap-lawyers-1.xml",
        "/sitemap-services.xml",
    ]


def test_file_has_laws_editions_and_articles_of_the_day_in_each_language(client):
    law = law_of(1, slug="civil-code")
    coming = EditionFactory(law=law, in_force=timezone.localdate() + datetime.timedelta(days=30))
    ProvisionFactory(edition=coming, number="9")
    ProvisionFactory(edition=law.editions.first(), kind=ProvisionKind.CHAPTER, number="1")
    LawFactory(jurisdiction=JurisdictionFactory(code="kz"))

    found = places(get(client, "/sitemap-laws-cn-1.xml"))

    assert found == [
        f"/{code}/laws/cn/civil-code/{below}"
        for below in ("", "2021-01-01/", f"{coming.slug}/", "article-1/")
        for code in ("zh-hans", "en", "ru")
    ]


def test_every_address_has_its_alternates_and_its_day(client):
    law = law_of(0, slug="civil-code", changed_at=datetime.datetime(2025, 1, 2, 3, 4, 5, tzinfo=datetime.UTC))

    (first, *_) = get(client, "/sitemap-laws-cn-1.xml")

    address = f"{SITE}/%s/laws/cn/{law.slug}/"
    assert first.findtext("s:lastmod", namespaces=NS) == "2025-01-02T03:04:05+00:00"
    assert [(link.get("hreflang"), link.get("href")) for link in first.findall("x:link", NS)] == [
        ("zh-Hans", address % "zh-hans"),
        ("en", address % "en"),
        ("ru", address % "ru"),
        ("x-default", address % "zh-hans"),
    ]


def test_pages_that_are_no_law_have_a_file(client):
    assert places(get(client, "/sitemap-pages.xml"))[:4] == ["/zh-hans/", "/en/", "/ru/", "/zh-hans/laws/"]


def test_addresses_answer(client):
    law_of(1, slug="civil-code")

    found = places(get(client, "/sitemap-laws-cn-1.xml")) + places(get(client, "/sitemap-pages.xml"))

    assert {client.get(address).status_code for address in found} == {200}


def test_address_beyond_ascii_is_written_as_the_site_writes_it(client):
    law = law_of(0, slug="code")
    provision = ProvisionFactory(edition=law.editions.get(), number="17-А", path="article-17-А")

    found = places(get(client, "/sitemap-laws-cn-1.xml"))[-1]

    assert (found, provision.path) == ("/ru/laws/cn/code/article-17-%D0%90/", "article-17-А")


def test_laws_are_parted_into_files_of_bounded_size(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "PLACES", 8)
    for slug, articles in (("a", 2), ("b", 2), ("c", 2), ("d", 0)):
        law_of(articles, slug=slug)

    files = [places(get(client, f"/sitemap-laws-cn-{number}.xml")) for number in (1, 2)]

    assert [len(file) for file in files] == [24, 18]
    assert len({place for file in files for place in file}) == 42


def test_law_too_long_for_one_file_has_several(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "PLACES", 3)
    law_of(1, slug="before")
    law_of(7, slug="long")

    files = [places(get(client, f"/sitemap-laws-cn-{number}.xml")) for number in (1, 2, 3, 4)]

    articles = [[place for place in file if place.startswith("/en/") and "article" in place] for file in files]
    assert [len(file) for file in files] == [9, 15, 9, 3]
    assert articles[1:] == [
        [f"/en/laws/cn/long/article-{number}/" for number in slice_] for slice_ in ((1, 2, 3), (4, 5, 6), (7,))
    ]


@pytest.mark.parametrize("path", ["/sitemap-laws-cn-2.xml", "/sitemap-laws-xx-1.xml", "/sitemap-laws-cn-0.xml"])
def test_file_that_is_not_planned_is_not_found(client, path):
    law_of()

    assert client.get(path).status_code == 404


def test_unchanged_sitemap_is_not_sent_again(client):
    tag = client.get("/sitemap.xml")["ETag"]

    assert client.get("/sitemap.xml", headers={"If-None-Match": tag}).status_code == 304


def test_law_that_changes_makes_a_new_plan(client):
    law_of(slug="a")
    get(client, "/sitemap.xml")

    law_of(slug="b", code="kz")

    assert "/sitemap-laws-kz-1.xml" in places(get(client, "/sitemap.xml"))


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_the_laws(client, count, django_assert_num_queries):
    for number in range(count):
        law_of(count, slug=f"law-{number}")
    cache.clear()

    with django_assert_num_queries(7):
        get(client, "/sitemap-laws-cn-1.xml")


def test_robots_are_told_where_to_go(client):
    response = client.get("/robots.txt")

    assert response.content.decode() == (
        "User-agent: *\n"
        "Disallow: /console/\n"
        "Disallow: /zh-hans/search/\n"
        "Disallow: /en/search/\n"
        "Disallow: /ru/search/\n"
        "Disallow: /*/download.\n"
        "Sitemap: http://testserver/sitemap.xml\n"
    )
