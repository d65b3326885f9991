"""The page of statistics, and its spreadsheet."""

import io
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from legal.handling import spreadsheets
from legal.handling.forms.span import SpanForm
from legal.handling.queue import kinds_for
from legal.handling.statistics import tables
from portal.accounts.acting import acting
from portal.files.media import XLSX
from portal.themed import page


def statistics_page(request: HttpRequest) -> HttpResponse:
    form, found = _asked(request)
    return page(
        request,
        "admin/handling/statistics.html",
        _("Statistics of matters"),
        form=form,
        tables=found,
        query=request.GET.urlencode() if form.is_valid() else "",
    )


def export_page(request: HttpRequest) -> FileResponse:
    _form, found = _asked(request)
    written = io.BytesIO()
    spreadsheets.write(found, written)
    written.seek(0)
    return FileResponse(written, as_attachment=True, filename="matters.xlsx", content_type=XLSX.mime)


def _asked(request: HttpRequest) -> tuple[SpanForm, Any]:
    form = SpanForm(request.GET)
    return form, tables(kinds_for(acting(request)), form.span)
