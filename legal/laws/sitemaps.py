"""Every address of law for search engines, in files of bounded size: planned in one query, written row by row."""

import datetime
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from operator import itemgetter
from typing import Final
from urllib.parse import quote

from django.core.cache import cache
from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils import timezone, translation

from legal.laws import beside
from legal.laws.freshness import stamp
from legal.laws.kinds import ProvisionKind
from legal.laws.models import Edition, Law, Provision
from portal.languages import DEFAULT, LANGUAGES

# Each place has an address in each language: a file stays well below the 50,000 addresses and 50 MB allowed.
PLACES: Final = 5_000
KEPT: Final = 24 * 60 * 60
URLSET: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
INDEX: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)
PAGES: Final = ("pages:home", "laws:list", "pages:terms", "pages:texts", "pages:holdings", "pages:accessibility")


@dataclass(frozen=True, slots=True)
class Chunk:
    """One file: the laws of a jurisdiction from one key to another, and of a law too long for one file, a slice."""

    code: str
    number: int
    first: int
    last: int
    changed: datetime.datetime
    start: int = 0
    stop: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A law with how many pages and articles it has."""

    law: int
    pages: int
    articles: int
    changed: datetime.datetime


def chunks() -> list[Chunk]:
    """The files there are, by jurisdiction; kept until a law changes or the day ends."""
    key = f"laws:sitemap:{timezone.localdate()}:{stamp()}"
    known: list[Chunk] | None = cache.get(key)
    if known is None:
        known = list(_planned())
        cache.set(key, known, KEPT)
    return known


def index(site: str) -> Iterator[str]:
    """The sitemap of sitemaps; `site` is scheme and host."""
    yield INDEX
    yield f"<sitemap><loc>{site}{reverse('sitemap-pages')}</loc></sitemap>\n"
    for chunk in chunks():
        address = site + reverse("sitemap-laws", args=[chunk.code, chunk.number])
        yield f"<sitemap><loc>{address}</loc><lastmod>{chunk.changed.isoformat()}</lastmod></sitemap>\n"
    for address in beside.sitemaps(site):
        yield f"<sitemap><loc>{address}</loc></sitemap>\n"
    yield "</sitemapindex>\n"


def pages(site: str) -> Iterator[str]:
    """The pages that are no law."""
    yield URLSET
    for name in PAGES:
        yield place(site, in_each_language(name))
    yield "</urlset>\n"


def laws(chunk: Chunk, site: str) -> Iterator[str]:
    """The addresses of one file: each law, its editions, and the articles of its edition of the day."""
    yield URLSET
    laws = Law.objects.filter(jurisdiction__code=chunk.code, pk__gte=chunk.first, pk__lte=chunk.last)
    roots = {}
    for pk, slug, changed in laws.order_by("pk").values_list("pk", "slug", "changed_at"):
        roots[pk] = in_each_language("laws:law", chunk.code, slug), changed
        if chunk.start == 0:
            yield place(site, *roots[pk])
    if chunk.start == 0:
        editions = Edition.objects.filter(law__in=roots).order_by("law", "pk")
        for law, slug, changed in editions.values_list("law", "slug", "changed_at"):
            yield place(site, _below(roots[law][0], slug), changed)
    for law, path, changed in _articles(roots)[chunk.start : chunk.stop].iterator():
        yield place(site, _below(roots[law][0], path), changed)
    yield "</urlset>\n"


def _articles(laws: Iterable[int]) -> "QuerySet[Provision, tuple[int, str, datetime.datetime]]":
    of_the_day = Edition.objects.of_the_day(on=timezone.localdate()).filter(law__in=list(laws))
    return (
        Provision.objects.filter(kind=ProvisionKind.ARTICLE, edition__in=of_the_day)
        .order_by("edition__law", "position")
        .values_list("edition__law", "path", "edition__changed_at")
    )


def _planned() -> Iterator[Chunk]:
    """Laws piled up until a file is full, jurisdiction by jurisdiction."""
    of_the_day = Edition.objects.of_the_day(on=timezone.localdate())
    articles = dict(
        Provision.objects.filter(kind=ProvisionKind.ARTICLE, edition__in=of_the_day)
        .order_by()
        .values_list("edition__law")
        .annotate(number=Count("pk"))
    )
    laws = Law.objects.annotate(held=Count("editions")).order_by("jurisdiction__code", "pk")
    rows = laws.values_list("jurisdiction__code", "pk", "held", "changed_at")
    for code, group in itertools.groupby(rows, key=itemgetter(0)):
        yield from _packed(code, (Row(pk, 1 + editions, articles.get(pk, 0), at) for _, pk, editions, at in group))


def _packed(code: str, rows: Iterable[Row]) -> Iterator[Chunk]:
    numbers = itertools.count(1)
    pile: list[Row] = []
    places = 0
    for row in rows:
        size = row.pages + row.articles
        if pile and places + size > PLACES:
            yield from _files(code, numbers, pile)
            pile, places = [], 0
        pile.append(row)
        places += size
    yield from _files(code, numbers, pile)


def _files(code: str, numbers: Iterator[int], pile: list[Row]) -> Iterator[Chunk]:
    first, last, changed = pile[0].law, pile[-1].law, max(row.changed for row in pile)
    if len(pile) > 1 or pile[0].articles <= PLACES:
        yield Chunk(code, next(numbers), first, last, changed)
        return
    for start in range(0, pile[0].articles, PLACES):
        yield Chunk(code, next(numbers), first, last, changed, start, start + PLACES)


def in_each_language(name: str, *args: str) -> list[str]:
    """The address of a page in each language, in their order."""
    addresses = []
    for language in LANGUAGES:
        with translation.override(language.code):
            addresses.append(reverse(name, args=args))
    return addresses


def _below(addresses: list[str], path: str) -> list[str]:
    """What `reverse` would say of a place below; said a million times, it must be quick."""
    step = quote(path)
    return [f"{address}{step}/" for address in addresses]


def place(site: str, addresses: list[str], changed: datetime.datetime | None = None) -> str:
    """One place in each language, each with all of them as its alternates."""
    full = [escape(site + address) for address in addresses]
    tags = [(language.tag, address) for language, address in zip(LANGUAGES, full, strict=True)]
    tags.append(("x-default", full[LANGUAGES.index(DEFAULT)]))
    links = "".join(f'<xhtml:link rel="alternate" hreflang="{tag}" href="{address}"/>' for tag, address in tags)
    written = f"<lastmod>{changed.isoformat(timespec='seconds')}</lastmod>" if changed else ""
    return "".join(f"<url><loc>{address}</loc>{written}{links}</url>\n" for address in full)
