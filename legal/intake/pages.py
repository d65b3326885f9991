"""The pages of the console on which archives of law are brought, looked at, and decided upon."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from legal.intake import watching
from legal.intake.actions import deciding
from legal.intake.forms import IntakeForm
from legal.intake.models import FoundLaw, Intake
from legal.intake.states import State
from portal.accounts.acting import acting
from portal.accounts.models import User
from portal.reference.models import Jurisdiction
from portal.themed import page
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event

# In seconds, between two looks of a page that waits.
REFRESH: Final = "3"
A_PAGE: Final = 50


def add_page(request: HttpRequest) -> HttpResponse:
    by = acting(request)
    form = IntakeForm(request.POST, request.FILES, by=by) if request.method == "POST" else IntakeForm(by=by)
    if form.is_valid():
        told = form.cleaned_data
        return redirect(deciding.bring(told["archive"], jurisdiction=told["jurisdiction"], by=by))
    return page(request, "admin/intake/add.html", _("Import laws"), form=form)


def import_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once more; then it is done."""
    intake = get_object_or_404(Intake, pk=pk)
    if request.method == "POST" or intake.state != State.CHECKED:
        return _done(request, intake, deciding.import_laws)
    return page(
        request, "admin/intake/confirm.html", _("Import laws from “%(name)s”?") % {"name": intake}, intake=intake
    )


def discard_page(request: HttpRequest, pk: int) -> HttpResponse:
    return _done(request, get_object_or_404(Intake, pk=pk), deciding.discard)


def retry_page(request: HttpRequest, pk: int) -> HttpResponse:
    return _done(request, get_object_or_404(Intake, pk=pk), deciding.retry)


def told(request: HttpRequest, intake: Intake) -> dict[str, Any]:
    """What the page of an import shows; whoever has it open is noted."""
    by = acting(request)
    watching.note(intake, by=by)
    findings = intake.findings.filter(stage=intake.stage)
    laws = _paged(request, "laws", intake.laws.filter(stage=intake.stage))
    return {
        "intake": intake,
        "file": intake.file,
        "acts": _acts(intake, by),
        "rejected": _paged(request, "rejected", findings.filter(rejected=True)),
        "remarks": _paged(request, "remarks", findings.filter(rejected=False)),
        "laws": laws,
        "rows": _placed(laws),
        "events": Event.objects.of(intake).select_related("by"),
    }


def _acts(intake: Intake, by: User) -> list[str]:
    """What this person may do with it, in the order of the table."""
    if not by.has_perm("intake.add_intake"):
        return []
    return [move.name for move in intake.moves if move.name in {"import", "retry", "discard"}]


def _placed(laws: Iterable[FoundLaw]) -> list[tuple[FoundLaw, str]]:
    """Each law with the name of its jurisdiction, or the code of one that is not held yet."""
    shown = list(laws)
    names = {one.code: str(one) for one in Jurisdiction.objects.filter(code__in={law.code for law in shown})}
    return [(law, names.get(law.code, law.code)) for law in shown]


def _paged(request: HttpRequest, name: str, rows: QuerySet[Any]) -> Page[Any]:
    return Paginator(rows, A_PAGE).get_page(request.GET.get(name))


def _done(request: HttpRequest, intake: Intake, act: Callable[..., None]) -> HttpResponse:
    """Nothing is done by looking; what cannot be done is said on the page of the import."""
    if request.method == "POST":
        try:
            act(intake, by=acting(request))
        except NotAllowedError as refusal:
            messages.error(request, " ".join(refusal.messages))
    return redirect(intake)
