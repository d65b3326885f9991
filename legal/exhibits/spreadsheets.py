"""The list of exhibits as a spreadsheet, with headings to read: never a formula, whatever somebody called a paper."""

from collections.abc import Iterable
from typing import BinaryIO, Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from openpyxl import Workbook

from enterprises.spreadsheets import cell
from legal.exhibits.models import Exhibit

SHEET: Final = "exhibits"


def write(exhibits: Iterable[Exhibit], to: BinaryIO) -> None:
    """Write exhibits into a spreadsheet, a row each, in the reader's language; names stay in the owner's words."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.append(
        [
            pgettext("exhibit", "No."),
            pgettext("exhibit", "Name"),
            _("What it proves"),
            pgettext("exhibit", "Kind"),
            pgettext("exhibits", "Language"),
            _("Translation of No."),
            _("Date of the document"),
            pgettext("exhibit", "Pages"),
            pgettext("exhibit", "Original or copy"),
            _("Where it comes from"),
            _("Country it was made in"),
            _("Apostille or legalization"),
            "SHA-256",
        ]
    )
    for exhibit in exhibits:
        sheet.append([value if isinstance(value, int) else cell(value) for value in _row(exhibit)])
    book.save(to)


def _row(exhibit: Exhibit) -> list[object]:
    return [
        exhibit.number,
        exhibit.name,
        exhibit.purpose,
        exhibit.get_kind_display(),
        pgettext("between items of a list", ", ").join(exhibit.language_names),
        exhibit.translation_of.number if exhibit.translation_of else "",
        date_format(exhibit.dated) if exhibit.dated else "",
        exhibit.pages or "",
        exhibit.get_form_display(),
        exhibit.source,
        exhibit.made_in or "",
        exhibit.get_legalization_display(),
        exhibit.sha256,
    ]
