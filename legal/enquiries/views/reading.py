"""The page of a request, from either side, and what is done there."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from django_stubs_ext import StrPromise

from enterprises.access import private
from enterprises.views.answering import act
from legal.enquiries.access import Seat, seat
from legal.enquiries.actions import answering, asking, sending, writing
from legal.enquiries.forms import MessageForm, MoveForm
from legal.enquiries.models import Enquiry
from legal.enquiries.names import Verdict
from legal.enquiries.slots import free_slots
from legal.enquiries.states import WITH_THE_LAWYER, State
from portal.accounts.acting import acting
from portal.accounts.time_zones import name as zone_name
from portal.privacy import asking as consents
from portal.privacy.actions import has_consent
from portal.privacy.models import Purpose
from portal.workflow.errors import NotAllowedError

Doing = tuple[Callable[..., Any], StrPromise]
OF_MEMBERS: Final[Mapping[str, Doing]] = {
    "pass-check": (sending.send, gettext_lazy("The check has been made.")),
    "pass-on": (sending.pass_on, gettext_lazy("The names were sent to the lawyer.")),
    "withdraw": (sending.withdraw, gettext_lazy("The request is withdrawn.")),
    "close": (answering.close, gettext_lazy("The request is closed.")),
}
OF_LAWYERS: Final[Mapping[str, Doing]] = {
    "clear": (answering.clear, gettext_lazy("Your answer is noted.")),
    "conflict": (answering.refuse_for_conflict, gettext_lazy("Your answer is noted.")),
    "accept": (answering.accept, gettext_lazy("The request is accepted.")),
    "decline": (answering.decline, gettext_lazy("The request is declined.")),
    "close": (answering.close, gettext_lazy("The request is closed.")),
}
# They end what was begun.
ENDING: Final = frozenset({"withdraw", "conflict", "decline", "close"})
# Without consent nothing goes on in them.
CONSENTED: Final = (State.CHECKED, *WITH_THE_LAWYER)


@private
@require_safe
def enquiry(request: HttpRequest, enquiry: str) -> HttpResponse:
    return show(request, seat(request, enquiry))


def show(request: HttpRequest, found: Seat, form: MessageForm | None = None) -> HttpResponse:
    """The page of a request, with what was typed where something is wrong with it."""
    held = found.enquiry
    writes = found.may_act and held.is_unlocked and held.is_agreed
    context = {
        "enquiry": held,
        "seat": found,
        "buttons": _buttons(found),
        "parties": held.parties.select_related("country") if found.sees_parties else [],
        "looks_like": found.as_lawyer and held.is_named and held.verdict == Verdict.POSSIBLE,
        "missing": [] if found.as_lawyer else missing_consents(held),
        "agrees_oneself": held.asked_by_id == acting(request).pk,
        "messages_sent": held.messages.select_related("author") if found.sees_facts else [],
        "unread": held.messages.unread_by(lawyer=found.as_lawyer).exists() if writes else False,
        "form": form or (MessageForm() if writes else None),
        "times": _times(request, found) if held.state == State.ACCEPTED and found.sees_facts else None,
    }
    status = 422 if form else 200
    return render(request, "enquiries/enquiry.html", context, status=status)


@private
@require_POST
def move(request: HttpRequest, enquiry: str) -> HttpResponse:
    found = seat(request, enquiry, to_act=True)
    doings = OF_LAWYERS if found.as_lawyer else OF_MEMBERS
    form = MoveForm(request.POST, moves=doings)
    if not form.is_valid():
        raise Http404
    doing, done = doings[form.cleaned_data["move"]]
    return act(
        request,
        lambda: doing(found.enquiry, by=acting(request)),
        str(done),
        to=found.enquiry.get_absolute_url(),
    )


@private
@require_POST
def discard(request: HttpRequest, enquiry: str) -> HttpResponse:
    found = seat(request, enquiry, to_act=True)
    return act(
        request,
        lambda: asking.discard(found.enquiry, by=acting(request)),
        _("The draft is thrown away."),
        to=reverse("enquiries:list"),
    )


@private
@require_POST
def write(request: HttpRequest, enquiry: str) -> HttpResponse:
    found = seat(request, enquiry, to_act=True)
    form = MessageForm(request.POST)
    if form.is_valid():
        try:
            writing.write(found.enquiry, by=acting(request), **form.cleaned_data)
        except NotAllowedError as refusal:
            form.add_error("body", refusal.messages)
        else:
            return redirect(found.enquiry)
    return show(request, found, form)


@private
@require_POST
def read(request: HttpRequest, enquiry: str) -> HttpResponse:
    found = seat(request, enquiry, to_act=True)
    return act(
        request,
        lambda: writing.mark_read(found.enquiry, by=acting(request)),
        _("The messages are marked as read."),
        to=found.enquiry.get_absolute_url(),
    )


def missing_consents(enquiry: Enquiry) -> list[tuple[str, str]]:
    """The consents without which the lawyer is shown nothing: what each is called, and the page that asks for it.

    They are asked for before anything is passed on, and again once one was withdrawn, until the request ends.
    """
    if enquiry.is_agreed or enquiry.state not in CONSENTED:
        return []
    wanted = [Purpose.SHARING, *([Purpose.ABROAD] if enquiry.leaves_china else [])]
    named = {"recipient": enquiry.recipient, "aim": enquiry.aim}
    return [
        (str(purpose.label), consents.address(purpose, onward=enquiry.get_absolute_url(), **named))
        for purpose in wanted
        if not has_consent(enquiry.asked_by, purpose, **named)
    ]


def _buttons(found: Seat) -> list[dict[str, Any]]:
    """What this side may do with the request as it stands, out of the table of moves."""
    offered = OF_LAWYERS if found.as_lawyer else OF_MEMBERS
    if not found.may_act or (found.as_lawyer and not found.enquiry.is_agreed):
        return []
    return [
        {"name": one.name, "label": one.label, "ends": one.name in ENDING}
        for one in found.enquiry.moves
        if one.name in offered
    ]


def _times(request: HttpRequest, found: Seat) -> dict[str, Any]:
    """The appointment of a request in both time zones, and whether there are hours to choose from."""
    held, own = found.enquiry, acting(request).time_zone
    appointment = held.appointments.select_related("lawyer").first()
    zones = [own, held.lawyer.time_zone, held.asked_by.time_zone]
    holding = appointment is not None and bool(appointment.moves)
    return {
        "appointment": appointment,
        "holding": holding,
        "zones": [(zone, zone_name(zone)) for zone in dict.fromkeys(zones)],
        "own_proposal": appointment is not None and appointment.by_lawyer == found.as_lawyer,
        "free": bool(free_slots(held.lawyer, now=timezone.now())),
    }
