"""Parts of a request of which there can be several: they are listed with a form for another, changed, taken out."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST
from django_stubs_ext import StrPromise

from enterprises.access import private
from enterprises.views.answering import act
from legal.arbitration import access
from legal.arbitration.actions import agreeing
from legal.arbitration.actions import parts as writing
from legal.arbitration.forms import AgreementForm, ClaimForm, MeasureForm, PartForm
from legal.arbitration.kinds import ClaimKind
from legal.arbitration.models import Agreement, Claim, Measure, Part
from legal.arbitration.views.answering import answer
from legal.matters.forms.versions import VersionForm
from legal.matters.kinds import Side
from legal.matters.models import Matter
from legal.matters.views.drafting import refused, shown_beside
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError

typed = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of part: its page, its form, how it is written, what an empty form says."""

    name: str
    page: str
    model: type[Part]
    form: type[PartForm]
    add: Callable[..., Any]
    change: Callable[..., Any]
    template: str
    lead: StrPromise
    another: StrPromise
    first: dict[str, Any]


KINDS: Final = {
    "agreements": Kind(
        "agreements",
        "agreement",
        Agreement,
        AgreementForm,
        agreeing.add,
        agreeing.change,
        "arbitration/filing/agreements.html",
        gettext_lazy("What the parties agreed on disputes, contract by contract, and what the check reads in it."),
        gettext_lazy("Add an agreement"),
        {},
    ),
    "claims": Kind(
        "claims",
        "claim",
        Claim,
        ClaimForm,
        lambda matter, **given: writing.add(matter, Claim, **given),
        writing.change,
        "arbitration/filing/claims.html",
        gettext_lazy("Each claim by itself. Amounts stand in any currency; rate, day and source are what you type."),
        gettext_lazy("Add a claim"),
        {"kind": ClaimKind.MONEY, "currency": "CNY"},
    ),
    "measures": Kind(
        "measures",
        "measure",
        Measure,
        MeasureForm,
        lambda matter, **given: writing.add(matter, Measure, **given),
        writing.change,
        "arbitration/filing/measures.html",
        gettext_lazy("Where something has to be preserved before the award. Nobody has to ask for any."),
        gettext_lazy("Ask for a measure"),
        {},
    ),
}


@private
@typed
def several(request: HttpRequest, key: str, matter: str, kind: str) -> HttpResponse:
    found, one = access.draft(request, key, matter), KINDS[kind]
    form = one.form(request.POST if request.method == "POST" else None, matter=found.matter, saved=one.first)
    if form.is_valid():
        refusal = refused(lambda: one.add(found.matter, facts=form.typed, by=acting(request)))
        if refusal is None:
            messages.success(request, _("Saved."))
            return redirect(reverse(f"arbitration:{one.name}", kwargs=found.matter.place))
        form.add_error(None, refusal.messages)
    shown = {
        "form": form,
        "kind": one,
    }
    return answer(request, found, one.template, shown, step=one.name)


@private
@typed
def one(request: HttpRequest, key: str, matter: str, kind: str, position: int) -> HttpResponse:
    found, one = access.draft(request, key, matter), KINDS[kind]
    there = get_object_or_404(_rows(one, found.matter), position=position)
    sent = request.POST if request.method == "POST" else None
    form = one.form(sent, matter=found.matter, saved=one.form.said(there))
    refusal: NotAllowedError | None = None
    if form.is_valid():
        by = acting(request)
        refusal = refused(lambda: one.change(there, facts=form.typed, version=form.seen, by=by))
        if refusal is None:
            messages.success(request, _("Saved."))
            return redirect(reverse(f"arbitration:{one.name}", kwargs=found.matter.place))
    meanwhile = shown_beside(form, refusal, found.matter, partial(_saved, one, position=position))
    shown = {"form": form, "kind": one, "part": there, **meanwhile}
    return answer(request, found, "arbitration/filing/part.html", shown, step=one.name)


@private
@require_POST
def remove(request: HttpRequest, key: str, matter: str, kind: str, position: int) -> HttpResponse:
    found, one = access.draft(request, key, matter), KINDS[kind]
    there = get_object_or_404(_rows(one, found.matter), position=position)
    form = VersionForm(request.POST)
    if not form.is_valid():
        raise Http404
    return act(
        request,
        lambda: writing.remove(there, by=acting(request), **form.cleaned_data),
        _("Taken out."),
        to=reverse(f"arbitration:{one.name}", kwargs=found.matter.place),
    )


def _rows(kind: Kind, matter: Matter) -> Any:
    """The parts of the applicant's own; a counterclaim is none of them."""
    if kind.model is Claim:
        return Claim.objects.filter(matter=matter).of_side(Side.APPLICANT).select_related("matter")
    return kind.model._default_manager.filter(matter=matter).select_related("matter")


def _saved(kind: Kind, matter: Matter, *, position: int) -> dict[str, Any]:
    """What is said of a part as it is saved; Http404 where it was taken out."""
    return kind.form.said(get_object_or_404(_rows(kind, matter), position=position))
