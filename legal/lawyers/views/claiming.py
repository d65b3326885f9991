"""Claims to profiles and firms that nobody keeps."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from enterprises.views.answering import act
from legal.lawyers.access import HOME, private
from legal.lawyers.actions import claiming
from legal.lawyers.models import Firm, Lawyer
from legal.lawyers.typed.claims import ClaimForm, OwnClaimForm
from portal.accounts.acting import acting
from portal.files.refusals import RefusedError
from portal.workflow.errors import NotAllowedError


@private
@require_http_methods(["GET", "HEAD", "POST"])
def claim_lawyer(request: HttpRequest, slug: str) -> HttpResponse:
    return _claim(request, Lawyer.objects.published().filter(slug=slug).first())


@private
@require_http_methods(["GET", "HEAD", "POST"])
def claim_firm(request: HttpRequest, slug: str) -> HttpResponse:
    return _claim(request, Firm.objects.published().filter(slug=slug).first())


@private
@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    by = acting(request)
    form = OwnClaimForm(request.POST, by=by)
    if not form.is_valid():
        raise Http404
    made = form.cleaned_data["claim"]
    return act(request, lambda: claiming.withdraw(made, by=by), _("The claim is withdrawn."), to=reverse(HOME))


def _claim(request: HttpRequest, subject: Lawyer | Firm | None) -> HttpResponse:
    # Who keeps a profile is nobody's affair: one that is kept looks like one there is not.
    if subject is None or not claiming.is_free(subject):
        raise Http404
    by = acting(request)
    form = ClaimForm(*((request.POST, request.FILES) if request.method == "POST" else ()), by=by)
    if form.is_valid():
        try:
            claiming.claim(subject, **form.cleaned_data, by=by)
        except (NotAllowedError, RefusedError) as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, _("Your claim is made. You hear as soon as a moderator has decided."))
            return redirect(HOME)
    context = {"form": form, "subject": subject}
    return render(request, "lawyers/own/claim.html", context, status=422 if form.is_bound else 200)
