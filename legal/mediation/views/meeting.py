"""The sessions, as either side has them: times are proposed, agreed to, given free, taken into a calendar."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from enterprises.views.answering import act
from legal.matters.views.drafting import refused
from legal.mediation.actions import meeting
from legal.mediation.calendar import STATUSES, as_calendar
from legal.mediation.forms import SessionForm, TimeForm
from legal.mediation.seats import Place, of_members, of_reached
from legal.mediation.shown import Times, mediator_of
from legal.mediation.states import State
from portal.accounts.acting import acting


@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request: HttpRequest, place: Place) -> HttpResponse:
    form = TimeForm(request.POST if request.method == "POST" else None, initial={"hours": 2})
    if form.is_valid():
        refusal = refused(lambda: meeting.propose(place.matter, by=acting(request), **form.cleaned_data))
        if refusal is None:
            messages.success(request, _("The time is proposed: the other side has to agree to it."))
            return redirect(place.address("sessions"))
        form.add_error(None, refusal.messages)
    times = Times.of(place.matter, place.side)
    context = {
        "place": place,
        "matter": place.matter,
        "mediator": mediator_of(place.matter),
        "times": times,
        "form": form if place.matter.state == State.SESSIONS else None,
        "calendar": place.address("calendar") if any(one.session.state in STATUSES for one in times) else "",
        "agree_at": place.address("agree-time"),
        "cancel_at": place.address("cancel-time"),
    }
    return render(request, "mediation/sessions.html", context, status=422 if form.is_bound else 200)


@require_POST
def agree(request: HttpRequest, place: Place) -> HttpResponse:
    return _acted(request, place, meeting.agree, _("You have agreed to the time."))


@require_POST
def cancel(request: HttpRequest, place: Place) -> HttpResponse:
    return _acted(request, place, meeting.cancel, _("The time is given free."))


@require_safe
def calendar(request: HttpRequest, place: Place) -> HttpResponse:
    found = list(place.matter.mediation_sessions.filter(state__in=STATUSES).select_related("matter"))
    if not found:
        raise Http404(_("No time of a session is agreed yet."))
    content = as_calendar(found, zone=timezone.get_current_timezone_name(), address=place.back)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{place.matter.number}.ics"'
    return response


def _acted(request: HttpRequest, place: Place, doing: Callable[..., object], done: str) -> HttpResponse:
    form, to = SessionForm(request.POST), place.address("sessions")
    if not form.is_valid():
        messages.error(request, _("There is no such session."))
        return redirect(to)
    rows = place.matter.mediation_sessions.select_related("matter")
    session = get_object_or_404(rows, pk=form.cleaned_data["session"])
    return act(request, lambda: doing(session, by=acting(request)), done, to=to)


sessions_as_member, sessions_as_participant = of_members(sessions), of_reached(sessions)
agree_as_member, agree_as_participant = of_members(agree), of_reached(agree)
cancel_as_member, cancel_as_participant = of_members(cancel), of_reached(cancel)
calendar_as_member, calendar_as_participant = of_members(calendar), of_reached(calendar)
