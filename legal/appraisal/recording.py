"""The pages of the console on which an officer records what belongs to an appraisal."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from legal.appraisal import printing
from legal.appraisal.actions import deciding
from legal.appraisal.forms.material import HandoverForm
from legal.appraisal.forms.recording import ExtendForm, OpinionForm
from legal.exhibits.actions.facts import Facts
from legal.exhibits.models import Form, Kind
from legal.matters.models import Matter
from legal.matters.officers import for_officers, officer_seat
from legal.matters.recording import recorded
from portal.accounts.acting import acting
from portal.languages import by_code

typed = require_http_methods(["GET", "HEAD", "POST"])


@for_officers
@typed
def take_over(request: HttpRequest, matter: str) -> HttpResponse:
    held = officer_seat(request, matter, holding=True).matter
    form = HandoverForm(_sent(request), materials=list(held.materials.all()))

    def doing(said: dict[str, Any]) -> None:
        deciding.take_over(held, by=acting(request), **form.said)

    title, done = (
        _("Take the materials over"),
        _("The receipt is made. The client can confirm it, or sign it on paper."),
    )
    return recorded(request, held, form, doing, title=title, done=done)


@for_officers
@typed
def extend(request: HttpRequest, matter: str) -> HttpResponse:
    held = officer_seat(request, matter, holding=True).matter

    def doing(said: dict[str, Any]) -> None:
        deciding.extend(held, by=acting(request), **said)

    title, done = _("Extend the time for the appraisal"), _("The extension is recorded, and told to the client.")
    return recorded(request, held, ExtendForm(_sent(request)), doing, title=title, done=done)


@for_officers
@typed
def issue(request: HttpRequest, matter: str) -> HttpResponse:
    held, by = officer_seat(request, matter, holding=True).matter, acting(request)

    def doing(said: dict[str, Any]) -> None:
        kept = {name: said[name] for name in ("number", "issued_on", "paper")}
        deciding.issue(held, facts=_facts(held, said), by=by, **kept)

    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    title, done = _("Record the opinion"), _("The opinion is recorded, and an exhibit from now on.")
    return recorded(request, held, OpinionForm(*sent, by=by), doing, title=title, done=done)


@for_officers
@require_safe
def receipt(request: HttpRequest, matter: str, position: int) -> HttpResponse:
    held = officer_seat(request, matter).matter
    return printing.answer(get_object_or_404(held.handovers.select_related("matter"), position=position))


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _facts(matter: Matter, said: dict[str, Any]) -> Facts:
    """The opinion as an exhibit."""
    return Facts(
        name=said["name"],
        worded_in=by_code(get_language() or "").code,
        kind=Kind.OPINION,
        form=Form.ORIGINAL,
        language=said["language"],
        second_language=said["second_language"],
        source=matter.number,
        dated=said["issued_on"],
    )
