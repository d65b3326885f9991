"""The pages on which officers decide registrations."""

import datetime
from collections.abc import Callable
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from enterprises.actions import deciding, inviting
from enterprises.desk import A_PAGE, holder_of, queue
from enterprises.forms.staff import HandOverForm, OwnerForm, ReasonForm, ReturnForm, VerifyForm
from enterprises.models import Enterprise
from enterprises.papers import shown_papers
from enterprises.progress import facts_of, told_remarks
from enterprises.states import State
from enterprises.trail import past, trail
from portal.accounts.acting import acting
from portal.accounts.models import User
from portal.themed import page
from portal.workflow.errors import NotAllowedError

Act = Callable[[Enterprise, dict[str, Any], User], object]


class AfterForm(forms.Form):
    """Where a page of the queue begins."""

    at = forms.CharField(max_length=40)
    key = forms.IntegerField(min_value=0, max_value=2**63 - 1)

    def clean_at(self) -> datetime.datetime:
        try:
            moment = parse_datetime(self.cleaned_data["at"])
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            raise forms.ValidationError(_("This is no moment."))
        return moment


# What can be done, what is said then, and what is typed for it.
DONE: Final = {
    "take": gettext_lazy("The registration is on your desk."),
    "put-back": gettext_lazy("The registration is in the queue again."),
    "hand-over": gettext_lazy("The registration is on the desk of your colleague."),
    "verify": gettext_lazy("The enterprise is verified."),
    "return": gettext_lazy("The registration is returned with your remarks."),
    "reject": gettext_lazy("The registration is rejected."),
    "suspend": gettext_lazy("The enterprise is suspended."),
    "reinstate": gettext_lazy("The suspension is lifted."),
    "invite-owner": gettext_lazy("The invitation is on its way."),
}
ACTS: Final[dict[str, Act]] = {
    "take": lambda enterprise, typed, by: deciding.take(enterprise, by=by),
    "put-back": lambda enterprise, typed, by: deciding.put_back(enterprise, by=by),
    "hand-over": lambda enterprise, typed, by: deciding.hand_over(enterprise, to=typed["to"], by=by),
    "verify": lambda enterprise, typed, by: deciding.verify(enterprise, by=by, **typed),
    "return": lambda enterprise, typed, by: deciding.send_back(
        enterprise, remarks={name: text for name, text in typed.items() if text}, by=by
    ),
    "reject": lambda enterprise, typed, by: deciding.reject(enterprise, reason=typed["reason"], by=by),
    "suspend": lambda enterprise, typed, by: deciding.suspend(enterprise, reason=typed["reason"], by=by),
    "reinstate": lambda enterprise, typed, by: deciding.reinstate(enterprise, reason=typed["reason"], by=by),
    "invite-owner": lambda enterprise, typed, by: inviting.invite_owner(enterprise, by=by, **typed),
}


def queue_page(request: HttpRequest) -> HttpResponse:
    by = acting(request)
    mine = "mine" in request.GET
    form = AfterForm(request.GET)
    after = (form.cleaned_data["at"], form.cleaned_data["key"]) if form.is_valid() else None
    rows = queue(after=after, held_by=by if mine else None)
    shown = rows[:A_PAGE]
    last = shown[-1].enterprise if len(rows) > A_PAGE else None
    title = _("Registrations to be decided")
    return page(request, "admin/enterprises/queue.html", title, rows=shown, mine=mine, last=last)


def registration_page(request: HttpRequest, pk: int) -> HttpResponse:
    enterprise = _enterprise(pk)
    return _registration(request, enterprise, {})


def act_page(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    enterprise, by = _enterprise(pk), acting(request)
    if request.method != "POST":
        return redirect(_address(enterprise))
    form = _forms(enterprise, by, request.POST)[act]
    if not form.is_valid():
        return _registration(request, enterprise, {act: form})
    try:
        ACTS[act](enterprise, form.cleaned_data, by)
    except NotAllowedError as refusal:
        form.add_error(None, refusal.messages)
        return _registration(request, _enterprise(pk), {act: form})
    messages.success(request, DONE[act])
    return redirect(_address(enterprise))


def _registration(request: HttpRequest, enterprise: Enterprise, typed: dict[str, forms.Form]) -> HttpResponse:
    by = acting(request)
    told = past(enterprise, request.GET.get("page"))
    holder = holder_of(enterprise)
    may_decide = by.has_perm("enterprises.verify_enterprise")
    return page(
        request,
        "admin/enterprises/registration.html",
        str(enterprise),
        enterprise=enterprise,
        holder=holder,
        reads_papers=may_decide,
        is_mine=may_decide and holder == by and enterprise.state == State.IN_REVIEW,
        may_take=may_decide and enterprise.is_waiting and (holder is None or deciding.is_stuck(enterprise, holder)),
        may_suspend=may_decide and enterprise.state == State.VERIFIED,
        may_reinstate=may_decide and enterprise.state == State.SUSPENDED,
        lacks_owner=may_decide and not enterprise.is_barred and not enterprise.memberships.owners().exists(),
        facts=facts_of(enterprise),
        identifiers=enterprise.identifiers.all(),
        rivals=deciding.rivals(enterprise),
        papers=shown_papers(enterprise, by),
        members=enterprise.memberships.in_order(),
        remarks=told_remarks(enterprise),
        lines=trail(enterprise, told, for_staff=True),
        told=told,
        refused=[message for form in typed.values() for message in form.non_field_errors()],
        forms={name.replace("-", "_"): form for name, form in {**_forms(enterprise, by), **typed}.items()},
    )


def _forms(enterprise: Enterprise, by: User, data: Any = None) -> dict[str, forms.Form]:
    return {
        "take": forms.Form(data),
        "put-back": forms.Form(data),
        "hand-over": HandOverForm(data, but=by),
        "verify": VerifyForm(data),
        "return": ReturnForm(data, enterprise=enterprise),
        "reject": ReasonForm(data, prefix="reject"),
        "suspend": ReasonForm(data, prefix="suspend"),
        "reinstate": ReasonForm(data, prefix="reinstate"),
        "invite-owner": OwnerForm(data, initial={"language": get_language()}),
    }


def _enterprise(pk: int) -> Enterprise:
    """What was submitted once: drafts are the affair of those who write them."""
    submitted = Enterprise.objects.exclude(state=State.DRAFT).select_related("country", "industry")
    return get_object_or_404(submitted, pk=pk)


def _address(enterprise: Enterprise) -> str:
    return reverse("admin:enterprises_enterprise_registration", args=[enterprise.pk])
