"""The firm as its administrators see it, and what lawyers answer to it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from enterprises.views.answering import act
from legal.lawyers.access import HOME, private, with_firm, with_profile
from legal.lawyers.actions import firms
from legal.lawyers.facts.comparing import told
from legal.lawyers.facts.reading import facts_of
from legal.lawyers.models import Firm, Lawyer
from legal.lawyers.progress import course, next_step
from legal.lawyers.typed.beginning import FoundForm
from legal.lawyers.typed.claims import SearchForm
from legal.lawyers.typed.firms import AnswerForm, InviteForm, OfFirmForm, StepDownForm
from legal.lawyers.views.revising import places
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError


@private
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    by = acting(request)
    form = FoundForm(request.POST if request.method == "POST" else None, by=by)
    if form.is_valid():
        try:
            firm = firms.found(**form.values, by=by)
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            return redirect("practice:firm-edit", firm.slug, "firm")
    search = SearchForm(request.GET)
    unkept = search.found(Firm.objects.published().filter(sample=False).exclude(members__administrator=True))
    context = {"form": form, "search": search, "unkept": unkept}
    return render(request, "lawyers/own/enter.html", context, status=422 if form.is_bound else 200)


@with_firm
@require_safe
def home(request: HttpRequest, firm: Firm) -> HttpResponse:
    return _home(request, firm, InviteForm())


@with_firm
@require_POST
def invite(request: HttpRequest, firm: Firm) -> HttpResponse:
    form = InviteForm(request.POST)
    if form.is_valid():
        try:
            firms.invite(firm, lawyer=form.cleaned_data["lawyer"], by=acting(request))
        except NotAllowedError as refusal:
            form.add_error("lawyer", refusal.messages)
        else:
            messages.success(request, _("The lawyer is invited, and answers on the page of their profile."))
            return redirect("practice:firm", firm.slug)
    return _home(request, firm, form)


@with_firm
@require_POST
def withdraw(request: HttpRequest, firm: Firm) -> HttpResponse:
    chosen, by = _chosen(request, firm, "invitation"), acting(request)
    return act(request, lambda: firms.withdraw(chosen, by=by), _("The invitation is withdrawn."), to=_at(firm))


@with_firm
@require_POST
def remove(request: HttpRequest, firm: Firm) -> HttpResponse:
    chosen, by = _chosen(request, firm, "lawyer"), acting(request)
    return act(request, lambda: firms.remove(chosen, firm=firm, by=by), _("The lawyer is removed."), to=_at(firm))


@with_firm
@require_POST
def appoint(request: HttpRequest, firm: Firm) -> HttpResponse:
    chosen, by = _chosen(request, firm, "member"), acting(request)
    return act(request, lambda: firms.appoint(chosen, by=by), _("The firm has another administrator."), to=_at(firm))


@with_firm
@require_http_methods(["GET", "HEAD", "POST"])
def step_down(request: HttpRequest, firm: Firm) -> HttpResponse:
    by = acting(request)
    if request.method != "POST":
        others = firm.members.filter(administrator=True).exclude(user=by).exists()
        return render(request, "lawyers/own/step_down.html", {"firm": firm, "others": others})
    form = StepDownForm(request.POST)
    handing_back = form.is_valid() and form.cleaned_data["handing_back"]
    try:
        firms.step_down(firm, handing_back=handing_back, by=by)
    except NotAllowedError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect("practice:firm-step-down", firm.slug)
    messages.success(request, _("You speak for the firm no more."))
    return redirect(HOME)


@with_profile
@require_POST
def answer(request: HttpRequest, lawyer: Lawyer) -> HttpResponse:
    form = AnswerForm(request.POST, lawyer=lawyer)
    if not form.is_valid():
        raise Http404
    chosen, joins, by = form.cleaned_data["invitation"], form.cleaned_data["joins"], acting(request)
    done = _("You belong to the firm now.") if joins else _("The invitation is declined.")
    return act(request, lambda: firms.answer(chosen, joins=joins, by=by), done, to=reverse(HOME))


@with_profile
@require_POST
def leave(request: HttpRequest, lawyer: Lawyer) -> HttpResponse:
    by = acting(request)
    return act(request, lambda: firms.leave(lawyer, by=by), _("You have left the firm."), to=reverse(HOME))


def _home(request: HttpRequest, firm: Firm, form: InviteForm) -> HttpResponse:
    revision = firm.revisions.open().first()
    context = {
        "firm": firm,
        "revision": revision,
        "next": next_step(firm, revision),
        "groups": list(told("firm", revision.facts if revision else facts_of(firm))),
        "lawyers": firm.lawyers.select_related("jurisdiction"),
        "members": firm.members.select_related("user"),
        "invitations": firm.invitations.open().select_related("lawyer"),
        "course": course(firm, revision),
        "places": places(firm),
        "form": form,
    }
    return render(request, "lawyers/own/firm.html", context, status=422 if form.is_bound else 200)


def _chosen(request: HttpRequest, firm: Firm, name: str) -> Any:
    form = OfFirmForm(request.POST, firm=firm)
    if not form.is_valid() or form.cleaned_data[name] is None:
        raise Http404
    return form.cleaned_data[name]


def _at(firm: Firm) -> str:
    return reverse("practice:firm", args=[firm.slug])
