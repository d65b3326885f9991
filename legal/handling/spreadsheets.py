"""The statistics as a spreadsheet: never a formula, whatever a kind or a country is called."""

from collections.abc import Iterable
from typing import BinaryIO

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from openpyxl import Workbook

from enterprises.spreadsheets import cell
from legal.handling.statistics import Table


def write(tables: Iterable[Table], to: BinaryIO) -> None:
    """Write each table into a sheet of its own, with headings to read; numbers are numbers."""
    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.slug)
        sheet.append(
            [cell(table.heading), pgettext("matters", "Opened"), pgettext("matters", "Closed"), _("Median days")]
        )
        for line in table.lines:
            sheet.append([cell(line.label), line.opened, line.closed, line.days])
    book.save(to)
