"""Exhibits of a side are handed in, and taken out while they are not filed."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from enterprises.access import private
from enterprises.views.answering import act
from legal.serving import access
from legal.serving.actions import handing_in
from legal.serving.forms.sides import HandInForm
from legal.serving.models import Participant
from portal.accounts.acting import acting
from portal.files.refusals import RefusedError


@private
@require_http_methods(["GET", "HEAD", "POST"])
def papers(request: HttpRequest, served: str) -> HttpResponse:
    seat = _of_another_side(request, served)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = HandInForm(*sent, by=acting(request))
    if form.is_valid() and _handed_in(request, seat, form):
        messages.success(request, _("The exhibit is handed in. It is filed with your answer."))
        return redirect("serving:papers", seat.key)
    own = seat.party.papers.select_related("file")
    context = {"seat": seat, "matter": seat.matter, "papers": own, "form": form}
    return render(request, "serving/papers.html", context, status=422 if form.is_bound else 200)


@private
@require_POST
def take_out(request: HttpRequest, served: str, position: int) -> HttpResponse:
    seat = _of_another_side(request, served)
    paper = get_object_or_404(seat.party.papers, number=position)
    return act(
        request,
        lambda: handing_in.take_out(paper, participant=seat, by=acting(request)),
        _("The exhibit is taken out."),
        to=reverse("serving:papers", args=[seat.key]),
    )


def _of_another_side(request: HttpRequest, served: str) -> Participant:
    seat = access.seat(request, served)
    if seat.is_of_the_applicant:
        raise Http404(_("Exhibits of the applicant stand in the list of the enterprise."))
    return seat


def _handed_in(request: HttpRequest, seat: Participant, form: HandInForm) -> bool:
    """Whether the exhibit is kept; a file there is no room for stays on the shelf, and its field says why."""
    try:
        handing_in.hand_in(seat, form.cleaned_data["paper"], facts=form.facts, by=acting(request))
    except ValidationError as refusal:
        form.add_error("paper" if isinstance(refusal, RefusedError) else None, refusal)
        return False
    return True
