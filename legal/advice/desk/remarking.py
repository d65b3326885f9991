"""The page on which a staff lawyer remarks on a contract, and delivers the remarks."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from legal.advice.actions import answering
from legal.advice.desk.forms import DeliverForm, RemarkForm, WhichForm
from legal.advice.models import Review
from legal.matters.models import Matter
from legal.matters.officers import FILE, officer_seat
from portal.accounts.acting import acting
from portal.files.refusals import RefusedError
from portal.themed import page
from portal.workflow.errors import NotAllowedError


def remarks_page(request: HttpRequest, matter: str) -> HttpResponse:
    held = officer_seat(request, matter, holding=True).matter
    form = RemarkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            answering.remark(held, facts=form.cleaned_data, by=acting(request))
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, _("The remark is written."))
            return redirect("admin:advice_review_remarks", matter=matter)
    return _page(request, held, writing=form, delivering=None)


def take_out_page(request: HttpRequest, matter: str) -> HttpResponse:
    held = officer_seat(request, matter, holding=True).matter
    form = WhichForm(request.POST)
    if form.is_valid():
        try:
            answering.take_out(held, pk=form.cleaned_data["remark"], by=acting(request))
        except NotAllowedError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, _("The remark is taken out."))
    return redirect("admin:advice_review_remarks", matter=matter)


def deliver_page(request: HttpRequest, matter: str) -> HttpResponse:
    held = officer_seat(request, matter, holding=True).matter
    if request.method != "POST":
        return redirect("admin:advice_review_remarks", matter=matter)
    form = DeliverForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            answering.deliver(held, by=acting(request), **_letter(form.cleaned_data))
        except (NotAllowedError, RefusedError) as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, _("The remarks are delivered. The letter follows in a moment."))
            return redirect(FILE, matter=matter)
    return _page(request, held, writing=None, delivering=form)


def _letter(typed: dict[str, Any]) -> dict[str, Any]:
    file = typed["reviewed"]
    return {
        "body": typed["body"],
        "language": typed["language"],
        "reviewed": file,
        "name": file.name if file else "",
    }


def _page(
    request: HttpRequest, held: Matter, *, writing: RemarkForm | None, delivering: DeliverForm | None
) -> HttpResponse:
    reviews = Review.objects.select_related("governing", "contract__exhibit__file")
    review = get_object_or_404(reviews, matter=held)
    answered = page(
        request,
        "admin/advice/remarks.html",
        str(held),
        matter=held,
        review=review,
        remarks=held.remarks.all(),
        writing=writing or RemarkForm(),
        delivering=delivering or DeliverForm(initial={"language": review.answer_in}),
    )
    wrong = bool(delivering) or bool(writing and writing.is_bound)
    answered.status_code = 422 if wrong else 200
    return answered
