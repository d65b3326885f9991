"""The settlement, as either side has it: read word by word and confirmed or declined, and handed on for an award."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from legal.matters.models import Matter
from legal.matters.views.drafting import refused
from legal.mediation.actions import awarding, settling
from legal.mediation.actions.declining import decline as decline_text
from legal.mediation.comparing import compared
from legal.mediation.forms import AwardForm, ConfirmForm, DeclineForm
from legal.mediation.models import Award, Settlement
from legal.mediation.seats import Place, of_members, of_reached
from legal.mediation.shown import award_of, settlement_of
from legal.mediation.states import AWARDED, State
from portal.accounts.acting import acting


@require_http_methods(["GET", "HEAD", "POST"])
def settlement(request: HttpRequest, place: Place) -> HttpResponse:
    matter, text = place.matter, _standing(place)
    form = ConfirmForm(request.POST if request.method == "POST" else None, initial={"sha256": text.sha256})
    if not form.is_valid():
        return _page(request, place, text, confirming=form)
    sha256, language = form.cleaned_data["sha256"], get_language() or matter.language
    refusal = refused(lambda: settling.confirm(matter, sha256=sha256, language=language, by=acting(request)))
    if refusal is None:
        messages.success(request, _("You have confirmed the text."))
    else:
        messages.error(request, " ".join(refusal.messages))
    return redirect(place.address("settlement"))


@require_POST
def decline(request: HttpRequest, place: Place) -> HttpResponse:
    matter, form = place.matter, DeclineForm(request.POST)
    if not form.is_valid():
        return _page(request, place, _standing(place), declining=form)
    refusal = refused(lambda: decline_text(matter, by=acting(request), **form.cleaned_data))
    if refusal is None:
        messages.success(request, _("You have declined the text: the sessions go on."))
        return redirect(place.back)
    matter.refresh_from_db()
    if not _may_decline(place):
        messages.error(request, " ".join(refusal.messages))
        return redirect(place.back)
    # The reason is kept, and is about the text that the page shows now.
    text = _standing(place)
    form = DeclineForm(request.POST.dict() | {form.add_prefix("sha256"): text.sha256})
    form.add_error(None, refusal.messages)
    return _page(request, place, text, declining=form)


@require_POST
def award(request: HttpRequest, place: Place) -> HttpResponse:
    said: dict[str, Any] = {}
    if place.participant is not None and _may_ask(place):
        form = AwardForm(request.POST, seat=place.participant)
        if not form.is_valid():
            return _page(request, place, _standing(place), choosing=form)
        said = form.cleaned_data
    made: list[Award] = []
    refusal = refused(lambda: made.append(awarding.hand_on(place.matter, by=acting(request), **said)))
    if refusal is not None:
        messages.error(request, " ".join(refusal.messages))
        return redirect(place.back)
    messages.success(request, _("A request for an award by consent is begun: read it and complete it."))
    return redirect(made[0].begun)


def _standing(place: Place) -> Settlement:
    text = settlement_of(place.matter)
    if text is None:
        raise Http404(_("No settlement is put to the sides."))
    return text


def _may_ask(place: Place) -> bool:
    """Whether this side can ask for an award now."""
    return place.acts and place.matter.state in AWARDED


def _begun(place: Place) -> Matter | None:
    """The request for an award that this side has begun already, where whoever looks may read it."""
    award = award_of(place.matter, place.side, seat=place.participant)
    return award.begun if award is not None and not award.begun.is_ended else None


def _may_decline(place: Place) -> bool:
    """Whether this side can decline the text now, even one it has confirmed."""
    return place.acts and place.matter.state == State.SETTLED


def _page(
    request: HttpRequest,
    place: Place,
    text: Settlement,
    *,
    confirming: ConfirmForm | None = None,
    declining: DeclineForm | None = None,
    choosing: AwardForm | None = None,
) -> HttpResponse:
    """The text, who has confirmed it, and what this side can do: confirm it, decline it, or ask for an award by it."""
    matter, confirmations = place.matter, list(text.confirmations.select_related("by"))
    open_to = _may_decline(place)
    asked = open_to and place.side not in {one.side for one in confirmations}
    unsound = any(form.is_bound for form in (confirming, declining, choosing) if form)
    may_ask = _may_ask(place)
    if may_ask and place.participant is not None:
        choosing = choosing or AwardForm(seat=place.participant)
    context = {
        "place": place,
        "matter": matter,
        "settlement": text,
        "comparison": compared(text),
        "confirmations": confirmations,
        "form": (confirming or ConfirmForm(initial={"sha256": text.sha256})) if asked else None,
        "declining": (declining or DeclineForm(initial={"sha256": text.sha256})) if open_to else None,
        "decline_at": place.address("decline-text"),
        "award_at": place.address("award") if may_ask else "",
        "begun": _begun(place) if may_ask else None,
        "choosing": choosing,
        "leave_at": place.address("leave") if place.participant and asked else "",
    }
    return render(request, "mediation/settlement.html", context, status=422 if unsound else 200)


settlement_as_member, settlement_as_participant = of_members(settlement), of_reached(settlement)
decline_as_member, decline_as_participant = of_members(decline), of_reached(decline)
award_as_member, award_as_participant = of_members(award), of_reached(award)
