"""Invitations, from both sides."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from enterprises.access import membership, private
from enterprises.actions import inviting
from enterprises.forms.people import InvitationForm, InviteForm
from enterprises.models import Invitation
from enterprises.policies import Right
from enterprises.views import people
from enterprises.views.answering import act
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError


@private
@require_POST
def invite(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key, Right.INVITE)
    form = InviteForm(request.POST, role=me.role)
    if form.is_valid():
        try:
            inviting.invite(me.enterprise, by=acting(request), **form.cleaned_data)
        except NotAllowedError as refusal:
            form.add_error("email", refusal.messages)
        else:
            messages.success(request, _("The invitation is on its way."))
            return redirect("enterprises:members", key)
    return people.show(request, me, form)


@private
@require_POST
def resend(request: HttpRequest, key: str) -> HttpResponse:
    chosen = _chosen(request, key)
    return act(
        request,
        lambda: inviting.resend(chosen, by=acting(request)),
        _("The invitation was sent again; the earlier link works no more."),
        to=reverse("enterprises:members", args=[key]),
    )


@private
@require_POST
def withdraw(request: HttpRequest, key: str) -> HttpResponse:
    chosen = _chosen(request, key)
    back = "people" if chosen.enterprise.is_open else "members"
    return act(
        request,
        lambda: inviting.withdraw(chosen, by=acting(request)),
        _("The invitation is withdrawn."),
        to=reverse(f"enterprises:{back}", args=[key]),
    )


@private
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, invited: str) -> HttpResponse:
    by = acting(request)
    try:
        if request.method == "POST":
            joined = inviting.accept(invited, by=by)
            messages.success(request, _("You have joined the enterprise."))
            return redirect(joined.enterprise)
        shown = inviting.addressed(invited, by=by)
    except NotAllowedError as refusal:
        context = {"refusal": " ".join(refusal.messages), "email": by.email}
        return render(request, "enterprises/invitation_refused.html", context, status=409)
    return render(request, "enterprises/invitation.html", {"invitation": shown})


def _chosen(request: HttpRequest, key: str) -> Invitation:
    me = membership(request, key, Right.INVITE)
    form = InvitationForm(request.POST, enterprise=me.enterprise)
    if not form.is_valid():
        raise Http404
    chosen: Invitation = form.cleaned_data["invitation"]
    return chosen
