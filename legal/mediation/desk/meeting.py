"""The page of the console on which an officer proposes times, gives them free, and notes what was held."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from legal.matters.officers import OfficerSeat, officer_seat
from legal.mediation.actions import meeting
from legal.mediation.desk.forms import DeskTimeForm
from legal.mediation.forms import SessionForm
from legal.mediation.models import Session
from legal.mediation.seats import of_mediation
from legal.mediation.shown import Times, mediator_of
from legal.mediation.states import State
from portal.themed import page
from portal.workflow.errors import NotAllowedError

SESSIONS = "admin:mediation_dispute_sessions"


def sessions_page(request: HttpRequest, matter: str) -> HttpResponse:
    seat = officer_seat(request, matter, holding=request.method == "POST")
    held = of_mediation(seat.matter)
    form = DeskTimeForm(request.POST if request.method == "POST" else None, initial={"hours": 2})
    if form.is_valid():
        try:
            meeting.propose(held, by=seat.officer, **form.cleaned_data)
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, _("The time is proposed: both sides have to agree to it."))
            return redirect(SESSIONS, matter=matter)
    answered = page(
        request,
        "admin/mediation/sessions.html",
        _("Sessions of the mediation %(number)s") % {"number": held.number},
        matter=held,
        seat=seat,
        mediator=mediator_of(held),
        times=Times.of(held),
        form=form if seat.holds and held.state == State.SESSIONS else None,
    )
    answered.status_code = 422 if form.is_bound else 200
    return answered


def cancel_page(request: HttpRequest, matter: str) -> HttpResponse:
    return _acted(request, matter, meeting.cancel, _("The time is given free."))


def hold_page(request: HttpRequest, matter: str) -> HttpResponse:
    return _acted(request, matter, meeting.hold, _("It is noted that the session was held."))


def _acted(request: HttpRequest, matter: str, doing: Callable[..., None], done: str) -> HttpResponse:
    seat = officer_seat(request, matter, holding=True)
    if request.method == "POST":
        session = _meant(request, seat)
        try:
            doing(session, by=seat.officer)
        except NotAllowedError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, done)
    return redirect(SESSIONS, matter=matter)


def _meant(request: HttpRequest, seat: OfficerSeat) -> Session:
    form = SessionForm(request.POST)
    if not form.is_valid():
        raise Http404(_("There is no such session."))
    rows = seat.matter.mediation_sessions.select_related("matter")
    found: Session = get_object_or_404(rows, pk=form.cleaned_data["session"])
    return found
