"""The page on which a decision is confirmed, with its reason, before it is made."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from legal.handling.actions.deciding import decide
from legal.handling.decisions import open_to
from legal.handling.forms.deciding import ReasonForm
from legal.matters.officers import FILE, officer_seat
from portal.themed import page
from portal.workflow.errors import NotAllowedError


def decide_page(request: HttpRequest, matter: str, move: str) -> HttpResponse:
    seat = officer_seat(request, matter, holding=True)
    there = next((one for one in open_to(seat) if one.move.name == move and not one.decision.page), None)
    if there is None:
        messages.error(request, _("This cannot be done with it as it stands now."))
        return redirect(FILE, matter=matter)
    form = ReasonForm(request.POST if request.method == "POST" else None, reasoned=there.move.reasoned)
    if form.is_valid():
        try:
            decide(seat.matter, move, by=seat.officer, **form.cleaned_data)
        except NotAllowedError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, str(there.move.done))
        return redirect(FILE, matter=matter)
    context = {"matter": seat.matter, "there": there, "form": form}
    response = page(request, "admin/handling/decide.html", str(there.move.label), **context)
    response.status_code = 422 if form.is_bound else 200
    return response
