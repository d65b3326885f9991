"""The settlement, as either side has it: read word by word and confirmed, and handed on for an award."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from legal.matters.views.drafting import refused
from legal.mediation.actions import awarding, settling
from legal.mediation.forms import ConfirmForm
from legal.mediation.models import Award
from legal.mediation.seats import Place, of_members, of_reached
from legal.mediation.shown import settlement_of
from legal.mediation.states import State
from portal.accounts.acting import acting


@require_http_methods(["GET", "HEAD", "POST"])
def settlement(request: HttpRequest, place: Place) -> HttpResponse:
    matter = place.matter
    text = settlement_of(matter)
    if text is None:
        raise Http404(_("No settlement is put to the sides."))
    form = ConfirmForm(request.POST if request.method == "POST" else None, initial={"sha256": text.sha256})
    if form.is_valid():
        sha256, language = form.cleaned_data["sha256"], get_language() or matter.language
        refusal = refused(lambda: settling.confirm(matter, sha256=sha256, language=language, by=acting(request)))
        if refusal is None:
            messages.success(request, _("You have confirmed the text."))
        else:
            messages.error(request, " ".join(refusal.messages))
        return redirect(place.address("settlement"))
    confirmations = list(text.confirmations.select_related("by"))
    asked = place.acts and matter.state == State.SETTLED and place.side not in {one.side for one in confirmations}
    award = place.participant is None and matter.state in (State.CONFIRMED, State.CLOSED)
    context = {
        "place": place,
        "matter": matter,
        "settlement": text,
        "confirmations": confirmations,
        "form": form if asked else None,
        "award_at": place.address("award") if award else "",
        "leave_at": place.address("leave") if place.participant and asked else "",
    }
    return render(request, "mediation/settlement.html", context, status=422 if form.is_bound else 200)


@require_POST
def award(request: HttpRequest, place: Place) -> HttpResponse:
    made: list[Award] = []
    refusal = refused(lambda: made.append(awarding.hand_on(place.matter, by=acting(request))))
    if refusal is not None:
        messages.error(request, " ".join(refusal.messages))
        return redirect(place.back)
    messages.success(request, _("A request for an award by consent is begun: read it and complete it."))
    return redirect(made[0].begun)


settlement_as_member, settlement_as_participant = of_members(settlement), of_reached(settlement)
award_as_member = of_members(award)
