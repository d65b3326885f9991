"""A confirmed settlement as a PDF: its text in each language it has, and who confirmed it when."""

from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from legal.laws.formats.characters import for_print
from legal.laws.formats.fonts import covered
from legal.laws.formats.typesetting import typeset
from legal.matters.printing import made_on, when
from legal.mediation.models import Settlement
from portal.languages import Language

TEMPLATE: Final = Path(__file__).with_name("settlement.typ")


def write(settlement: Settlement) -> bytes:
    """The settlement as a PDF; the same bytes each time, as long as the portal is the same."""
    return typeset(TEMPLATE, settlement=content(settlement))


def content(settlement: Settlement) -> dict[str, Any]:
    """What the template is given. It is data in there, whatever it says; characters no font has are replaced here."""
    known = covered()
    return {
        "number": settlement.matter.number,
        "sha256": settlement.sha256,
        "made": made_on(settlement.at),
        "parts": [_part(settlement, language, words, known) for language, words in settlement.written],
    }


def _part(settlement: Settlement, language: Language, words: str, known: frozenset[int]) -> dict[str, Any]:
    with translation.override(language.code):
        said: dict[str, Any] = {
            "site": str(settings.SITE_NAME),
            "zone": _("Kashgar Area, China (Xinjiang) Pilot Free Trade Zone"),
            "title": _("Settlement"),
            "matter": _("Mediation %(number)s") % {"number": settlement.matter.number},
            "sum": _("SHA-256 of the text that both sides confirmed"),
            "worth": _(
                "It is what both sides have agreed. It is no award and no judgment; an award by consent can be asked "
                "for upon it."
            ),
        }
        cleaned = {name: for_print(text, known) for name, text in said.items()}
        return cleaned | {
            "parties": [for_print(party, known) for party in _parties(settlement)],
            "text": [for_print(line, known) for line in words.splitlines()],
            "confirmed": [for_print(line, known) for line in _confirmed(settlement)],
            "lang": language.text,
            "han": language.text == "zh",
        }


def _parties(settlement: Settlement) -> list[str]:
    """The parties with their countries, as the language of the moment writes them."""
    named = pgettext("a party to a settlement", "%(party)s, %(country)s")
    parties = settlement.matter.parties.select_related("country").order_by("side", "position")
    return [named % {"party": party, "country": party.country} for party in parties]


def _confirmed(settlement: Settlement) -> list[str]:
    return [
        _("%(side)s: confirmed by %(person)s on %(time)s (Beijing time)")
        % {
            "side": one.get_side_display(),
            "person": one.by,
            "time": when(one.at),
        }
        for one in settlement.confirmations.select_related("by")
    ]
