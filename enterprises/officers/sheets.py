"""The pages of the console on which spreadsheets are asked for, brought and fetched."""

import io
from typing import Any, BinaryIO
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from enterprises import spreadsheets
from enterprises.actions import sheets
from enterprises.forms.sheets import ExportForm, SheetForm
from enterprises.models import Sheet
from portal.accounts.acting import acting
from portal.files.media import XLSX
from portal.files.refusals import RefusedError
from portal.themed import page
from portal.workflow.errors import NotAllowedError


def sheets_page(request: HttpRequest) -> HttpResponse:
    return _sheets(request, ExportForm(), SheetForm())


def export_page(request: HttpRequest) -> HttpResponse:
    form = ExportForm(request.POST)
    if request.method != "POST" or not form.is_valid():
        return _sheets(request, form if request.method == "POST" else ExportForm(), SheetForm())
    return _show(sheets.ask_export(form.narrowing(), language=get_language() or "", by=acting(request)))


def import_page(request: HttpRequest) -> HttpResponse:
    by = acting(request)
    if request.method != "POST":
        return _sheets(request, ExportForm(), SheetForm())
    form = SheetForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            return _show(sheets.bring(form.cleaned_data["file"], language=get_language() or "", by=by))
        except RefusedError as refusal:
            form.add_error("file", refusal)
    return _sheets(request, ExportForm(), form)


def sheet_page(request: HttpRequest, sheet: UUID) -> HttpResponse:
    shown = get_object_or_404(Sheet, pk=sheet, by=acting(request))
    response = page(request, "admin/enterprises/sheet.html", _("Spreadsheet"), sheet=shown)
    if shown.is_moving:
        response["Refresh"] = "2"
    return response


def apply_page(request: HttpRequest, sheet: UUID) -> HttpResponse:
    by = acting(request)
    shown = get_object_or_404(Sheet, pk=sheet, by=by)
    if request.method == "POST":
        try:
            sheets.apply(shown, by=by)
        except NotAllowedError as refusal:
            messages.error(request, " ".join(refusal.messages))
    return _show(shown)


def file_page(request: HttpRequest, sheet: UUID) -> FileResponse:
    ready = {"kind": Sheet.Kind.EXPORT, "state": Sheet.State.READY}
    shown = get_object_or_404(Sheet, pk=sheet, by=acting(request), **ready)
    return _file(shown.path.open("rb"), "enterprises.xlsx")


def template_page(request: HttpRequest) -> FileResponse:
    empty = io.BytesIO()
    spreadsheets.template(empty)
    empty.seek(0)
    return _file(empty, "template.xlsx")


def _file(content: BinaryIO, name: str) -> FileResponse:
    return FileResponse(content, as_attachment=True, filename=name, content_type=XLSX.mime)


def _show(sheet: Sheet) -> HttpResponse:
    return redirect(reverse("admin:enterprises_enterprise_sheet", args=[sheet.pk]))


def _sheets(request: HttpRequest, export: ExportForm, brought: SheetForm) -> HttpResponse:
    by = acting(request)
    context: dict[str, Any] = {
        "sheets": Sheet.objects.filter(by=by)[:20],
        "may_import": by.has_perm("enterprises.import_enterprise"),
        "export": export,
        "brought": brought,
    }
    return page(request, "admin/enterprises/sheets.html", _("Spreadsheets"), **context)
