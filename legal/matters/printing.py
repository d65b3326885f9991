"""A receipt as a PDF: three languages side by side, the files with their sums, a QR code of where it is verified."""

import datetime
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import segno
from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from legal.laws.formats.characters import for_print
from legal.laws.formats.fonts import covered
from legal.laws.formats.typesetting import typeset
from legal.matters.models import Submission
from legal.matters.models.frozen import Frozen
from portal.languages import DEFAULT, LANGUAGES, Language

TEMPLATE: Final = Path(__file__).with_name("receipt.typ")


def write(submission: Submission) -> bytes:
    """The receipt as a PDF; the same bytes each time, as long as the portal and its address are the same."""
    return typeset(TEMPLATE, receipt=content(submission))


def content(submission: Submission) -> dict[str, Any]:
    """What the template is given."""

    def column(language: Language) -> dict[str, Any]:
        facts, none = _facts(submission), _("No files were submitted.")
        return of_receipt(language, _("Receipt of a submission"), facts, _said(submission), none=none)

    address = verified_at(submission.get_absolute_url)
    return drawn(submission, number=submission.matter.number, at=submission.at, address=address, column=column)


def verified_at(place: Callable[[], str]) -> str:
    """Where anybody verifies it, as it is printed; from there the other languages are one step away."""
    with translation.override(DEFAULT.code):
        return settings.SITE_URL + place()


def drawn(
    frozen: Frozen, *, number: str, at: datetime.datetime, address: str, column: Callable[[Language], dict[str, Any]]
) -> dict[str, Any]:
    """What the template of a receipt is given: the files, the address as words and as a code, a column a language.

    It is data in there, whatever it says; characters no font has are replaced here.
    """
    code = io.BytesIO()
    # Medium: a quarter of a crumpled print may be lost.
    segno.make_qr(address, error="m").save(code, kind="svg", border=0, xmldecl=False, svgns=True)
    return {
        "number": number,
        "sha256": frozen.sha256,
        "made": made_on(at),
        "address": address,
        "code": code.getvalue().decode(),
        "files": [file | {"name": for_print(file["name"], covered())} for file in frozen.files],
        "columns": in_each(column),
    }


def in_each(column: Callable[[Language], dict[str, Any]]) -> list[dict[str, Any]]:
    """The columns of a paper, each worded while its language is in force."""
    columns = []
    for language in LANGUAGES:
        with translation.override(language.code):
            columns.append(column(language))
    return columns


def made_on(at: datetime.datetime) -> list[int]:
    """The day of a paper in Beijing: year, month, day."""
    day = timezone.localdate(at, ZoneInfo(settings.TIME_ZONE))
    return [day.year, day.month, day.day]


def when(at: datetime.datetime | None) -> str:
    """A moment in Beijing time, as the language in force writes it."""
    return date_format(timezone.localtime(at, ZoneInfo(settings.TIME_ZONE)), "DATETIME_FORMAT")


def of_receipt(
    language: Language, title: str, facts: list[tuple[str, str]], said: list[str], *, none: str
) -> dict[str, Any]:
    """The column of a receipt, in the language in force; `none` stands where there are no files."""
    return column_of(language, title, facts, said) | {
        "sum": _("SHA-256 of the list of files (manifest.json)"),
        "name": _("Name of the file"),
        "size": _("Bytes"),
        "none": none,
    }


def column_of(language: Language, title: str, facts: list[tuple[str, str]], said: list[str]) -> dict[str, Any]:
    """What stands in a column of every paper, in the language in force."""
    known = covered()
    return {
        "title": for_print(title, known),
        "site": for_print(str(settings.SITE_NAME), known),
        "zone": for_print(_("Kashgar Area, China (Xinjiang) Pilot Free Trade Zone"), known),
        "facts": [[label, for_print(value, known)] for label, value in facts],
        "said": [for_print(words, known) for words in said],
        "lang": language.text,
        "han": language.text == "zh",
    }


def _facts(submission: Submission) -> list[tuple[str, str]]:
    matter, count = submission.matter, len(submission.files)
    at = when(submission.at)
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
        return _(
            "The list of files carries a time-stamp (RFC 3161) of %(time)s (Beijing time), by %(authority)s. It is the "
            "file timestamp.tsr."
        ) % {"time": when(stamp.at), "authority": stamp.authority}
    if settings.TSA_URL:
        return _(
            "When this receipt was made, no time-stamp of the authority (RFC 3161) had come. One that comes later is "
            "the file timestamp.tsr beside manifest.json."
        )
    return _("It carries no time-stamp of a time-stamping authority (RFC 3161).")
