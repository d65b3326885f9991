"""Times: chosen out of the free hours, confirmed, cancelled, taken into a calendar."""

from collections.abc import Mapping
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from enterprises.access import private
from enterprises.views.answering import act
from legal.enquiries.access import Seat, seat
from legal.enquiries.actions import booking
from legal.enquiries.calendar import STATUSES, as_calendar
from legal.enquiries.forms import MoveForm, TimeForm
from legal.enquiries.models import Appointment
from legal.enquiries.slots import free_slots
from legal.enquiries.states import State
from portal.accounts.acting import acting
from portal.accounts.time_zones import name as zone_name
from portal.workflow.errors import NotAllowedError

ANSWERS: Final[Mapping[str, Any]] = {
    "confirm": (booking.confirm, gettext_lazy("The consultation is booked.")),
    "cancel": (booking.cancel, gettext_lazy("The time is free again.")),
}


@private
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, enquiry: str) -> HttpResponse:
    found = _accepted(request, enquiry)
    held = _holding(found)
    free = free_slots(found.enquiry.lawyer, now=timezone.now(), but=held)
    form = TimeForm(request.POST if request.method == "POST" else None, free=free)
    if form.is_valid():
        try:
            _propose(found, held, form.cleaned_data["starts"], request)
        except NotAllowedError as refusal:
            form.add_error("starts", refusal.messages)
        else:
            return redirect(found.enquiry)
    own = acting(request).time_zone
    zones = [own, found.enquiry.lawyer.time_zone, found.enquiry.asked_by.time_zone]
    context = {
        "enquiry": found.enquiry,
        "as_lawyer": found.as_lawyer,
        "form": form,
        "free": [(begin.isoformat(), begin) for begin in free],
        "zones": [(zone, zone_name(zone)) for zone in dict.fromkeys(zones)],
    }
    return render(request, "enquiries/times.html", context, status=422 if form.is_bound else 200)


@private
@require_POST
def answer(request: HttpRequest, enquiry: str) -> HttpResponse:
    found = _accepted(request, enquiry)
    held = _holding(found)
    form = MoveForm(request.POST, moves=ANSWERS)
    if held is None or not form.is_valid():
        raise Http404
    doing, done = ANSWERS[form.cleaned_data["move"]]
    return act(request, lambda: doing(held, by=acting(request)), str(done), to=found.enquiry.get_absolute_url())


@private
@require_safe
def calendar(request: HttpRequest, enquiry: str) -> HttpResponse:
    found = seat(request, enquiry)
    appointment = found.enquiry.appointments.select_related("enquiry", "lawyer").first()
    if appointment is None or appointment.state not in STATUSES or not found.sees_facts:
        raise Http404(_("There is no booked time."))
    zone = acting(request).time_zone
    file = as_calendar(
        appointment,
        zone=zone,
        zones=(appointment.lawyer.time_zone, found.enquiry.asked_by.time_zone),
        as_lawyer=found.as_lawyer,
    )
    name = f'attachment; filename="consultation-{found.enquiry.key}.ics"'
    return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers={"Content-Disposition": name})


def _accepted(request: HttpRequest, key: str) -> Seat:
    found = seat(request, key, to_act=True)
    if found.enquiry.state != State.ACCEPTED or not found.enquiry.is_agreed:
        raise Http404(_("Times are agreed once the lawyer has accepted the request."))
    return found


def _holding(found: Seat) -> Appointment | None:
    held: Appointment | None = found.enquiry.appointments.holding().select_related("enquiry").first()
    return held


def _propose(found: Seat, held: Appointment | None, starts: Any, request: HttpRequest) -> None:
    if held is None:
        booking.propose(found.enquiry, starts=starts, by=acting(request))
    else:
        booking.move(held, starts=starts, by=acting(request))
