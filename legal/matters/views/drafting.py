"""The parts of a draft that every matter has: what it is about, and who is concerned."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from enterprises.access import private
from enterprises.errors import ChangedMeanwhileError
from enterprises.views.answering import act
from legal.matters import access
from legal.matters.access import Seat
from legal.matters.actions import drafting
from legal.matters.forms.matter import MatterForm, about
from legal.matters.forms.party import AbroadForm, PartyForm, said_of
from legal.matters.forms.versions import VersionedForm, VersionForm
from legal.matters.kinds import Side
from legal.matters.models import Matter
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError

typed = require_http_methods(["GET", "HEAD", "POST"])


@private
@typed
def facts(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = access.draft(request, key, matter)
    form = MatterForm(
        request.POST if request.method == "POST" else None, matter=found.matter, saved=about(found.matter)
    )
    refusal: NotAllowedError | None = None
    if form.is_valid():
        by = acting(request)
        refusal = refused(lambda: drafting.save(found.matter, version=form.seen, by=by, **form.facts))
        if refusal is None:
            return redirect(found.matter)
    meanwhile = shown_beside(form, refusal, found.matter, about)
    return answer(request, found, "matters/about.html", {"form": form, **meanwhile})


@private
@typed
def parties(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = access.draft(request, key, matter)
    form = PartyForm(
        request.POST if request.method == "POST" else None,
        matter=found.matter,
        saved={"side": "respondent", "kind": "company", "country": AbroadForm(request.GET).code},
    )
    if form.is_valid():
        refusal = refused(lambda: drafting.add_party(found.matter, facts=form.facts, by=acting(request)))
        if refusal is None:
            messages.success(request, _("The party is named."))
            return redirect(reverse("matters:parties", kwargs=found.matter.place))
        form.add_error(None, refusal.messages)
    context = {
        "form": form,
        "parties": found.matter.parties.select_related("country"),
        "disputed": Side.RESPONDENT in found.matter.proceeding.sides,
    }
    return answer(request, found, "matters/parties.html", context)


@private
@typed
def party(request: HttpRequest, key: str, matter: str, position: int) -> HttpResponse:
    found = access.draft(request, key, matter)
    there = get_object_or_404(found.matter.parties.select_related("matter", "country"), position=position, own=False)
    form = PartyForm(request.POST if request.method == "POST" else None, matter=found.matter, saved=said_of(there))
    refusal: NotAllowedError | None = None
    if form.is_valid():
        by = acting(request)
        refusal = refused(lambda: drafting.change_party(there, facts=form.facts, version=form.seen, by=by))
        if refusal is None:
            messages.success(request, _("What is said of the party is saved."))
            return redirect(reverse("matters:parties", kwargs=found.matter.place))
    meanwhile = shown_beside(form, refusal, found.matter, partial(_saved, position=position))
    context = {"form": form, "party": there, **meanwhile}
    return answer(request, found, "matters/party.html", context)


@private
@require_POST
def remove_party(request: HttpRequest, key: str, matter: str, position: int) -> HttpResponse:
    found = access.draft(request, key, matter)
    there = get_object_or_404(found.matter.parties.select_related("matter"), position=position)
    form = VersionForm(request.POST)
    if not form.is_valid():
        raise Http404
    return act(
        request,
        lambda: drafting.remove_party(there, by=acting(request), **form.cleaned_data),
        _("The party is taken out."),
        to=reverse("matters:parties", kwargs=found.matter.place),
    )


def _saved(matter: Matter, *, position: int) -> dict[str, Any]:
    """What is said of a party as it is saved; Http404 where it was taken out."""
    return said_of(get_object_or_404(matter.parties.select_related("country"), position=position))


def refused(doing: Callable[[], object]) -> NotAllowedError | None:
    """Do something, and answer why it is not allowed; None where it is done."""
    try:
        doing()
    except NotAllowedError as refusal:
        return refusal
    return None


def shown_beside(
    form: VersionedForm,
    refusal: NotAllowedError | None,
    matter: Matter,
    saved: Callable[[Matter], Mapping[str, Any]],
) -> dict[str, Any]:
    """What a page shows beside the form where it was refused: both answers, where somebody has saved others meanwhile.

    Sent again, the page is saved upon what is saved now.
    """
    if refusal is None:
        return {"refusal": "", "differing": []}
    differing: list[tuple[str, str]] = []
    if isinstance(refusal, ChangedMeanwhileError):
        held = get_object_or_404(Matter, pk=matter.pk)
        differing = list(form.differing(saved(held)))
        form.go_on_from(held.version)
    return {"refusal": " ".join(refusal.messages), "differing": differing}


def answer(request: HttpRequest, found: Seat, template: str, context: Mapping[str, Any]) -> HttpResponse:
    """A page of a draft; whoever sent it knows by the status that it was not saved."""
    status = 422 if request.method == "POST" else 200
    return render(request, template, {"matter": found.matter, "seat": found, **context}, status=status)
