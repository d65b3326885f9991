"""A certificate as a PDF: one page in three languages, with a QR code of the address where it is verified."""

import io
from pathlib import Path
from typing import Any, Final

import segno
from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from legal.laws.formats.characters import for_print
from legal.laws.formats.fonts import covered
from legal.laws.formats.typesetting import typeset
from legal.training.models import Certificate
from legal.training.models.session import ZONE
from portal.languages import DEFAULT, LANGUAGES, Language

TEMPLATE: Final = Path(__file__).with_name("certificate.typ")


def write(certificate: Certificate) -> bytes:
    """The certificate as a PDF; the same bytes each time, as long as the portal and its address are the same.

    It takes about a tenth of a second, which nobody has to wait for a worker for (docs/training.md).
    """
    return typeset(TEMPLATE, certificate=matter(certificate))


def address(certificate: Certificate) -> str:
    """Where anybody verifies it, as it is printed; from there the other languages are one step away."""
    with translation.override(DEFAULT.code):
        return settings.SITE_URL + reverse("training:certificate", args=[certificate.token])


def matter(certificate: Certificate) -> dict[str, Any]:
    """What the template is given. It is data in there, whatever it says; characters no font has are replaced here."""
    known, day = covered(), timezone.localdate(certificate.issued_at, ZONE)
    link = address(certificate)
    code = io.BytesIO()
    # Medium: a quarter of a crumpled print may be lost.
    segno.make_qr(link, error="m").save(code, kind="svg", border=0, xmldecl=False, svgns=True)
    return {
        "name": for_print(certificate.name, known),
        "number": certificate.number,
        "made": [day.year, day.month, day.day],
        "address": link,
        "code": code.getvalue().decode(),
        "columns": [_column(certificate, language, known) for language in LANGUAGES],
    }


def _column(certificate: Certificate, language: Language, known: frozenset[int]) -> dict[str, Any]:
    with translation.override(language.code):
        first, last = (date_format(day, "DATE_FORMAT") for day in (certificate.first_day, certificate.last_day))
        said = {
            "title": _("Certificate of attendance"),
            "site": str(settings.SITE_NAME),
            "zone": _("Kashgar Area, China (Xinjiang) Pilot Free Trade Zone"),
            "opening": _("This is to certify that the person named above attended the course"),
            "course": _in(certificate.course, language),
            "with": _("held with %(university)s") % {"university": _in(certificate.university, language)},
            "days": _("on %(day)s") % {"day": first}
            if first == last
            else _("from %(first)s to %(last)s") % {"first": first, "last": last},
            "issued": _("Issued on %(day)s") % {"day": date_format(timezone.localdate(certificate.issued_at, ZONE))},
            "number": _("No. %(number)s") % {"number": certificate.number},
            "worth": _("It certifies attendance; it is no degree and no licence to practise."),
            "verify": _("Scan the code, or open the address, to see whether this certificate is valid."),
            "sample": _("Sample: no real certificate") if certificate.sample else "",
        }
    cleaned = {name: for_print(words, known) for name, words in said.items()}
    return cleaned | {"lang": language.text, "han": language.text == "zh"}


def _in(names: dict[str, str], language: Language) -> str:
    """A name in a language, else in whichever there is."""
    return names.get(language.text) or next(filter(None, names.values()), "")
