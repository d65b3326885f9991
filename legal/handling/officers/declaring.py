"""The page on which an officer declares, before a file is opened, whether there is a conflict of interest."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from legal.handling.forms.deciding import DeclarationForm
from legal.matters.actions.declaring import declare
from legal.matters.models import Declaration, Matter
from legal.matters.models.declaration import WORDS
from legal.matters.officers import FILE
from portal.accounts.acting import acting
from portal.themed import page
from portal.workflow.errors import NotAllowedError


def declare_page(request: HttpRequest, matter: str) -> HttpResponse:
    by = acting(request)
    found = Matter.objects.handled_by(by).select_related("enterprise").filter(key=matter).first()
    if found is None:
        raise Http404(_("There is no such matter."))
    form = DeclarationForm(request.POST if request.method == "POST" else None)
    refused: list[str] = []
    if form.is_valid():
        conflict = form.cleaned_data["conflict"] == "yes"
        try:
            declare(found, conflict=conflict, by=by)
        except NotAllowedError as refusal:
            refused = refusal.messages
        else:
            return _leave(request, found, conflict=conflict)
    return page(request, "admin/handling/declare.html", found.number, **_shown(found, by), refused=refused)


def _leave(request: HttpRequest, matter: Matter, *, conflict: bool) -> HttpResponse:
    if not conflict:
        return redirect(FILE, matter=matter.key)
    messages.success(request, _("Your conflict of interest is noted. The file stays closed to you."))
    return redirect("admin:matters_matter_changelist")


def _shown(matter: Matter, by: Any) -> dict[str, Any]:
    """The names one declares about, and nothing else of the matter."""
    said = set(Declaration.objects.of(matter, by).values_list("conflict", flat=True))
    return {
        "matter": matter,
        "parties": matter.parties.select_related("country"),
        "representatives": matter.representatives.select_related("party"),
        "words": WORDS,
        "declared": bool(said),
        "closed": True in said,
    }
