"""Requests to join, from both sides."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from enterprises.access import membership, private
from enterprises.actions import joining
from enterprises.forms.people import AnswerForm, JoinForm, WithdrawForm
from enterprises.forms.registering import BeginForm
from enterprises.models import JoinRequest
from enterprises.policies import Right
from enterprises.views.answering import act
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError


@private
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    chosen = BeginForm(request.GET or None)
    if not chosen.is_valid():
        return render(request, "enterprises/join_country.html", {"form": chosen})
    country = chosen.cleaned_data["country"]
    form = JoinForm(request.POST if request.method == "POST" else None, country=country)
    if form.is_valid() and form.typed:
        try:
            joining.ask(form.typed, by=acting(request))
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(
                request, _("If an enterprise is registered here under this number, its owners have been asked.")
            )
            return redirect("enterprises:list")
    return render(request, "enterprises/join.html", {"form": form, "country": country})


@private
@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    mine = JoinRequest.objects.waiting_for(acting(request), now=timezone.now())
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        raise Http404
    asked = get_object_or_404(mine, **form.cleaned_data)
    return act(
        request,
        lambda: joining.withdraw(asked, by=acting(request)),
        _("Your request is withdrawn."),
        to=reverse("enterprises:list"),
    )


@private
@require_POST
def answer(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key, Right.MANAGE)
    form = AnswerForm(request.POST, enterprise=me.enterprise)
    if not form.is_valid():
        raise Http404
    asking, role = form.cleaned_data["asking"], form.cleaned_data["role"]
    if role:
        done = _("%(person)s is a member now.") % {"person": asking.person}
        return act(
            request,
            lambda: joining.agree(asking, role, by=acting(request)),
            done,
            to=reverse("enterprises:members", args=[key]),
        )
    return act(
        request,
        lambda: joining.decline(asking, by=acting(request)),
        _("The request is declined; whoever asked is not told."),
        to=reverse("enterprises:members", args=[key]),
    )
