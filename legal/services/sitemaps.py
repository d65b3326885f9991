"""Every address of services for search engines; they are few, and one file holds them."""

from collections.abc import Iterator
from typing import Final

from legal.laws.sitemaps import URLSET, in_each_language, place
from legal.services.models import Service

PAGES: Final = ("services:list", "services:adviser", "services:papers-abroad")


def services(site: str) -> Iterator[str]:
    """The addresses of the file; `site` is scheme and host."""
    yield URLSET
    for name in PAGES:
        yield place(site, in_each_language(name))
    for slug, changed in Service.objects.all().shown().values_list("slug", "changed_at"):
        yield place(site, in_each_language("services:service", slug), changed)
    yield "</urlset>\n"
