"""The page on which staff enter a day, extend a time, or have it computed again."""

from collections.abc import Callable
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from legal.clocks.actions import entering
from legal.clocks.forms import AgainForm, DayForm
from legal.clocks.models import Deadline
from legal.clocks.templatetags.clocks import as_shown
from legal.matters.actions import reading
from legal.matters.models import Actor
from legal.matters.officers import officer_seat
from portal.accounts.acting import acting
from portal.themed import page
from portal.workflow.errors import NotAllowedError

Doing = Callable[..., Deadline]
ACTS: Final[dict[str, tuple[Doing, type[forms.Form]]]] = {
    "notify": (entering.notify_day, DayForm),
    "extend": (entering.extend, DayForm),
    "again": (entering.compute_again, AgainForm),
}


def day_page(request: HttpRequest, matter: str, uid: str) -> HttpResponse:
    """One deadline, with what may be done with it by the officer who holds the file."""
    deadline = _asked(request, matter, uid)
    reading.note(deadline.matter, by=acting(request), actor=Actor.OFFICER)
    return _shown(request, deadline, {})


def act_page(request: HttpRequest, matter: str, uid: str, act: str) -> HttpResponse:
    """Do with a deadline what was asked, or say why not, with what was typed."""
    deadline = _asked(request, matter, uid, holding=True)
    if request.method != "POST":
        return redirect(deadline.get_console_url())
    doing, kind = ACTS[act]
    form = kind(request.POST, prefix=act)
    if form.is_valid():
        try:
            doing(deadline, by=acting(request), **form.cleaned_data)
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, _("Done. Whom it concerns is told where the day has changed."))
            return redirect(deadline.get_console_url())
    return _shown(request, deadline, {act: form})


def _asked(request: HttpRequest, matter: str, uid: str, *, holding: bool = False) -> Deadline:
    seat = officer_seat(request, matter, holding=holding)
    deadline: Deadline = get_object_or_404(Deadline.objects.told(), matter=seat.matter, uid=uid)
    return deadline


def _shown(request: HttpRequest, deadline: Deadline, typed: dict[str, Any]) -> HttpResponse:
    holds = officer_seat(request, deadline.matter.key).holds
    suggested = entering.extended_by_rule(deadline)
    first = {"day": suggested.day if suggested else None}
    offered = {"notify": DayForm(prefix="notify")}
    if entering.may_extend(deadline):
        offered["extend"] = DayForm(prefix="extend", initial=first)
    answered = page(
        request,
        "admin/clocks/day.html",
        f"{deadline.matter.number} · {deadline.label}",
        one=as_shown(deadline),
        deadline=deadline,
        matter=deadline.matter,
        suggested=suggested,
        refused=[str(sentence) for form in typed.values() for sentence in form.non_field_errors()],
        forms={**offered, **typed} if holds and deadline.is_open else {},
    )
    answered.status_code = 422 if typed else 200
    return answered
