"""The page on which a claim to a profile is decided."""

from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy

from legal.lawyers.actions import claiming
from legal.lawyers.actions.guarding import may_decide
from legal.lawyers.facts.comparing import told
from legal.lawyers.facts.reading import facts_of, kind_of
from legal.lawyers.models import Claim
from legal.lawyers.moderators.acting import Forms, carried_out, refused
from legal.lawyers.papers import proofs
from legal.lawyers.states import ClaimState
from legal.lawyers.typed.staff import ReasonForm
from portal.accounts.acting import acting
from portal.files.registry import may_read
from portal.themed import page
from portal.workflow.models import Event

DONE: Final = {
    "accept": gettext_lazy("The profile is handed to whoever claimed it."),
    "refuse": gettext_lazy("The claim is refused with your reason."),
}


def decide_page(request: HttpRequest, pk: int) -> HttpResponse:
    return _decide(request, _claim(pk), {})


def act_page(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    claim, by = _claim(pk), acting(request)
    doings = {
        "accept": lambda typed: claiming.accept(claim, by=by),
        "refuse": lambda typed: claiming.refuse(claim, reason=typed["reason"], by=by),
    }
    return carried_out(
        request,
        act,
        _forms(request.POST)[act],
        doings[act],
        shown=lambda typed: _decide(request, _claim(pk), typed),
        done=DONE[act],
        to=reverse("admin:lawyers_claim_decide", args=[pk]),
    )


def _decide(request: HttpRequest, claim: Claim, typed: Forms) -> HttpResponse:
    by = acting(request)
    waits = claim.state == ClaimState.ASKED
    kind = kind_of(claim.subject)
    return page(
        request,
        "admin/lawyers/claim.html",
        str(claim),
        claim=claim,
        groups=list(told(kind, facts_of(claim.subject))),
        papers=proofs(claim) if may_read(by, claim) else [],
        rivals=claim.subject.claims.open().exclude(pk=claim.pk).select_related("user"),
        may_decide=waits and claim.user_id != by.pk and may_decide(claim.subject, by),
        course=Event.objects.of(claim).select_related("by").reverse(),
        refused=refused(typed),
        forms={**_forms(), **typed},
    )


def _forms(sent: Any = None) -> Forms:
    return {"accept": forms.Form(sent), "refuse": ReasonForm(sent)}


def _claim(pk: int) -> Claim:
    return get_object_or_404(Claim.objects.standing().with_subject(), pk=pk)
