"""The cashiers' queue, and the page of a notice with what can be done with it."""

from collections.abc import Callable
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from legal.fees.actions import confirming, issuing, reading, relieving
from legal.fees.actions.guarding import may_issue
from legal.fees.desk.forms import PeriodForm, ReasonForm, ReliefForm, TransferForm, payment_form
from legal.fees.desk.offering import offers
from legal.fees.models import FeeNotice, Proof, Relief
from legal.fees.models.notice import CASHIER
from legal.fees.sheets import sheet
from legal.matters.models import Actor
from portal.accounts.acting import acting
from portal.accounts.models import User
from portal.themed import page
from portal.workflow.errors import NotAllowedError

# As many of each are shown; those after them when these are dealt with.
A_PAGE: Final = 50
Act = Callable[[Any, dict[str, Any], User], object]
DONE: Final = {
    "confirm": gettext_lazy("The payment is confirmed."),
    "refuse": gettext_lazy("The proof is not accepted, and the payer told."),
    "receive": gettext_lazy("The payment is confirmed."),
    "propose": gettext_lazy("It is proposed: a second person has to approve it."),
    "approve": gettext_lazy("It is approved."),
    "reject": gettext_lazy("It is not approved."),
    "execute": gettext_lazy("The transfer is noted, and the payer told."),
    "cancel": gettext_lazy("The fee notice is cancelled, and the payer told."),
}
# What is done with a proof, with a waiver or refund, and with the notice itself.
WITH_PROOFS: Final[dict[str, Act]] = {
    "confirm": lambda proof, typed, by: confirming.confirm(proof, by=by, **typed),
    "refuse": lambda proof, typed, by: confirming.refuse(proof, by=by, **typed),
}
WITH_RELIEFS: Final[dict[str, Act]] = {
    "approve": lambda relief, typed, by: relieving.approve(relief, by=by),
    "reject": lambda relief, typed, by: relieving.reject(relief, by=by),
    "execute": lambda relief, typed, by: relieving.execute(relief, by=by, **typed),
}
WITH_NOTICES: Final[dict[str, Act]] = {
    "receive": lambda notice, typed, by: confirming.receive(notice, by=by, **typed),
    "propose": lambda notice, typed, by: relieving.propose(notice, by=by, **typed),
    "cancel": lambda notice, typed, by: issuing.cancel(notice, by=by, **typed),
}
ACTS: Final = WITH_PROOFS | WITH_RELIEFS | WITH_NOTICES


def queue_page(request: HttpRequest) -> HttpResponse:
    """Proofs and proposals, the oldest first."""
    with_payer = ("notice__party", "notice__matter__enterprise")
    return page(
        request,
        "admin/fees/queue.html",
        _("Payments to be confirmed"),
        proofs=Proof.objects.waiting().select_related(*with_payer)[:A_PAGE],
        reliefs=Relief.objects.under_way().select_related(*with_payer, "proposed_by")[:A_PAGE],
        period=PeriodForm(),
    )


def notice_page(request: HttpRequest, pk: int) -> HttpResponse:
    return _notice(request, _found(request, pk), {})


def act_page(request: HttpRequest, pk: int, act: str, one: int = 0) -> HttpResponse:
    notice, by = _found(request, pk), acting(request)
    subject = _subject(notice, act, one)
    if request.method != "POST":
        return redirect(_address(notice))
    form = _form(notice, act, one, request.POST)
    if not form.is_valid():
        return _notice(request, notice, {(act, one): form})
    try:
        ACTS[act](subject, form.cleaned_data, by)
    except NotAllowedError as refusal:
        form.add_error(None, refusal.messages)
        return _notice(request, _found(request, pk), {(act, one): form})
    messages.success(request, DONE[act])
    return redirect(_address(notice))


def _notice(request: HttpRequest, notice: FeeNotice, typed: dict[tuple[str, int], forms.Form]) -> HttpResponse:
    by, shown = acting(request), sheet(notice, for_staff=True)
    with transaction.atomic():
        reading.note(notice, by=by, actor=Actor.OFFICER)
    acts = [
        {
            "title": offer.title,
            "label": offer.label,
            "form": typed.get((offer.act, offer.one)) or _form(notice, offer.act, offer.one),
            "address": reverse(
                f"admin:fees_feenotice_{offer.act}", args=[notice.pk, *([offer.one] if offer.one else [])]
            ),
        }
        for offer in offers(shown, by)
    ]
    return page(
        request,
        "admin/fees/notice.html",
        notice.number,
        sheet=shown,
        acts=acts,
        cashier=by.has_perm(CASHIER),
        issuer=may_issue(notice.matter, by),
        refused=[message for form in typed.values() for message in form.non_field_errors()],
    )


def _form(notice: FeeNotice, act: str, one: int, data: Any = None) -> forms.Form:
    prefix = f"{act}{one or ''}"
    if act in {"confirm", "receive"}:
        return payment_form(notice, data, prefix=prefix)
    made: dict[str, type[forms.Form]] = {
        "refuse": ReasonForm,
        "cancel": ReasonForm,
        "propose": ReliefForm,
        "execute": TransferForm,
    }
    return made.get(act, forms.Form)(data, prefix=prefix)


def _subject(notice: FeeNotice, act: str, one: int) -> Any:
    if act in WITH_NOTICES:
        return notice
    rows: Any = notice.proofs if act in WITH_PROOFS else notice.reliefs
    return get_object_or_404(rows.select_related("notice__matter"), pk=one)


def _found(request: HttpRequest, pk: int) -> FeeNotice:
    seen = FeeNotice.objects.worked_on_by(acting(request)).select_related("matter__enterprise", "party", "file")
    found: FeeNotice = get_object_or_404(seen, pk=pk)
    return found


def _address(notice: FeeNotice) -> str:
    return reverse("admin:fees_feenotice_notice", args=[notice.pk])
