"""The settlement, as either side has it: read word by word and confirmed, and handed on for an award."""

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
from legal.mediation.comparing import compared
from legal.mediation.forms import AwardForm, ConfirmForm
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


def _page(
    request: HttpRequest,
    place: Place,
    text: Settlement,
    *,
    confirming: ConfirmForm | None = None,
    choosing: AwardForm | None = None,
) -> HttpResponse:
    """The text, who has confirmed it, and what this side can do with it: confirm it, or ask for an award by it."""
    matter, confirmations = place.matter, list(text.confirmations.select_related("by"))
    asked = place.acts and matter.state == State.SETTLED and place.side not in {one.side for one in confirmations}
    unsound = any(form.is_bound for form in (confirming, choosing) if form)
    may_ask = _may_ask(place)
    if may_ask and place.participant is not None:
        choosing = choosing or AwardForm(seat=place.participant)
    context = {
        "place": place,
        "matter": matter,
        "settlement": text,
        "comparison": compared(text),
        "confirmations": confirmations,
        "form": confirming if asked else None,
        "award_at": place.address("award") if may_ask else "",
        "begun": _begun(place) if may_ask else None,
        "choosing": choosing,
        "leave_at": place.address("leave") if place.participant and asked else "",
    }
    return render(request, "mediation/settlement.html", context, status=422 if unsound else 200)


settlement_as_member, settlement_as_participant = of_members(settlement), of_reached(settlement)
award_as_member, award_as_participant = of_members(award), of_reached(award)
