"""The confirmed payments as a spreadsheet: never a formula, whatever a bank or a payer wrote."""

import datetime
from typing import BinaryIO, Final

from django.utils.translation import gettext as _
from openpyxl import Workbook

from enterprises.spreadsheets import cell
from legal.fees.models import Payment

SHEET: Final = "payments"


def write(to: BinaryIO, *, first: datetime.date | None = None, last: datetime.date | None = None) -> None:
    """Write what was confirmed as received from one day to another, in the order of its confirmation."""
    rows = Payment.objects.select_related("notice__matter", "notice__party", "confirmed_by").order_by(
        "confirmed_at", "pk"
    )
    if first:
        rows = rows.filter(received_on__gte=first)
    if last:
        rows = rows.filter(received_on__lte=last)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.append(
        [
            _("Received on"),
            _("Fee notice"),
            _("Matter"),
            _("To be paid by"),
            _("Amount"),
            _("Currency"),
            _("Reference of the bank"),
            _("Confirmed by"),
            _("Confirmed on"),
        ]
    )
    for payment in rows.iterator(chunk_size=500):
        sheet.append(_row(payment))
    book.save(to)


def _row(payment: Payment) -> list[object]:
    notice = payment.notice
    told = [notice.number, notice.matter.number, notice.payer]
    after = [notice.currency, payment.reference, payment.confirmed_by, payment.confirmed_at]
    return [payment.received_on, *map(cell, told), payment.amount, *map(cell, after)]
