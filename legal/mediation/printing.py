"""A confirmed settlement as a PDF: its text in each language it has, and who confirmed it when."""

import json
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import typst
from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from legal.laws.formats.characters import for_print
from legal.laws.formats.fonts import covered, fonts
from legal.mediation.models import Settlement
from portal.languages import Language

TEMPLATE: Final = Path(__file__).with_name("settlement.typ")


def write(settlement: Settlement) -> bytes:
    """The settlement as a PDF; the same bytes each time, as long as the portal is the same."""
    given = {"settlement": json.dumps(content(settlement))}
    return typst.compile(TEMPLATE, font_paths=fonts(), format="pdf", sys_inputs=given)


def content(settlement: Settlement) -> dict[str, Any]:
    """What the template is given. It is data in there, whatever it says; characters no font has are replaced here."""
    known, day = covered(), timezone.localtime(settlement.at, ZoneInfo(settings.TIME_ZONE))
    return {
        "number": settlement.matter.number,
        "sha256": settlement.sha256,
        "made": [day.year, day.month, day.day],
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
            "time": date_format(timezone.localtime(one.at, ZoneInfo(settings.TIME_ZONE)), "DATETIME_FORMAT"),
        }
        for one in settlement.confirmations.select_related("by")
    ]
