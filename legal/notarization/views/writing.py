"""The page on which an enterprise says what is to be notarized."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from enterprises.access import private
from legal.matters import access
from legal.matters.forms.party import AbroadForm
from legal.matters.views.drafting import answer, refused, shown_beside
from legal.notarization.actions.saying import say
from legal.notarization.completeness import of
from legal.notarization.forms.particulars import ParticularsForm, said_of
from legal.notarization.kinds import SLUG
from legal.notarization.routing import way_of
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError


@private
@require_http_methods(["GET", "HEAD", "POST"])
def particulars(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = access.draft(request, key, matter)
    held = found.matter
    if held.kind != SLUG:
        raise Http404(_("This matter is no notarization."))
    saved = said_of(held)
    shown = {**saved, "country": saved["country"] or AbroadForm(request.GET).code}
    form = ParticularsForm(request.POST if request.method == "POST" else None, matter=held, saved=shown)
    refusal: NotAllowedError | None = None
    if form.is_valid():
        by, facts, chosen = acting(request), form.facts, form.ticked
        refusal = refused(lambda: say(held, facts=facts, documents=chosen, version=form.seen, by=by))
        if refusal is None:
            messages.success(request, _("What is to be notarized is saved."))
            return redirect(held)
    passage = way_of(of(held), on=timezone.localdate())
    context = {"form": form, "passage": passage, **shown_beside(form, refusal, held, said_of)}
    return answer(request, found, "notarization/particulars.html", context)
