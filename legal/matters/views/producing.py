"""Exhibits of the enterprise are picked into a matter."""

from typing import Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from enterprises.access import private
from enterprises.views.answering import act
from legal.exhibits.models import Exhibit
from legal.matters import access
from legal.matters.actions import producing
from legal.matters.forms.producing import ProduceForm
from legal.matters.forms.versions import VersionForm
from legal.matters.kinds import Side
from legal.matters.views.drafting import answer, refused
from portal.accounts.acting import acting

# Of those that can be picked; of those that are produced a matter has no more than `producing.MOST_PRODUCED`.
A_PAGE: Final = 50


@private
@require_http_methods(["GET", "HEAD", "POST"])
def exhibits(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = access.draft(request, key, matter)
    held = found.matter
    left = Exhibit.objects.of(held.enterprise).listed().exclude(produced__matter=held).order_by("number")
    page = Paginator(left, A_PAGE).get_page(request.GET.get("page"))
    form = ProduceForm(request.POST if request.method == "POST" else None, matter=held, exhibits=list(page))
    if form.is_valid():
        refusal = refused(lambda: producing.produce(held, by=acting(request), **form.cleaned_data))
        if refusal is None:
            messages.success(request, _("The exhibits are produced in this matter."))
            return redirect(reverse("matters:exhibits", kwargs=held.place))
        form.add_error(None, refusal.messages)
    produced = held.produced.shown_to(Side.APPLICANT).with_exhibits()
    context = {
        "form": form,
        "produced": produced,
        "left": page.object_list,
        "page": page,
        "shown_pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
    }
    return answer(request, found, "matters/exhibits.html", context)


@private
@require_POST
def take_out(request: HttpRequest, key: str, matter: str, position: int) -> HttpResponse:
    found = access.draft(request, key, matter)
    there = get_object_or_404(found.matter.produced.select_related("matter"), number=position)
    form = VersionForm(request.POST)
    if not form.is_valid():
        raise Http404
    return act(
        request,
        lambda: producing.take_out(there, by=acting(request), **form.cleaned_data),
        _("The exhibit is taken out of this matter."),
        to=reverse("matters:exhibits", kwargs=found.matter.place),
    )
