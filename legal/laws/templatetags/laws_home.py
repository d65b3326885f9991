"""What the front pages show of laws: whose law is held, what came into force last, one article as a specimen."""

from typing import Any, Final

from django import template
from django.utils import timezone

from legal.laws import holdings
from legal.laws.spoken import reader
from legal.laws.standing import of_edition
from portal.languages import TEXTS
from portal.reference.models import Jurisdiction

register = template.Library()

CHANGES: Final = 4
# Freedom of form in the sales convention: short, and what a trader asks first.
SPECIMEN: Final = {"code": "un", "slug": "cisg", "path": "article-11"}


@register.inclusion_tag("laws/_home_jurisdictions.html")
def jurisdictions() -> dict[str, Any]:
    """Countries and organisations with how many laws of each are held, and those of which none is."""
    held, without = _parted()
    organisation = Jurisdiction.Kind.ORGANISATION
    return {
        "countries": [(one, laws) for one, laws in held if one.kind != organisation],
        "organisations": [(one, laws) for one, laws in held if one.kind == organisation],
        "without": without,
    }


@register.inclusion_tag("laws/_home_changes.html")
def recent_changes() -> dict[str, Any]:
    """The wordings that came into force last, or soon will."""
    day = timezone.localdate()
    editions = holdings.newest_editions(on=day)[:CHANGES]
    return {"changes": [(edition, of_edition(edition, day, edition.law.repealed)) for edition in editions]}


@register.inclusion_tag("laws/_home_specimen.html")
def specimen() -> dict[str, Any]:
    """One article in the three languages, the reader's first."""
    mine = reader().text
    texts = holdings.specimen(**SPECIMEN, on=timezone.localdate())
    texts.sort(key=lambda text: (text.language != mine, TEXTS.index(text.language)))
    return {"texts": texts, "alike": len({text.status for text in texts}) == 1}


@register.inclusion_tag("laws/_holdings.html")
def held() -> dict[str, Any]:
    """What is held of each jurisdiction in each of the three languages, and in which others."""
    totals = holdings.totals()
    held_of, without = _parted()
    rows = [
        {
            "jurisdiction": one,
            "laws": laws,
            "languages": [(language, totals.worths.get((one.code, language), [])) for language in TEXTS],
            "others": sorted(
                language for code, language in totals.worths if code == one.code and language not in TEXTS
            ),
        }
        for one, laws in held_of
    ]
    return {"totals": totals, "languages": TEXTS, "rows": rows, "without": without}


def _parted() -> tuple[list[tuple[Jurisdiction, int]], list[Jurisdiction]]:
    """Jurisdictions with the number of their laws, and those none of whose law is held."""
    everyone = holdings.laws_by_jurisdiction()
    return [(one, laws) for one, laws in everyone if laws], [one for one, laws in everyone if not laws]
