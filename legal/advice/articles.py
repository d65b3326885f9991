"""Articles as they are named in a form: their addresses in this portal, one a line."""

import re
from collections.abc import Iterator
from typing import Final

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from legal.advice.models import Article
from legal.laws.models import Law, Provision
from portal.languages import CODES

MOST: Final = 20
# With or without the name of the server, with or without the language and the edition.
ADDRESS: Final = re.compile(
    rf"^(?:https?://[^/]+)?(?:/(?:{'|'.join(CODES)}))?/laws/(?P<code>[\w-]+)/(?P<slug>[\w-]+)/"
    r"(?:(?:\d{4}-\d{2}-\d{2}|undated)(?:-\d{1,3})?(?:/|$))?(?P<path>[\w.-]+(?:/[\w.-]+)*)?/?(?:[?#].*)?$"
)


def read(typed: str) -> list[tuple[Law, str]]:
    """The laws and places that lines of addresses name, each once; a ValidationError says which line names none."""
    found: dict[tuple[int, str], tuple[Law, str]] = {}
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    if len(lines) > MOST:
        raise ValidationError(_("Name %(number)s articles at most."), code="many", params={"number": MOST})
    for line in lines:
        law, path = _named(line)
        found[law.pk, path] = (law, path)
    return list(found.values())


def written(articles: Iterator[Article] | list[Article]) -> str:
    """The same articles, as a form shows them."""
    return "\n".join(address(article) for article in articles)


def address(article: Article) -> str:
    """The page of an article, as it is in force."""
    law = article.law
    if not article.path:
        return law.get_absolute_url()
    return reverse("laws:article", args=[law.jurisdiction.code, law.slug, article.path])


def _named(line: str) -> tuple[Law, str]:
    asked = ADDRESS.match(line)
    laws = Law.objects.select_related("jurisdiction")
    law = laws.filter(jurisdiction__code=asked["code"], slug=asked["slug"]).first() if asked else None
    path = (asked["path"] or "") if asked else ""
    if law is None or (path and not Provision.objects.filter(edition__law=law, path=path).exists()):
        raise ValidationError(
            _("“%(line)s” is no address of a law or an article in this portal."), code="absent", params={"line": line}
        )
    return law, path
