"""What a member does once it is answered: asks further, closes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from enterprises.access import private
from enterprises.policies import Right
from enterprises.views.answering import act
from legal.advice.actions import following
from legal.advice.forms import FurtherForm
from legal.advice.proceedings import CONSULTING, REVIEWS
from legal.advice.views.asking import of_kind
from legal.matters import access
from portal.accounts.acting import acting


@private
@require_http_methods(["GET", "HEAD", "POST"])
def further(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = of_kind(access.seat(request, key, matter, Right.EDIT), CONSULTING)
    held = found.matter
    if "ask-further" not in {move.name for move in held.moves}:
        return redirect(held)
    form = FurtherForm(request.POST if request.method == "POST" else None, initial={"language": get_language()})
    if form.is_valid():
        return act(
            request,
            lambda: following.ask_further(held, by=acting(request), **form.cleaned_data),
            _("The further question is with the staff lawyer."),
            to=held.get_absolute_url(),
        )
    context = {"matter": held, "seat": found, "form": form}
    return render(request, "advice/further.html", context, status=422 if form.is_bound else 200)


@private
@require_POST
def close(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    held = of_kind(access.seat(request, key, matter, Right.EDIT), CONSULTING, REVIEWS).matter
    return act(
        request,
        lambda: following.close(held, by=acting(request)),
        _("It is closed. Everything stays here to be read."),
        to=held.get_absolute_url(),
    )
