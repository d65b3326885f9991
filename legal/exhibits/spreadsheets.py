"""The list of exhibits as a spreadsheet, with headings to read: never a formula, whatever somebody called a paper."""

from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO, Final

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
    called = {field: _called(field) for field in ("kind", "form", "legalization")}
    for exhibit in exhibits:
        sheet.append([value if isinstance(value, int) else cell(value) for value in _row(exhibit, called)])
    book.save(to)


def _called(field: str) -> dict[str, str]:
    """What each choice of a field is called: once, since `get_…_display` goes through all choices for each row anew."""
    flat: Any = Exhibit._meta.get_field(field)
    return {value: str(label) for value, label in flat.flatchoices}


def _row(exhibit: Exhibit, called: Mapping[str, Mapping[str, str]]) -> list[object]:
    return [
        exhibit.number,
        exhibit.name,
        exhibit.purpose,
        called["kind"].get(exhibit.kind, exhibit.kind),
        pgettext("between items of a list", ", ").join(exhibit.language_names),
        exhibit.translation_of.number if exhibit.translation_of else "",
        date_format(exhibit.dated) if exhibit.dated else "",
        exhibit.pages or "",
        called["form"].get(exhibit.form, exhibit.form),
        exhibit.source,
        exhibit.made_in or "",
        called["legalization"].get(exhibit.legalization, exhibit.legalization),
        exhibit.sha256,
    ]
