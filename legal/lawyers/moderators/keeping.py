"""The page on which moderators look after a published profile: its licence, whether it is shown, what it names."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy

from legal.lawyers.actions import deciding, works
from legal.lawyers.actions.guarding import may_decide
from legal.lawyers.facts.comparing import told
from legal.lawyers.facts.reading import facts_of, kind_of
from legal.lawyers.models import Firm, Lawyer, Mention
from legal.lawyers.moderators.acting import Forms, carried_out, refused
from legal.lawyers.states import State
from legal.lawyers.typed.staff import ChecksForm, ReasonForm
from portal.accounts.acting import acting
from portal.accounts.models import User
from portal.themed import page
from portal.workflow.models import Event

DONE: Final = {
    "verify": gettext_lazy("The licence is verified again."),
    "hide": gettext_lazy("The profile is hidden."),
    "show": gettext_lazy("The profile is shown again."),
    "accept": gettext_lazy("Readers see it now."),
    "refuse": gettext_lazy("It is refused with your reason."),
}


def lawyer_page(request: HttpRequest, pk: int) -> HttpResponse:
    return _keeping(request, get_object_or_404(Lawyer.objects.select_related("jurisdiction"), pk=pk), {})


def firm_page(request: HttpRequest, pk: int) -> HttpResponse:
    return _keeping(request, get_object_or_404(Firm.objects.select_related("jurisdiction"), pk=pk), {})


def lawyer_act(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    return _act(request, get_object_or_404(Lawyer, pk=pk), act)


def firm_act(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    return _act(request, get_object_or_404(Firm, pk=pk), act)


def work_act(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    mention = get_object_or_404(Mention.objects.select_related("lawyer"), pk=pk)
    by = acting(request)
    doings: dict[str, Callable[[dict[str, Any]], object]] = {
        "accept": lambda typed: works.accept_work(mention, by=by),
        "refuse": lambda typed: works.refuse_work(mention, reason=typed["reason"], by=by),
    }
    return carried_out(
        request,
        act,
        {"accept": forms.Form, "refuse": ReasonForm}[act](request.POST),
        doings[act],
        shown=lambda typed: _keeping(request, mention.lawyer, typed),
        done=DONE[act],
        to=_address(mention.lawyer),
    )


def _act(request: HttpRequest, subject: Lawyer | Firm, act: str) -> HttpResponse:
    return carried_out(
        request,
        act,
        _forms(request.POST)[act],
        partial(_done, subject, act, acting(request)),
        shown=lambda typed: _keeping(request, subject, typed),
        done=DONE[act],
        to=_address(subject),
    )


def _done(subject: Any, act: str, by: User, typed: dict[str, Any]) -> object:
    doings: dict[str, Callable[..., object]] = {
        "verify": deciding.verify,
        "hide": deciding.hide,
        "show": deciding.show,
    }
    return doings[act](subject, **typed, by=by)


def _keeping(request: HttpRequest, subject: Lawyer | Firm, typed: Forms) -> HttpResponse:
    able = may_decide(subject, acting(request))
    is_lawyer = isinstance(subject, Lawyer)
    state = subject.state if isinstance(subject, Lawyer) else ""
    return page(
        request,
        "admin/lawyers/keeping.html",
        str(subject),
        subject=subject,
        is_lawyer=is_lawyer,
        groups=list(told(kind_of(subject), facts_of(subject))),
        mentions=subject.mentions.with_named() if isinstance(subject, Lawyer) else [],
        revisions=subject.revisions.handed_in(),
        may_verify=able and subject.is_verified,
        may_hide=able and state == State.PUBLISHED,
        may_show=able and state == State.HIDDEN,
        may_decide=able,
        course=Event.objects.of(subject).select_related("by").reverse()[:50],
        refused=refused(typed),
        forms={**_forms(), **typed},
    )


def _forms(sent: Any = None) -> Forms:
    return {
        "verify": ChecksForm(sent),
        "hide": ReasonForm(sent),
        "show": forms.Form(sent),
        "refuse": ReasonForm(sent),
    }


def _address(subject: Lawyer | Firm) -> str:
    return reverse(f"admin:lawyers_{kind_of(subject)}_keeping", args=[subject.pk])
