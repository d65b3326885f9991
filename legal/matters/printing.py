"""A receipt as a PDF: three languages side by side, the files with their sums, a QR code of where it is verified."""

import io
import json
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import segno
import typst
from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from legal.laws.formats.characters import for_print
from legal.laws.formats.fonts import covered, fonts
from legal.matters.models import Submission
from portal.languages import DEFAULT, LANGUAGES, Language

TEMPLATE: Final = Path(__file__).with_name("receipt.typ")


def write(submission: Submission) -> bytes:
    """The receipt as a PDF; the same bytes each time, as long as the portal and its address are the same."""
    given = {"receipt": json.dumps(content(submission))}
    return typst.compile(TEMPLATE, font_paths=fonts(), format="pdf", sys_inputs=given)


def address(submission: Submission) -> str:
    """Where anybody verifies it, as it is printed; from there the other languages are one step away."""
    with translation.override(DEFAULT.code):
        return settings.SITE_URL + submission.get_absolute_url()


def content(submission: Submission) -> dict[str, Any]:
    """What the template is given. It is data in there, whatever it says; characters no font has are replaced here."""
    known, files, link = covered(), submission.files, address(submission)
    day = timezone.localdate(submission.at, ZoneInfo(settings.TIME_ZONE))
    code = io.BytesIO()
    # Medium: a quarter of a crumpled print may be lost.
    segno.make_qr(link, error="m").save(code, kind="svg", border=0, xmldecl=False, svgns=True)
    return {
        "number": submission.matter.number,
        "sha256": submission.sha256,
        "made": [day.year, day.month, day.day],
        "address": link,
        "code": code.getvalue().decode(),
        "files": [file | {"name": for_print(file["name"], known)} for file in files],
        "columns": [_column(submission, language, known) for language in LANGUAGES],
    }


def _column(submission: Submission, language: Language, known: frozenset[int]) -> dict[str, Any]:
    with translation.override(language.code):
        said: dict[str, Any] = {
            "title": _("Receipt of a submission"),
            "site": str(settings.SITE_NAME),
            "zone": _("Kashgar Area, China (Xinjiang) Pilot Free Trade Zone"),
            "sum": _("SHA-256 of the list of files (manifest.json)"),
            "name": _("Name of the file"),
            "size": _("Bytes"),
            "none": _("No files were submitted."),
        }
        cleaned = {name: for_print(words, known) for name, words in said.items()}
        facts = [[label, for_print(value, known)] for label, value in _facts(submission)]
        return cleaned | {
            "facts": facts,
            "said": [for_print(words, known) for words in _said(submission)],
            "lang": language.text,
            "han": language.text == "zh",
        }


def _facts(submission: Submission) -> list[tuple[str, str]]:
    matter, count = submission.matter, len(submission.files)
    at = date_format(timezone.localtime(submission.at, ZoneInfo(settings.TIME_ZONE)), "DATETIME_FORMAT")
    return [
        (_("Reference number"), matter.number),
        (_("Kind of proceeding"), str(matter.proceeding.label)),
        (_("Submitted for"), str(matter.enterprise)),
        (pgettext("of a matter", "Submitted"), _("%(time)s (Beijing time)") % {"time": at}),
        (
            _("What was submitted"),
            ngettext(
                "Submission %(position)s, with %(number)s file",
                "Submission %(position)s, with %(number)s files",
                count,
            )
            % {"position": submission.position, "number": count},
        ),
    ]


def _said(submission: Submission) -> list[str]:
    return [
        _("It says what was submitted and when. It does not say that the request is accepted."),
        _("Scan the code, or open the address, to see whether this receipt is genuine."),
        _(
            "Without the portal: the SHA-256 of manifest.json is the sum above, and that of each file stands "
            "in manifest.json."
        ),
        _of_stamp(submission),
    ]


def _of_stamp(submission: Submission) -> str:
    """Whether there is a time-stamp, by whom, or whether one may come yet."""
    stamp = submission.stamped
    if stamp:
        at = date_format(timezone.localtime(stamp.at, ZoneInfo(settings.TIME_ZONE)), "DATETIME_FORMAT")
        return _(
            "The list of files carries a time-stamp (RFC 3161) of %(time)s (Beijing time), by %(authority)s. It is the "
            "file timestamp.tsr."
        ) % {"time": at, "authority": stamp.authority}
    if settings.TSA_URL:
        return _(
            "When this receipt was made, no time-stamp of the authority (RFC 3161) had come. One that comes later is "
            "the file timestamp.tsr beside manifest.json."
        )
    return _("It carries no time-stamp of a time-stamping authority (RFC 3161).")
