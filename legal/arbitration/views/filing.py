"""What a request says once: facts and reasons, institution and procedure, the address for service."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from allauth.account.models import EmailAddress
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from enterprises.access import private
from legal.arbitration import access
from legal.arbitration.actions import parts as writing
from legal.arbitration.estimating import CEILING
from legal.arbitration.forms import ProcedureForm, ServiceForm, StoryForm
from legal.arbitration.models.filing import filing_of
from legal.arbitration.views.answering import answer
from legal.matters.access import Seat
from legal.matters.forms.versions import VersionedForm
from legal.matters.models import Matter
from legal.matters.views.drafting import refused, shown_beside
from legal.rules import finding
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError

typed = require_http_methods(["GET", "HEAD", "POST"])
BY_SCRIPT: Final = "HX-Request"


@private
@typed
def story(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    """Saved by a script while it is written too: then only what changed of the page is answered."""
    found = access.draft(request, key, matter)
    form = StoryForm(_sent(request), matter=found.matter, saved=_told(found.matter))
    if BY_SCRIPT in request.headers and request.method == "POST":
        return _kept(request, found, form)
    return _written(request, found, form, _Way("facts", "arbitration/filing/facts.html", "write-facts", _told))


@private
@typed
def procedure(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = access.draft(request, key, matter)
    form = ProcedureForm(_sent(request), matter=found.matter, saved=_chosen(found.matter))
    more = {
        "ceiling": finding.rule(CEILING, on=timezone.localdate()),
    }
    return _written(
        request, found, form, _Way("procedure", "arbitration/filing/procedure.html", "write-procedure", _chosen), more
    )


@private
@typed
def service(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found, by = access.draft(request, key, matter), acting(request)
    addresses = list(EmailAddress.objects.filter(user=by, verified=True).order_by("-primary", "email"))
    form = ServiceForm(
        _sent(request), matter=found.matter, saved=_confirmed(found.matter), addresses=[one.email for one in addresses]
    )
    way = _Way(
        "service",
        "arbitration/filing/service.html",
        "confirm-address",
        _confirmed,
        lambda given: _confirming(given, request),
    )
    return _written(request, found, form, way, {})


class _Way:
    """How one of these pages is written: its name and template, what the history calls it, what is saved and kept."""

    def __init__(
        self,
        name: str,
        template: str,
        what: str,
        saved: Callable[[Matter], Mapping[str, Any]],
        kept: Callable[[dict[str, Any]], dict[str, Any]] = dict,
    ) -> None:
        self.name, self.template, self.what = name, template, what
        self.saved, self.kept = saved, kept


def _written(
    request: HttpRequest, found: Seat, form: VersionedForm, way: _Way, more: Mapping[str, Any] | None = None
) -> HttpResponse:
    refusal: NotAllowedError | None = None
    if form.is_valid():
        refusal = _write(found, form, way, request)
        if refusal is None:
            messages.success(request, _("Saved."))
            return redirect(reverse(f"arbitration:{way.name}", kwargs=found.matter.place))
    shown = {"form": form, **shown_beside(form, refusal, found.matter, way.saved), **(more or {})}
    return answer(request, found, way.template, shown, step=way.name)


def _write(found: Seat, form: VersionedForm, way: _Way, request: HttpRequest) -> NotAllowedError | None:
    facts = way.kept({name: form.cleaned_data[name] for name in form.answered})
    by = acting(request)
    return refused(lambda: writing.write(found.matter, way.what, facts=facts, version=form.seen, by=by))


def _kept(request: HttpRequest, found: Seat, form: StoryForm) -> HttpResponse:
    """What is put in place of the line that says whether it is saved, with the version it is saved upon now."""
    problem = ""
    if form.is_valid():
        refusal = _write(found, form, _Way("facts", "arbitration/filing/facts.html", "write-facts", _told), request)
        problem = " ".join(refusal.messages) if refusal else ""
    else:
        problem = " ".join(str(error) for errors in form.errors.values() for error in errors)
    found.matter.refresh_from_db(fields=["version", "changed_at"])
    return render(request, "arbitration/filing/_kept.html", {"matter": found.matter, "problem": problem})


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _told(matter: Matter) -> dict[str, Any]:
    filing = filing_of(matter)
    return {"facts": filing.facts, "reasons": filing.reasons}


def _chosen(matter: Matter) -> dict[str, Any]:
    filing = filing_of(matter)
    kept = ("case_kind", "procedure", "ground", "why")
    slug = filing.institution.slug if filing.institution else ""
    return {name: getattr(filing, name) for name in kept} | {"institution": slug}


def _confirmed(matter: Matter) -> dict[str, Any]:
    return {"address": filing_of(matter).service_address, "agreed": False}


def _confirming(given: dict[str, Any], request: HttpRequest) -> dict[str, Any]:
    return {
        "service_address": given["address"],
        "service_confirmed_at": timezone.now(),
        "service_confirmed_by": acting(request),
    }
