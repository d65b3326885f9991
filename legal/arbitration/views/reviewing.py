"""The request is read as a whole, as it will be frozen; and where staff asked for it, submitted once more."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from enterprises.access import private
from legal.arbitration import access
from legal.arbitration.comparing import changed
from legal.arbitration.requesting import Request
from legal.arbitration.views.answering import answer
from legal.matters.access import Seat
from legal.matters.actions import submitting
from legal.matters.completeness import missing_in
from legal.matters.errors import IncompleteMatterError
from legal.matters.forms.versions import VersionForm
from legal.matters.kinds import Side
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError


@private
@require_safe
def estimate(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = access.draft(request, key, matter)
    return answer(request, found, "arbitration/filing/estimate.html", {}, step="estimate")


@private
@require_safe
def review(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = access.draft(request, key, matter)
    return _reviewed(request, found, missing_in(found.matter))


@private
@require_POST
def supplement(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = access.draft(request, key, matter)
    form = VersionForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        submitting.supplement(found.matter, by=acting(request), **form.cleaned_data)
    except IncompleteMatterError as refusal:
        return _reviewed(request, found, refusal.missing)
    except NotAllowedError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect(reverse("arbitration:review", kwargs=found.matter.place))
    messages.success(request, _("The supplement is submitted. The receipt follows in a moment."))
    return redirect(found.matter)


def _reviewed(request: HttpRequest, found: Seat, missing: Sequence[str]) -> HttpResponse:
    held = found.matter
    shown = {
        "missing": missing,
        "changed": changed(Request.of(held)),
        "parties": held.parties.select_related("country"),
        "representatives": held.representatives.select_related("party", "authority"),
        "produced": held.produced.shown_to(Side.APPLICANT).with_exhibits(),
    }
    return answer(request, found, "arbitration/filing/review.html", shown, step="review")
