"""The page of the console on which documents are served, and others are invited; with what has arrived."""

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from legal.matters.officers import OfficerSeat, officer_seat
from legal.matters.recording import dressed
from legal.serving.actions import handing_in, inviting, serving
from legal.serving.consent import has_consent, of_party
from legal.serving.forms.inviting import InvitationKeyForm, InviteForm
from legal.serving.forms.serving import ServeForm
from legal.serving.models import Invitation, Paper, Participant
from portal.accounts.models import User
from portal.themed import page
from portal.workflow.errors import NotAllowedError

SERVE: Final = "admin:serving_serve"
DONE: Final = {
    "invite": gettext_lazy("The invitation is on its way."),
    "resend": gettext_lazy("The invitation was sent again; the earlier link works no more."),
    "revoke": gettext_lazy("They take part no longer."),
}


def serve_page(request: HttpRequest, matter: str) -> HttpResponse:
    seat = officer_seat(request, matter, holding=request.method == "POST")
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ServeForm(*sent, by=seat.officer, matter=seat.matter)
    if form.is_valid() and _served(seat, form):
        messages.success(request, _("It is served: who takes part is told, and the others are invited."))
        return redirect(SERVE, matter=matter)
    return _shown(request, seat, form, InviteForm(parties=_others(seat)))


def act_page(request: HttpRequest, matter: str, act: str) -> HttpResponse:
    seat = officer_seat(request, matter, holding=True)
    if request.method != "POST":
        return redirect(SERVE, matter=matter)
    invite = InviteForm(request.POST if act == "invite" else None, parties=_others(seat))
    if act != "invite" or invite.is_valid():
        try:
            _doing(seat, request, act, invite)()
        except NotAllowedError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, str(DONE[act]))
        return redirect(SERVE, matter=matter)
    return _shown(request, seat, ServeForm(by=seat.officer, matter=seat.matter), invite)


def _doing(seat: OfficerSeat, request: HttpRequest, act: str, invite: InviteForm) -> Callable[[], object]:
    """What is to be done; of an invitation that was accepted, whoever accepted it takes part no longer."""
    if act == "invite":
        return lambda: inviting.invite(by=seat.officer, **invite.cleaned_data)
    form = InvitationKeyForm(request.POST, invitations=_invitations(seat))
    if not form.is_valid():
        raise Http404
    one: Invitation = form.cleaned_data["invitation"]
    joined = Participant.objects.select_related("invitation__matter", "party").filter(invitation=one).first()
    by: User = seat.officer
    if act == "resend":
        return lambda: inviting.resend(one, by=by)
    return lambda: inviting.end(joined, by=by) if joined else inviting.revoke(one, by=by)


@transaction.atomic
def _serve(seat: OfficerSeat, form: ServeForm) -> None:
    given = form.cleaned_data
    papers = list(given.get("papers", ()))
    if given["paper"]:
        words = {"name": given["paper_name"], "language": given["paper_language"], "by": seat.officer}
        papers.append(handing_in.bring(seat.matter, given["paper"], **words))
    bundle = serving.Bundle(
        submissions=list(given.get("submissions", ())),
        messages=list(given.get("messages", ())),
        papers=papers,
        answers=list(given.get("answers", ())),
    )
    serving.notify(seat.matter, form.chosen, bundle, by=seat.officer)


def _served(seat: OfficerSeat, form: ServeForm) -> bool:
    """Whether it is served; else the form says why not, and nothing of it is done."""
    try:
        _serve(seat, form)
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    return True


def _shown(request: HttpRequest, seat: OfficerSeat, form: ServeForm, invite: InviteForm) -> HttpResponse:
    held = seat.matter
    response = page(
        request,
        "admin/serving/serve.html",
        _("Service of documents: %(number)s") % {"number": held.number},
        matter=held,
        seat=seat,
        form=dressed(form),
        invite=dressed(invite),
        parties=[(party, has_consent(held, of_party(party))) for party in form.parties],
        services=held.services.with_items(),
        invitations=_invitations(seat),
        answers=_answers(seat),
    )
    response.status_code = 422 if form.is_bound or invite.is_bound else 200
    return response


def _invitations(seat: OfficerSeat) -> Any:
    """Those of staff: its representatives the enterprise invites itself."""
    return seat.matter.invitations.filter(representative=None).select_related("party", "matter", "participant")


def _answers(seat: OfficerSeat) -> Any:
    """What was answered, each with those of its exhibits that the officer may open."""
    opened = Paper.objects.opened_to(seat.officer).order_by("number")
    return (
        seat.matter.answers.select_related("party")
        .defer("manifest")
        .prefetch_related(Prefetch("papers", opened, to_attr="opened"))
    )


def _others(seat: OfficerSeat) -> Any:
    return seat.matter.parties.filter(own=False).select_related("matter", "country")
