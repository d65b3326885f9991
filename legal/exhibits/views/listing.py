"""The list of an enterprise: narrowed, printed, and as a spreadsheet."""

import io
from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from enterprises.access import membership, private
from legal.exhibits import spreadsheets
from legal.exhibits.actions.guarding import is_open
from legal.exhibits.finding import narrowed, shown
from legal.exhibits.forms.finding import FilterForm
from portal.files.media import XLSX

A_PAGE: Final = 25
# So many rows of a spreadsheet are in memory at a time.
AT_ONCE: Final = 500


@private
@require_safe
def exhibits(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key)
    form = FilterForm(request.GET)
    form.full_clean()
    asked = {name: value for name, value in form.cleaned_data.items() if value}
    rows = narrowed(me.enterprise, asked).with_file().with_translations()
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    return render(
        request,
        "exhibits/list.html",
        {
            "enterprise": me.enterprise,
            "may_edit": me.may_edit,
            "is_open": is_open(me.enterprise),
            "form": form,
            "asked": asked,
            "page": page,
            "shown_pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "query": query.urlencode(),
        },
    )


@private
@require_safe
def printed(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key)
    rows = shown(me.enterprise, "").order_by("number")
    context = {"enterprise": me.enterprise, "exhibits": rows, "today": timezone.localdate()}
    return render(request, "exhibits/print.html", context)


@private
@require_safe
def spreadsheet(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key)
    content = io.BytesIO()
    rows = shown(me.enterprise, "").select_related("translation_of", "made_in").order_by("number")
    spreadsheets.write(rows.iterator(AT_ONCE), content)
    named = {"Content-Disposition": f'attachment; filename="exhibits-{key}.xlsx"'}
    return HttpResponse(content.getvalue(), content_type=XLSX.mime, headers=named)
