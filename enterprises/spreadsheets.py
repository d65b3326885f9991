"""The columns of the spreadsheets, and the cells as they are written and read."""

import datetime
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from enterprises.models import Enterprise
from portal.languages import LANGUAGES

# Read by nobody else than the portal, so they are called alike in every language.
COLUMNS: Final = (
    "country",
    "number_scheme",
    "number",
    "register_name",
    "name_zh",
    "name_en",
    "name_ru",
    "legal_form",
    "industry",
    "in_zone",
    "representative",
    "address",
    "phone",
    "email",
    "website",
    "owner_email",
)
EXPORTED: Final = ("key", *COLUMNS[:-1], "state", "submitted", "verified")
MOST_ROWS: Final = 20_000
# What the library stumbles over in a workbook that is none, of its XML a SyntaxError; it has no error of its own.
UNREADABLE: Final = (
    InvalidFileException,
    zipfile.BadZipFile,
    SyntaxError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
# What XML cannot hold (XML 1.0, 2.2): openpyxl itself stops at control characters alone.
UNWRITABLE: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A cell that begins so would be a formula to the program that opens it.
FORMULA: Final = re.compile(r"^[=+\-@\t\r]")


def cell(value: object) -> str:
    """A value as the text of a cell: never a formula, and without what a spreadsheet cannot hold."""
    if isinstance(value, datetime.datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    text = UNWRITABLE.sub("", str(value or ""))
    return f"'{text}" if FORMULA.match(text) else text


def plain(value: object) -> str:
    """The text of a cell, without the mark that kept it from being a formula."""
    text = str(value if value is not None else "").strip()
    return text[1:] if text.startswith("'") and FORMULA.match(text[1:]) else text


def write(rows: Iterable[Enterprise], path: Path, *, told: Callable[[int], None]) -> None:
    """Write enterprises into a spreadsheet row by row, so that a long list takes no more memory than a short one."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("enterprises")
    sheet.append(list(EXPORTED))
    for number, enterprise in enumerate(rows, 1):
        sheet.append([cell(value) for value in _row(enterprise)])
        told(number)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def template(file: BinaryIO) -> None:
    """Write the columns of an import into an empty spreadsheet."""
    book = Workbook(write_only=True)
    book.create_sheet("enterprises").append(list(COLUMNS))
    book.save(file)


def read(file: BinaryIO) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a spreadsheet with their numbers, empty ones left out; a ValidationError where it is none of ours."""
    try:
        yield from _rows(file)
    except UNREADABLE as error:
        raise ValidationError(
            _("This is no spreadsheet in the format XLSX, or it is damaged."), code="unreadable"
        ) from error


def _rows(file: BinaryIO) -> Iterator[tuple[int, dict[str, str]]]:
    book = load_workbook(file, read_only=True, data_only=True)
    rows = book.worksheets[0].iter_rows(values_only=True, max_col=len(COLUMNS))
    if [plain(value) for value in next(rows, ())] != list(COLUMNS):
        raise ValidationError(_("The first row does not have the columns of the template."), code="columns")
    for number, row in enumerate(rows, 2):
        if number > MOST_ROWS + 1:
            raise ValidationError(
                _("There are more than %(most)s rows: divide the list."), code="rows", params={"most": MOST_ROWS}
            )
        values = dict(zip(COLUMNS, map(plain, row), strict=False))
        if any(values.values()):
            yield number, values


def _row(enterprise: Enterprise) -> list[object]:
    identifier = next(iter(enterprise.identifiers.all()), None)
    return [
        enterprise.key,
        enterprise.country.code,
        identifier.scheme if identifier else "",
        identifier.value if identifier else "",
        enterprise.register_name,
        *(enterprise.names().get(language.text, "") for language in LANGUAGES),
        enterprise.legal_form,
        enterprise.industry.slug if enterprise.industry else "",
        enterprise.in_zone,
        enterprise.representative,
        enterprise.address,
        enterprise.phone,
        enterprise.email,
        enterprise.website,
        enterprise.state,
        enterprise.submitted_at,
        enterprise.verified_at,
    ]
