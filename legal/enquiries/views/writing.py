"""A request is begun, and while it is a draft what it says is changed."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from enterprises.access import memberships_of, private
from enterprises.models import Enterprise
from enterprises.policies import Right
from enterprises.states import State as Registration
from enterprises.views.answering import act
from legal.enquiries.access import draft
from legal.enquiries.actions import asking
from legal.enquiries.eligible import laws_of
from legal.enquiries.forms import BeginForm, FactsForm, NamedPartyForm, PartyForm
from legal.lawyers.models import Lawyer
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError


@private
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    lawyer = get_object_or_404(Lawyer.objects.published().prefetch_related("admissions__jurisdiction"), slug=slug)
    enterprises, laws = _verified(request), laws_of(lawyer)
    form = BeginForm(request.POST if request.method == "POST" else None, enterprises=enterprises, laws=laws)
    if form.is_valid():
        try:
            enquiry = asking.begin(
                lawyer,
                enterprise=form.cleaned_data["enterprise"],
                jurisdiction=form.cleaned_data["law"],
                language=form.cleaned_data["language"],
                facts=form.cleaned_data["facts"],
                by=acting(request),
            )
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            return redirect("enquiries:parties", enquiry.key)
    context = {"lawyer": lawyer, "form": form, "enterprises": enterprises, "laws": laws}
    return render(request, "enquiries/begin.html", context, status=422 if form.is_bound else 200)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def facts(request: HttpRequest, enquiry: str) -> HttpResponse:
    held = draft(request, enquiry)
    sent = request.method == "POST"
    form = FactsForm(request.POST if sent else {"facts": held.facts})
    if sent and form.is_valid():
        try:
            asking.rewrite(held, by=acting(request), **form.cleaned_data)
        except NotAllowedError as refusal:
            form.add_error("facts", refusal.messages)
        else:
            return redirect(held)
    return render(request, "enquiries/facts.html", {"enquiry": held, "form": form}, status=422 if sent else 200)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def parties(request: HttpRequest, enquiry: str) -> HttpResponse:
    held = draft(request, enquiry)
    form = NamedPartyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            asking.add_party(held, by=acting(request), **form.cleaned_data)
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, _("The party is named."))
            return redirect("enquiries:parties", held.key)
    context = {"enquiry": held, "form": form, "parties": held.parties.select_related("country")}
    return render(request, "enquiries/parties.html", context, status=422 if form.is_bound else 200)


@private
@require_POST
def remove_party(request: HttpRequest, enquiry: str) -> HttpResponse:
    held = draft(request, enquiry)
    form = PartyForm(request.POST, parties=held.parties.select_related("enquiry"))
    if not form.is_valid():
        raise Http404
    return act(
        request,
        lambda: asking.remove_party(form.cleaned_data["party"], by=acting(request)),
        _("The party is taken out."),
        to=reverse("enquiries:parties", args=[held.key]),
    )


def _verified(request: HttpRequest) -> list[Enterprise]:
    """The enterprises for which whoever asks may send requests."""
    mine = [one.enterprise for one in memberships_of(request) if one.may(Right.EDIT)]
    return [enterprise for enterprise in mine if enterprise.state == Registration.VERIFIED]
