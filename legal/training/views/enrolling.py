"""Enrolling in a session and withdrawing from it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from enterprises.access import private
from legal.training.actions import enrolling
from legal.training.finding import enrolment_named, own_enrolment, session_named
from legal.training.forms import EnrolForm
from legal.training.models import Enrolment, Session
from legal.training.states import EnrolmentState
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError


@private
@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: HttpRequest, slug: str, session: str) -> HttpResponse:
    shown, by = session_named(slug, session), acting(request)
    enrolment = own_enrolment(request, shown)
    form = EnrolForm(request.POST if request.method == "POST" else None, person=by, enrolment=enrolment)
    if form.is_valid():
        try:
            messages.success(request, _written(shown, enrolment, form, request))
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            return redirect(shown)
    context = {"session": shown, "enrolment": enrolment, "form": form}
    return render(request, "training/enrol.html", context, status=422 if form.is_bound else 200)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, slug: str, session: str) -> HttpResponse:
    enrolment = enrolment_named(request, slug, session)
    if request.method != "POST":
        return render(request, "training/withdraw.html", {"enrolment": enrolment, "session": enrolment.session})
    try:
        enrolling.withdraw(enrolment, by=acting(request))
    except NotAllowedError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("You have withdrawn."))
    return redirect("training:mine")


def _written(session: Session, enrolment: Enrolment | None, form: EnrolForm, request: HttpRequest) -> str:
    """Enrol, or correct what was said when enrolling; what is to be said of it."""
    by, given = acting(request), {"name": form.cleaned_data["name"], "enterprise": form.enterprise}
    if enrolment is not None and enrolment.is_live:
        enrolling.amend(enrolment, by=by, **given)
        return _("Your answers are saved.")
    made = enrolling.enrol(session, by=by, **given)
    if made.state == EnrolmentState.ENROLLED:
        return _("You are enrolled.")
    return _("You are on the waiting list. We write to you when you have a place.")
