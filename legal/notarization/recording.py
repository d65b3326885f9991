"""The pages of the console on which an officer records what came of an application for notarization."""

import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from legal.exhibits.actions.facts import Facts
from legal.exhibits.models import Form, Kind
from legal.matters.models import Matter
from legal.matters.officers import for_officers, officer_seat
from legal.matters.recording import recorded
from legal.notarization.actions import deciding
from legal.notarization.forms.recording import ApostilleForm, DeliverForm, IssueForm, RefuseForm
from legal.notarization.models import Certificate
from legal.notarization.routing import made_in
from portal.accounts.acting import acting
from portal.languages import by_code

typed = require_http_methods(["GET", "HEAD", "POST"])


@for_officers
@typed
def refuse(request: HttpRequest, matter: str) -> HttpResponse:
    held = officer_seat(request, matter, holding=True).matter

    def doing(said: dict[str, Any]) -> None:
        deciding.refuse(held, by=acting(request), **said)

    title, done = _("Refuse the notarization"), _("The refusal is recorded.")
    return recorded(request, held, RefuseForm(_sent(request)), doing, title=title, done=done)


@for_officers
@typed
def issue(request: HttpRequest, matter: str) -> HttpResponse:
    held = officer_seat(request, matter, holding=True).matter
    by = acting(request)

    def doing(said: dict[str, Any]) -> None:
        kept = {name: said[name] for name in ("number", "issued_on", "paper")}
        deciding.issue(held, facts=_facts(held, said), by=by, **kept)

    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    title, done = _("Record the notarial certificate"), _("The certificate is recorded, and an exhibit from now on.")
    return recorded(request, held, IssueForm(*sent, by=by), doing, title=title, done=done)


@for_officers
@typed
def note_apostille(request: HttpRequest, matter: str) -> HttpResponse:
    held = officer_seat(request, matter, holding=True).matter
    form = ApostilleForm(_sent(request), issued_on=_issued_on(held))

    def doing(said: dict[str, Any]) -> None:
        deciding.note_apostille(held, by=acting(request), **said)

    title, done = _("Record the apostille or legalization"), _("The apostille or legalization is recorded.")
    return recorded(request, held, form, doing, title=title, done=done)


@for_officers
@typed
def deliver(request: HttpRequest, matter: str) -> HttpResponse:
    held = officer_seat(request, matter, holding=True).matter
    form = DeliverForm(_sent(request), issued_on=_issued_on(held))

    def doing(said: dict[str, Any]) -> None:
        deciding.deliver(held, by=acting(request), **said)

    title, done = _("Hand the certificate over"), _("It is recorded to whom the certificate was handed.")
    return recorded(request, held, form, doing, title=title, done=done)


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _issued_on(matter: Matter) -> datetime.date:
    """The day of the certificate; Http404 where there is none yet."""
    return get_object_or_404(Certificate, matter=matter).issued_on


def _facts(matter: Matter, said: dict[str, Any]) -> Facts:
    """The certificate as an exhibit: a scan of an original, made here."""
    return Facts(
        name=said["name"],
        worded_in=by_code(get_language() or "").code,
        kind=Kind.OFFICIAL,
        form=Form.ORIGINAL,
        language=said["language"],
        second_language=said["second_language"],
        source=matter.number,
        dated=said["issued_on"],
        made_in=made_in(),
    )
