"""A respondent writes its counterclaims, claim by claim, until its answer is filed."""

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from enterprises.access import private
from enterprises.errors import ChangedMeanwhileError
from enterprises.views.answering import act
from legal.arbitration.access import KIND
from legal.arbitration.actions import claiming
from legal.arbitration.forms import CounterclaimForm
from legal.arbitration.kinds import ClaimKind
from legal.arbitration.models import Claim
from legal.matters.forms.versions import VersionForm
from legal.matters.views.drafting import refused
from legal.serving import access
from legal.serving.actions.answering import may_answer, may_claim
from legal.serving.models import AnswerDraft, Participant
from portal.accounts.acting import acting
from portal.languages import DEFAULT
from portal.workflow.errors import NotAllowedError

typed = require_http_methods(["GET", "HEAD", "POST"])
FIRST: Final = {"kind": ClaimKind.MONEY, "currency": "CNY"}


@private
@typed
def several(request: HttpRequest, served: str) -> HttpResponse:
    seat = _seat(request, served)
    form = CounterclaimForm(_sent(request), saved=FIRST, version=_version(seat))
    if form.is_valid():
        language = get_language() or DEFAULT.code
        refusal = refused(lambda: claiming.add(seat, facts=form.typed, language=language, by=acting(request)))
        if refusal is None:
            messages.success(request, _("Saved. Nobody else is shown it until you file your answer."))
            return redirect("arbitration:counterclaims", seat.key)
        form.add_error(None, refusal.messages)
    return _shown(request, seat, {"form": form})


@private
@typed
def one(request: HttpRequest, served: str, position: int) -> HttpResponse:
    seat = _seat(request, served)
    there = get_object_or_404(_own(seat), position=position)
    form = CounterclaimForm(_sent(request), saved=CounterclaimForm.said(there), version=_version(seat))
    refusal: NotAllowedError | None = None
    if form.is_valid():
        by = acting(request)
        refusal = refused(lambda: claiming.change(there, seat=seat, facts=form.typed, version=form.seen, by=by))
        if refusal is None:
            messages.success(request, _("Saved. Nobody else is shown it until you file your answer."))
            return redirect("arbitration:counterclaims", seat.key)
    return _shown(request, seat, {"form": form, "there": there, **_beside(form, refusal, seat, position)})


@private
@require_POST
def remove(request: HttpRequest, served: str, position: int) -> HttpResponse:
    seat = _seat(request, served)
    there = get_object_or_404(_own(seat), position=position)
    form = VersionForm(request.POST)
    if not form.is_valid():
        raise Http404
    return act(
        request,
        lambda: claiming.remove(there, seat=seat, by=acting(request), **form.cleaned_data),
        _("Taken out."),
        to=reverse("arbitration:counterclaims", args=[seat.key]),
    )


def _seat(request: HttpRequest, served: str) -> Participant:
    """From which side it is asked for; who was writing when the matter moved on gets back what they have typed."""
    seat = access.seat(request, served)
    writes = may_answer(seat) or bool(request.POST.get("text"))
    if seat.matter.kind != KIND or not may_claim(seat) or not writes:
        raise Http404(_("No counterclaim can be written as the matter stands now."))
    return seat


def _own(seat: Participant) -> Any:
    return Claim.objects.of_party(seat.party).select_related("matter", "agreement")


def _version(seat: Participant) -> int:
    draft = AnswerDraft.objects.filter(party=seat.party_id).first()
    return draft.version if draft else 0


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _beside(
    form: CounterclaimForm, refusal: NotAllowedError | None, seat: Participant, position: int
) -> dict[str, Any]:
    """Why it is not saved, and what a colleague has saved meanwhile; sent again, the page is saved upon that."""
    if refusal is None:
        return {}
    differing: list[tuple[str, str]] = []
    if isinstance(refusal, ChangedMeanwhileError):
        there = get_object_or_404(_own(seat), position=position)
        differing = list(form.differing(CounterclaimForm.said(there)))
        form.go_on_from(_version(seat))
    return {"refusal": " ".join(refusal.messages), "differing": differing}


def _shown(request: HttpRequest, seat: Participant, more: dict[str, Any]) -> HttpResponse:
    shown = {
        "seat": seat,
        "matter": seat.matter,
        "claims": _own(seat),
        "version": _version(seat),
        "there": None,
        "refusal": "",
        "differing": [],
        **more,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "arbitration/filing/counterclaims.html", shown, status=status)
