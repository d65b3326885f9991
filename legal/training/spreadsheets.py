"""The list of a session as a spreadsheet: never a formula, whatever somebody called themselves."""

from typing import BinaryIO, Final

from django.utils.translation import gettext as _
from openpyxl import Workbook

from enterprises.spreadsheets import cell
from legal.training.models import Enrolment, Session

SHEET: Final = "people"


def write(session: Session, to: BinaryIO) -> None:
    """Write who has a place in a session and who waits, in the order in which they asked, with headings to read."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.append([_("Name as on the certificate"), _("E-mail address"), _("Enterprise"), _("State"), _("Enrolled on")])
    for enrolment in session.enrolments.live().in_order().iterator():
        sheet.append([cell(value) for value in _row(enrolment)])
    book.save(to)


def _row(enrolment: Enrolment) -> list[object]:
    return [
        enrolment.name,
        enrolment.person.email,
        enrolment.enterprise or "",
        enrolment.get_state_display(),
        enrolment.asked_at,
    ]
