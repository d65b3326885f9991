"""A letter as a PDF."""

import datetime
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from legal.laws.formats.characters import for_print
from legal.laws.formats.fonts import covered
from legal.laws.formats.typesetting import typeset
from legal.matters.models import Matter
from portal.languages import DEFAULT, Language

TEMPLATE: Final = Path(__file__).with_name("letter.typ")


def write(matter: Matter, text: str, language: Language, *, on: datetime.date) -> bytes:
    """A letter about a matter as a PDF; the same bytes each time for the same text and day."""
    return typeset(TEMPLATE, letter=content(matter, text, language, on=on))


def content(matter: Matter, text: str, language: Language, *, on: datetime.date) -> dict[str, Any]:
    """What the template is given; characters no font has are replaced here."""
    known = covered()
    with translation.override(language.code):
        said = {
            "title": _("Letter about matter %(number)s") % {"number": matter.number},
            "site": str(settings.SITE_NAME),
            "zone": _("Kashgar Area, China (Xinjiang) Pilot Free Trade Zone"),
        }
    cleaned = {name: for_print(words, known) for name, words in said.items()}
    # A CR comes with what a browser sends.
    paragraphs = [block.split("\n") for block in text.replace("\r\n", "\n").strip().split("\n\n")]
    return cleaned | {
        "number": matter.number,
        "made": [on.year, on.month, on.day],
        "lang": language.text,
        "han": language == DEFAULT,
        "paragraphs": [[for_print(line, known) for line in block] for block in paragraphs],
    }
