"""The confirmed payments to take along."""

import io

from django.core.exceptions import BadRequest
from django.http import FileResponse, HttpRequest

from legal.fees import spreadsheets
from legal.fees.desk.forms import PeriodForm
from portal.files.media import XLSX


def export_page(request: HttpRequest) -> FileResponse:
    form = PeriodForm(request.GET)
    if not form.is_valid():
        raise BadRequest("This is no period.")
    content = io.BytesIO()
    spreadsheets.write(content, **form.cleaned_data)
    content.seek(0)
    return FileResponse(content, as_attachment=True, filename="payments.xlsx", content_type=XLSX.mime)
