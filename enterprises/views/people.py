"""The members of an enterprise."""

from typing import Final

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from enterprises.access import membership, private
from enterprises.actions import people, transferring
from enterprises.forms.people import GIVEN_CHOICES, ConsentForm, InviteForm, MemberForm, RoleForm
from enterprises.models import Membership
from enterprises.policies import Right
from enterprises.views.answering import act
from portal.accounts.acting import acting

MEMBERS_A_PAGE: Final = 50


@private
@require_safe
def members(request: HttpRequest, key: str) -> HttpResponse:
    return show(request, membership(request, key))


def show(request: HttpRequest, me: Membership, form: InviteForm | None = None) -> HttpResponse:
    """The page of the members, with what was typed where something is wrong with it."""
    enterprise = me.enterprise
    page = Paginator(enterprise.memberships.in_order(), MEMBERS_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "enterprises/members.html",
        {
            "enterprise": enterprise,
            "me": me,
            "page": page,
            "shown_pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "roles": GIVEN_CHOICES,
            "pending": enterprise.invitations.pending() if me.may_invite else [],
            "asking": enterprise.join_requests.open().select_related("person") if me.may_manage else [],
            "transfer": enterprise.transfers.open().select_related("owner", "to").first(),
            "form": form or (InviteForm(role=me.role) if me.may_invite and not enterprise.is_barred else None),
        },
    )


@private
@require_POST
def role(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key, Right.MANAGE)
    form = RoleForm(request.POST, enterprise=me.enterprise)
    if not form.is_valid():
        raise Http404
    member, chosen = form.cleaned_data["member"], form.cleaned_data["role"]
    return act(
        request,
        lambda: people.change_role(member, chosen, by=acting(request)),
        _("The role is changed."),
        to=reverse("enterprises:members", args=[key]),
    )


@private
@require_POST
def remove(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key, Right.MANAGE)
    member = _member(request, me)
    if "sure" not in request.POST:
        return render(request, "enterprises/remove.html", {"enterprise": me.enterprise, "member": member})
    return act(
        request,
        lambda: people.remove(member, by=acting(request)),
        _("%(person)s is no member any more.") % {"person": member.person},
        to=reverse("enterprises:members", args=[key]),
    )


@private
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key)
    if request.method != "POST":
        return render(request, "enterprises/leave.html", {"enterprise": me.enterprise})
    return act(
        request,
        lambda: people.leave(me.enterprise, by=acting(request)),
        _("You have left the enterprise."),
        to=reverse("enterprises:list"),
    )


@private
@require_POST
def ask_transfer(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key, Right.MANAGE)
    member = _member(request, me)
    return act(
        request,
        lambda: transferring.ask(me.enterprise, to=member, by=acting(request)),
        _("%(person)s is asked whether to be the owner.") % {"person": member.person},
        to=reverse("enterprises:members", args=[key]),
    )


@private
@require_POST
def answer_transfer(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key)
    transfer = get_object_or_404(me.enterprise.transfers.open().select_related("enterprise", "owner"), to=me.person)
    form = ConsentForm(request.POST)
    if not form.is_valid():
        return redirect("enterprises:members", key)
    by, back = acting(request), reverse("enterprises:members", args=[key])
    if form.cleaned_data["answer"] == "agree":
        return act(request, lambda: transferring.agree(transfer, by=by), _("You are the owner now."), to=back)
    return act(request, lambda: transferring.decline(transfer, by=by), _("You have declined."), to=back)


@private
@require_POST
def withdraw_transfer(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key, Right.MANAGE)
    transfer = get_object_or_404(me.enterprise.transfers.open().select_related("enterprise"))
    return act(
        request,
        lambda: transferring.withdraw(transfer, by=acting(request)),
        _("The transfer is withdrawn."),
        to=reverse("enterprises:members", args=[key]),
    )


def _member(request: HttpRequest, me: Membership) -> Membership:
    form = MemberForm(request.POST, enterprise=me.enterprise)
    if not form.is_valid():
        raise Http404
    member: Membership = form.cleaned_data["member"]
    return member
