"""The steps on which papers are handed in and colleagues are named."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from enterprises.access import membership, private
from enterprises.actions import inviting
from enterprises.actions.papers import put
from enterprises.forms.papers import PapersForm
from enterprises.forms.people import InviteForm
from enterprises.models import Enterprise
from enterprises.policies import Right
from enterprises.steps import PAPERS, PEOPLE_STEP
from enterprises.views.steps import closed, onward, show_step
from portal.accounts.acting import acting
from portal.accounts.models import User
from portal.files.refusals import RefusedError
from portal.workflow.errors import NotAllowedError


@private
@require_http_methods(["GET", "HEAD", "POST"])
def papers(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key, Right.EDIT)
    if not me.enterprise.is_editable:
        return closed(request, me.enterprise)
    by = acting(request)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PapersForm(*sent, enterprise=me.enterprise, by=by)
    if not form.is_bound:
        return show_step(request, me, PAPERS, form)
    form.full_clean()
    if not _put(request, me.enterprise, form, by=by):
        return redirect(me.enterprise)
    if form.removing:
        return redirect("enterprises:papers", key)
    # Of a file that was refused nothing is kept: whoever leaves has to know it.
    if form.errors:
        return show_step(request, me, PAPERS, form)
    return onward(request, me.enterprise, PAPERS)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key, Right.INVITE)
    if not me.enterprise.is_open:
        return redirect("enterprises:members", key)
    if request.method != "POST":
        return show_step(request, me, PEOPLE_STEP, InviteForm(role=me.role))
    adding = "add" in request.POST
    if not adding and not request.POST.get("email", "").strip():
        return onward(request, me.enterprise, PEOPLE_STEP)
    form = InviteForm(request.POST, role=me.role)
    if form.is_valid() and _invited(me.enterprise, form, by=acting(request)):
        return onward(request, me.enterprise, PEOPLE_STEP, stay=adding)
    return show_step(request, me, PEOPLE_STEP, form)


def _put(request: HttpRequest, enterprise: Enterprise, form: PapersForm, *, by: User) -> bool:
    """Whether papers may be handed in now; one there is no room for stays on the shelf, and its field says why."""
    for purpose, file in form.received.items():
        try:
            put(enterprise, purpose, file, by=by)
        except NotAllowedError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return False
        except RefusedError as refusal:
            form.add_error(purpose, refusal)
    return True


def _invited(enterprise: Enterprise, form: InviteForm, *, by: User) -> bool:
    try:
        inviting.invite(enterprise, by=by, **form.cleaned_data)
    except NotAllowedError as refusal:
        form.add_error("email", refusal.messages)
        return False
    return True
