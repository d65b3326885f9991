"""The page of the console on which it is decided whether somebody becomes a party."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from legal.arbitration.actions import joining
from legal.arbitration.forms import DecideJoinderForm
from legal.arbitration.models import Joinder
from legal.matters.officers import FILE, officer_seat
from portal.themed import page
from portal.workflow.errors import NotAllowedError


@require_http_methods(["GET", "HEAD", "POST"])
def decide_page(request: HttpRequest, matter: str, position: int) -> HttpResponse:
    seat = officer_seat(request, matter, holding=request.method == "POST")
    rows = Joinder.objects.filter(matter=seat.matter).select_related("country", "matter", "asked_by", "decided_by")
    joinder = get_object_or_404(rows, position=position)
    form = DecideJoinderForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            joining.decide(joinder, by=seat.officer, **form.decided)
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, _("It is decided, and all sides are told."))
            return redirect(FILE, matter=matter)
    may_decide = seat.holds and joinder.is_open and seat.matter.state in joining.JOINING
    title = _("Whether %(party)s becomes a party") % {"party": joinder.name}
    shown = {"matter": seat.matter, "joinder": joinder, "form": form, "may_decide": may_decide}
    response = page(request, "admin/arbitration/joinder.html", title, **shown)
    response.status_code = 422 if form.is_bound else 200
    return response
