"""A letter of a staff lawyer as a PDF, in the one language it was written in."""

from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from legal.advice.models import Letter
from legal.advice.wording import NO_REPRESENTATION
from legal.laws.formats.characters import for_print
from legal.laws.formats.fonts import covered
from legal.laws.formats.typesetting import typeset
from portal.languages import BY_CODE

TEMPLATE: Final = Path(__file__).with_name("letter.typ")


def write(letter: Letter) -> bytes:
    """The letter as a PDF; the same bytes each time, as long as the portal is the same."""
    return typeset(TEMPLATE, letter=content(letter))


def content(letter: Letter) -> dict[str, Any]:
    """What the template is given. It is data in there, whatever it says; characters no font has are replaced here."""
    known, at = covered(), timezone.localtime(letter.at, ZoneInfo(settings.TIME_ZONE))
    with translation.override(letter.language):
        said: dict[str, Any] = {
            "site": str(settings.SITE_NAME),
            "zone": _("Kashgar Area, China (Xinjiang) Pilot Free Trade Zone"),
            "title": _title(letter),
            "matter": letter.matter.title,
            "said": str(NO_REPRESENTATION),
            "proposed": _("Proposed wording"),
            "number": letter.matter.number,
        }
        facts = [
            (_("Reference number"), letter.matter.number),
            (pgettext("on a letter", "For"), str(letter.matter.enterprise)),
            (pgettext("on a letter", "Date"), date_format(at, "DATE_FORMAT")),
            (_("Signed by"), str(letter.signed_by)),
        ]
        return {name: for_print(words, known) for name, words in said.items()} | {
            "facts": [[label, for_print(value, known)] for label, value in facts],
            "body": [for_print(line, known) for line in letter.body.splitlines()],
            "remarks": [
                {
                    "clause": for_print(remark.clause, known),
                    "severity": str(remark.get_severity_display()),
                    "body": [for_print(line, known) for line in remark.body.splitlines()],
                    "proposal": [for_print(line, known) for line in remark.proposal.splitlines()],
                }
                for remark in letter.matter.remarks.all()
            ],
            "made": [at.year, at.month, at.day],
            "lang": BY_CODE[letter.language].text,
            "han": BY_CODE[letter.language].text == "zh",
        }


def _title(letter: Letter) -> str:
    if letter.matter.remarks.exists():
        return _("Remarks on a contract")
    return _("Answer to a question of law")
