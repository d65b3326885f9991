"""Every address of cases for search engines, in files of bounded size."""

from collections.abc import Iterator
from typing import Final

from django.urls import reverse

from legal.cases.models import Case
from legal.laws.sitemaps import PLACES, URLSET, in_each_language, place

# Files are cut by key, so that a case that comes changes the last of them alone.
FIRST: Final = 1


def addresses(site: str) -> Iterator[str]:
    """The files there are; `site` is scheme and host."""
    for number in range(FIRST, files() + FIRST):
        yield site + reverse("sitemap-cases", args=[number])


def files() -> int:
    """How many files there are: one at least, since the first has the directory."""
    return max(1, -(-Case.objects.count() // PLACES))


def cases(number: int, site: str) -> Iterator[str]:
    """The addresses of one file."""
    yield URLSET
    if number == FIRST:
        yield place(site, in_each_language("cases:list"))
    start = (number - FIRST) * PLACES
    rows = Case.objects.order_by("pk").values_list("jurisdiction__code", "slug", "changed_at")
    for code, slug, changed in rows[start : start + PLACES]:
        yield place(site, in_each_language("cases:case", code, slug), changed)
    yield "</urlset>\n"
