"""The pages on which an enterprise writes an entrustment: the letter, and the list of materials."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from enterprises.access import private
from enterprises.views.answering import act
from legal.appraisal.actions import saying
from legal.appraisal.forms.entrustment import EntrustmentForm, said_of
from legal.appraisal.forms.material import MaterialForm
from legal.appraisal.kinds import SLUG
from legal.matters import access
from legal.matters.access import Seat
from legal.matters.forms.versions import VersionForm
from legal.matters.views.drafting import answer, refused, shown_beside
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError

typed = require_http_methods(["GET", "HEAD", "POST"])


@private
@typed
def entrustment(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = _draft(request, key, matter)
    held = found.matter
    form = EntrustmentForm(request.POST if request.method == "POST" else None, matter=held, saved=said_of(held))
    refusal: NotAllowedError | None = None
    if form.is_valid():
        by, facts = acting(request), form.facts_said
        refusal = refused(lambda: saying.say(held, facts=facts, version=form.seen, by=by))
        if refusal is None:
            messages.success(request, _("The entrustment letter is saved."))
            return redirect(held)
    context = {"form": form, **shown_beside(form, refusal, held, said_of)}
    return answer(request, found, "appraisal/entrustment.html", context)


@private
@typed
def materials(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = _draft(request, key, matter)
    held = found.matter
    form = MaterialForm(request.POST if request.method == "POST" else None, matter=held)
    if form.is_valid():
        refusal = refused(lambda: saying.list_material(held, facts=form.facts, by=acting(request)))
        if refusal is None:
            messages.success(request, _("The material is listed."))
            return redirect(reverse("appraisal:materials", kwargs=held.place))
        form.add_error(None, refusal.messages)
    listed = held.materials.select_related("produced__exhibit")
    return answer(request, found, "appraisal/materials.html", {"form": form, "materials": listed})


@private
@require_POST
def take_off(request: HttpRequest, key: str, matter: str, position: int) -> HttpResponse:
    found = _draft(request, key, matter)
    material = get_object_or_404(found.matter.materials.select_related("matter"), position=position)
    form = VersionForm(request.POST)
    if not form.is_valid():
        raise Http404
    return act(
        request,
        lambda: saying.take_off(material, by=acting(request), **form.cleaned_data),
        _("The material is taken off the list."),
        to=reverse("appraisal:materials", kwargs=found.matter.place),
    )


def _draft(request: HttpRequest, key: str, matter: str) -> Seat:
    """An appraisal that whoever asks may write; Http404 for a matter of another kind, and as `access.draft`."""
    found = access.draft(request, key, matter)
    if found.matter.kind != SLUG:
        raise Http404(_("This matter is no appraisal."))
    return found
