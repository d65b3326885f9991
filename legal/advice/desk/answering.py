"""The page on which a staff lawyer answers a question."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from legal.advice.actions import answering
from legal.advice.articles import address
from legal.advice.desk.forms import LetterForm
from legal.advice.models import Question
from legal.matters.correspondence import ASKED, page_of
from legal.matters.kinds import Side
from legal.matters.officers import FILE, officer_seat
from portal.accounts.acting import acting
from portal.themed import page
from portal.workflow.errors import NotAllowedError


def answer_page(request: HttpRequest, matter: str) -> HttpResponse:
    held = officer_seat(request, matter, holding=True).matter
    question = get_object_or_404(Question.objects.select_related("country", "topic"), matter=held)
    form = LetterForm(request.POST if request.method == "POST" else None, initial={"language": question.answer_in})
    if form.is_valid():
        try:
            answering.answer(held, by=acting(request), **form.cleaned_data)
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, _("The question is answered. The letter follows in a moment."))
            return redirect(FILE, matter=matter)
    answered = page(
        request,
        "admin/advice/answer.html",
        str(held),
        matter=held,
        question=question,
        articles=[(one, address(one)) for one in held.articles.select_related("law__jurisdiction")],
        sent=page_of(held.messages.shown_to(Side.APPLICANT).select_related("author"), request.GET.get(ASKED)),
        form=form,
    )
    answered.status_code = 422 if form.is_bound else 200
    return answered
