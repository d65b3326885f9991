"""The pages of the console on which an officer names the mediator and puts a settlement to both sides."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from legal.matters.officers import officer_seat
from legal.matters.recording import recorded
from legal.mediation.actions import meeting, settling
from legal.mediation.desk.forms import MediatorForm, SettlementForm
from legal.mediation.states import State
from portal.accounts.acting import acting


def appoint_page(request: HttpRequest, matter: str) -> HttpResponse:
    held, by = officer_seat(request, matter, holding=True).matter, acting(request)
    naming = meeting.replace if held.state == State.SESSIONS else meeting.appoint

    def doing(said: dict[str, Any]) -> None:
        naming(held, by=by, **said)

    title, done = _("Name the mediator"), _("The mediator is named, and both sides are told.")
    return recorded(request, held, MediatorForm(_sent(request)), doing, title=title, done=done)


def settle_page(request: HttpRequest, matter: str) -> HttpResponse:
    held, by = officer_seat(request, matter, holding=True).matter, acting(request)
    before = held.settlements.last()
    form = SettlementForm(_sent(request), texts=before.texts if before else {})

    def doing(said: dict[str, Any]) -> None:
        settling.put(held, texts=said, by=by)

    title, done = _("Put a settlement to both sides"), _("The text is before both sides, to be confirmed word by word.")
    return recorded(request, held, form, doing, title=title, done=done)


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None
