"""The receipt of a handing over as a PDF: three languages side by side, the materials, and room for two signatures."""

import datetime
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.http import HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from legal.appraisal.kinds import MaterialKind
from legal.appraisal.models import Handover
from legal.laws.formats.characters import for_print
from legal.laws.formats.fonts import covered
from legal.laws.formats.typesetting import typeset
from legal.matters.printing import made_on, when
from portal.languages import LANGUAGES, Language

TEMPLATE: Final = Path(__file__).with_name("receipt.typ")


def answer(handover: Handover) -> HttpResponse:
    """The receipt, to be taken away."""
    response = HttpResponse(write(handover), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="receipt-{handover}.pdf"'
    return response


def write(handover: Handover) -> bytes:
    """The receipt as a PDF."""
    return typeset(TEMPLATE, receipt=content(handover))


def content(handover: Handover) -> dict[str, Any]:
    """What the template is given. It is data in there, whatever it says; characters no font has are replaced here."""
    known = covered()
    lines = [
        {
            "place": str(line["position"]),
            "name": for_print(line["name"], known),
            "kind": [for_print(_kind(line["kind"], language), known) for language in LANGUAGES],
            "quantity": str(line["quantity"]),
            "condition": for_print(line["condition"], known),
        }
        for line in handover.lines
    ]
    columns = [_column(handover, language, known) for language in LANGUAGES]
    return {"number": str(handover), "made": made_on(handover.at), "lines": lines, "columns": columns}


def _kind(value: str, language: Language) -> str:
    with translation.override(language.code):
        return str(MaterialKind(value).label)


def _column(handover: Handover, language: Language, known: frozenset[int]) -> dict[str, Any]:
    with translation.override(language.code):
        said: dict[str, str] = {
            "title": _("Receipt of materials for a judicial appraisal"),
            "site": str(settings.SITE_NAME),
            "zone": _("Kashgar Area, China (Xinjiang) Pilot Free Trade Zone"),
            "name": pgettext("material of an appraisal", "Name"),
            "quantity": _("Quantity"),
            "condition": _("Condition"),
            "gave": _("Signature or seal of who gave"),
            "took": _("Signature or seal of who took"),
            "confirmed": _confirmed(handover),
        }
        cleaned = {name: for_print(words, known) for name, words in said.items()}
        facts = [[label, for_print(value, known)] for label, value in _facts(handover)]
        return cleaned | {"facts": facts, "lang": language.text, "han": language.text == "zh"}


def _facts(handover: Handover) -> list[tuple[str, str]]:
    return [
        (_("Number of the receipt"), str(handover)),
        (_("Who gave"), handover.given_by),
        (_("Who took"), handover.taken_by),
        (_("For which institution"), handover.institution),
        (_("When"), _time(handover.at)),
    ]


def _confirmed(handover: Handover) -> str:
    if handover.confirmed_at is None:
        return _("Recorded in the portal by who took; not confirmed there by who gave. Both sign below.")
    told = _("Recorded in the portal by who took, and confirmed there for who gave: %(time)s.")
    return told % {"time": _time(handover.confirmed_at)}


def _time(at: datetime.datetime) -> str:
    return _("%(time)s (Beijing time)") % {"time": when(at)}
