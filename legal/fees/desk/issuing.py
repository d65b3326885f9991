"""The page on which officers issue a notice of a matter they handle."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from legal.fees import payers
from legal.fees.actions import issuing
from legal.fees.desk.forms import IssueForm
from legal.fees.estimated import basis_of, estimate_of, lines_of
from legal.fees.models import FeeNotice
from legal.matters.models import Matter
from legal.matters.officers import for_officers, officer_seat
from legal.rules.fees import Estimate
from portal.accounts.acting import acting
from portal.themed import page
from portal.workflow.errors import NotAllowedError


@for_officers
def issue_page(request: HttpRequest, matter: str) -> HttpResponse:
    found = officer_seat(request, matter, holding=True).matter
    estimate = estimate_of(found)
    form = IssueForm(
        request.POST if request.method == "POST" else None, matter=found, has_estimate=estimate is not None
    )
    if form.is_valid():
        try:
            notice = _issued(request, found, form, estimate)
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, _said(notice))
            return redirect(reverse("admin:fees_feenotice_notice", args=[notice.pk]))
    return page(
        request,
        "admin/fees/issue.html",
        _("Fees of matter %(number)s") % {"number": found.number},
        matter=found,
        notices=found.fee_notices.select_related("party").order_by("position"),
        estimate=estimate,
        form=form,
    )


def _said(notice: FeeNotice) -> str:
    if payers.told_of(notice):
        return _("The fee notice is issued, and the payer told.")
    return _(
        "The fee notice is issued. Nobody of this party is told through the portal: see that its paper reaches it."
    )


def _issued(request: HttpRequest, matter: Matter, form: IssueForm, estimate: Estimate | None) -> FeeNotice:
    given = form.cleaned_data
    taken = estimate if given.get("estimated") else None
    return issuing.issue(
        matter,
        lines=[*(lines_of(taken) if taken else []), *form.typed],
        payee=given["payee"],
        side=given["party"].side,
        party=given["party"],
        due_on=given["due_on"],
        basis=basis_of(taken) if taken else None,
        by=acting(request),
    )
