"""Every address of lawyers and firms for search engines, in files of bounded size; samples are nobody, and in none."""

from collections.abc import Iterator
from typing import Final

from django.urls import reverse

from legal.laws.sitemaps import PLACES, URLSET, in_each_language, place
from legal.lawyers.models import Firm, Lawyer

FIRST: Final = 1


def addresses(site: str) -> Iterator[str]:
    """The files there are; `site` is scheme and host."""
    for number in range(FIRST, files() + FIRST):
        yield site + reverse("sitemap-lawyers", args=[number])


def files() -> int:
    """How many files there are: one at least, since the first has the directory and the firms."""
    shown: int = Lawyer.objects.published().filter(sample=False).count()
    return max(1, -(-shown // PLACES))


def lawyers(number: int, site: str) -> Iterator[str]:
    """The addresses of one file."""
    yield URLSET
    if number == FIRST:
        yield place(site, in_each_language("lawyers:list"))
        yield place(site, in_each_language("lawyers:firms"))
        firms = Firm.objects.published().filter(sample=False).order_by("pk")
        for slug, changed in firms.values_list("slug", "changed_at"):
            yield place(site, in_each_language("lawyers:firm", slug), changed)
    start = (number - FIRST) * PLACES
    rows = Lawyer.objects.published().filter(sample=False).order_by("pk").values_list("slug", "changed_at")
    for slug, changed in rows[start : start + PLACES]:
        yield place(site, in_each_language("lawyers:lawyer", slug), changed)
    yield "</urlset>\n"
