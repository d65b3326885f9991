"""A request is begun: from the page of the service, an article, a case, the check of a clause."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from enterprises.access import memberships_of, private
from enterprises.models import Enterprise
from enterprises.policies import Right
from enterprises.states import State as Registration
from legal.arbitration.access import KIND
from legal.arbitration.actions import parts as writing
from legal.arbitration.forms import FileForm
from legal.arbitration.forms.beginning import named_at
from legal.matters.actions import drafting
from legal.matters.forms.party import AbroadForm
from legal.matters.kinds import BY_SLUG
from legal.matters.models import Matter
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError


@private
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    enterprises, address = _mine(request), request.GET.get("with", "")
    named = named_at(address)
    saved = {"language": get_language(), "relied": address if named else ""}
    form = FileForm(request.POST if request.method == "POST" else None, enterprises=enterprises, saved=saved)
    if enterprises and form.is_valid():
        try:
            matter = drafting.begin(KIND, enterprise=form.cleaned_data["enterprise"], by=acting(request), **form.facts)
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            if form.named is not None:
                writing.rely(matter, named=form.named, by=acting(request))
            return redirect(_next(matter, AbroadForm(request.GET).code))
    shown = {
        "form": form,
        "enterprises": enterprises,
        "relied": _called(named),
        "offered": BY_SLUG[KIND].offered,
    }
    return render(request, "arbitration/filing/begin.html", shown, status=422 if form.is_bound else 200)


def _next(matter: Matter, country: str) -> str:
    """Where one goes on: to the other side, where its country is known already, else to the first step."""
    if country:
        return reverse("matters:parties", kwargs=matter.place) + f"?{urlencode({'country': country})}"
    return reverse("arbitration:agreements", kwargs=matter.place)


def _mine(request: HttpRequest) -> list[Enterprise]:
    """The enterprises for which whoever asks may file."""
    mine = [one.enterprise for one in memberships_of(request) if one.may(Right.EDIT)]
    return [enterprise for enterprise in mine if enterprise.state == Registration.VERIFIED]


def _called(named: dict[str, Any] | None) -> str:
    """What is relied on from the beginning, in one line."""
    if named is None:
        return ""
    return str(named.get("case") or named.get("law"))
