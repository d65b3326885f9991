"""The applicant describes the dispute; each side agrees to mediate, declines, leaves."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from enterprises.access import private
from legal.matters import access
from legal.matters.views.drafting import answer, refused, shown_beside
from legal.mediation import agreement
from legal.mediation.actions import describing
from legal.mediation.forms import AgreeForm, DisputeForm, ReasonForm, described
from legal.mediation.seats import Place, of_mediation, of_members, of_participants
from portal.accounts.acting import acting
from portal.workflow.models import Event

typed = require_http_methods(["GET", "HEAD", "POST"])


@private
@typed
def dispute(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = access.draft(request, key, matter)
    held = of_mediation(found.matter)
    form = DisputeForm(request.POST if request.method == "POST" else None, matter=held, saved=described(held))
    refusal = None
    if form.is_valid():
        by = acting(request)
        refusal = refused(lambda: describing.describe(held, facts=form.facts, version=form.seen, by=by))
        if refusal is None:
            if held.mediation_agreements.exists():
                return redirect(held)
            return redirect(reverse("mediation:agree", kwargs=held.place))
    meanwhile = shown_beside(form, refusal, held, described)
    return answer(request, found, "mediation/dispute.html", {"form": form, **meanwhile})


@typed
def agree(request: HttpRequest, place: Place) -> HttpResponse:
    language = get_language() or place.matter.language
    form = AgreeForm(request.POST if request.method == "POST" else None, initial={"version": agreement.VERSION})
    if form.is_valid():
        version, by = form.cleaned_data["version"], acting(request)
        refusal = refused(lambda: describing.agree(place.matter, version=version, language=language, by=by))
        if refusal is None:
            messages.success(request, _("You have agreed to mediate."))
            return redirect(place.back)
        form.add_error(None, refusal.messages)
    there = place.matter.mediation_agreements.filter(side=place.side).first()
    context = {"place": place, "matter": place.matter, "form": form, "sentences": agreement.SENTENCES, "there": there}
    return render(request, "mediation/agree.html", context, status=422 if form.is_bound else 200)


@typed
def decline(request: HttpRequest, place: Place) -> HttpResponse:
    return _stopped(request, place, "decline", describing.decline, _("You have declined to mediate."))


@typed
def leave(request: HttpRequest, place: Place) -> HttpResponse:
    return _stopped(request, place, "leave", describing.leave, _("You have left the mediation."))


def _stopped(request: HttpRequest, place: Place, name: str, doing: Callable[..., Event], done: str) -> HttpResponse:
    if name not in {move.name for move in place.matter.moves}:
        return redirect(place.back)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        refusal = refused(lambda: doing(place.matter, by=acting(request), **form.cleaned_data))
        if refusal is None:
            messages.success(request, done)
            return redirect(place.back)
        form.add_error(None, refusal.messages)
    context = {"place": place, "matter": place.matter, "form": form, "move": place.matter.table.transition(name)}
    return render(request, "mediation/stop.html", context, status=422 if form.is_bound else 200)


agree_as_member, agree_as_participant = of_members(agree), of_participants(agree)
decline_as_participant, leave_as_participant = of_participants(decline), of_participants(leave)
