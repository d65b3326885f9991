"""A fact as a page shows it: its words, what it is worth, where it stands, and when that was looked up."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from legal.cases.places import place_name
from legal.laws.models import Law
from legal.laws.spoken import reader, spoken
from legal.services.kinds import Known

BADGES: Final = {Known.CONFIRMED: "done", Known.TO_BE_CONFIRMED: "waiting", Known.UNKNOWN: "unknown"}
# Laws by their address, `cn/arbitration-law`.
Laws = Mapping[str, Law]


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence with its worth, None where it claims nothing that could be otherwise.

    `source` is the name of where it stands, `url` its address, "" where there is none.
    """

    words: str
    known: Known | None = None
    source: str = ""
    url: str = ""
    checked_on: datetime.date | None = None

    @property
    def badge(self) -> str:
        return BADGES[self.known] if self.known else ""

    @property
    def label(self) -> str:
        return str(self.known.label) if self.known else ""


@dataclass(frozen=True, slots=True)
class Article:
    """A place in a law; the name is that of a law that is not held."""

    law: str
    path: str
    name: Any


def laws(addresses: Iterable[str]) -> dict[str, Law]:
    """The laws held of these addresses; one query."""
    asked = set(addresses)
    found = Law.objects.select_related("jurisdiction").filter(slug__in={one.partition("/")[2] for one in asked})
    by_address = {f"{law.jurisdiction.code}/{law.slug}": law for law in found}
    return {address: law for address, law in by_address.items() if address in asked}


def stated(words: Any, article: Article, held: Laws) -> Fact:
    """What an article says, with a link to it; where the law is not held, only with its name, and to be confirmed."""
    law = held.get(article.law)
    place = place_name(article.path, law.unit if law else "article", reader().text)
    name = (spoken(law, "short_title").text or spoken(law, "title").text) if law else str(article.name)
    source = _("%(law)s, %(place)s") % {"law": name, "place": place}
    if law is None:
        return Fact(str(words), Known.TO_BE_CONFIRMED, source)
    url = reverse("laws:article", args=[law.jurisdiction.code, law.slug, article.path])
    return Fact(str(words), Known.CONFIRMED, source, url)


def unknown(words: Any) -> Fact:
    """What is not known here, said plainly."""
    return Fact(str(words), Known.UNKNOWN)
