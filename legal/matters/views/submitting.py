"""A matter is looked through once more and submitted, or taken back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from enterprises.access import private
from enterprises.policies import Right
from legal.matters import access
from legal.matters.actions import moving, submitting
from legal.matters.completeness import missing_in
from legal.matters.forms.matter import WithdrawForm
from legal.matters.forms.versions import VersionForm
from legal.matters.freezing import files_of
from legal.matters.kinds import WITHDRAW
from legal.matters.views.drafting import refused
from portal.accounts.acting import acting

typed = require_http_methods(["GET", "HEAD", "POST"])


@private
@typed
def submit(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = access.seat(request, key, matter, Right.EDIT)
    held = found.matter
    if not held.is_writable:
        if request.method == "POST":
            # Pressed twice, or a colleague was first: the page of the matter says how it stands.
            return redirect(held)
        raise Http404(_("Nothing can be changed as it stands now."))
    if request.method == "POST":
        doing = submitting.submit if held.is_draft else submitting.supplement
        refusal = refused(lambda: doing(held, version=VersionForm(request.POST).seen, by=acting(request)))
        if refusal is None:
            messages.success(request, _("The matter is submitted. The receipt follows in a moment."))
            return redirect(held)
        messages.error(request, " ".join(refusal.messages))
        held.refresh_from_db(fields=["version"])
    own = held.proceeding.own(held)
    context = {
        "matter": held,
        "seat": found,
        "own": own,
        "missing": missing_in(held, own),
        "parties": held.parties.select_related("country"),
        "representatives": held.representatives.select_related("party", "authority"),
        "files": files_of(held),
    }
    return render(request, "matters/submit.html", context, status=422 if request.method == "POST" else 200)


@private
@typed
def withdraw(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = access.seat(request, key, matter, Right.EDIT)
    held = found.matter
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        refusal = refused(lambda: moving.withdraw(held, by=acting(request), **form.cleaned_data))
        if refusal is None:
            messages.success(request, _("The matter is withdrawn."))
        else:
            messages.error(request, " ".join(refusal.messages))
        return redirect(held)
    if WITHDRAW not in {move.name for move in held.moves}:
        return redirect(held)
    return render(request, "matters/withdraw.html", {"matter": held, "seat": found, "form": form})
