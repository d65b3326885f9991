"""The names a lawyer keeps for the check."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from enterprises.access import private
from enterprises.views.answering import act
from legal.enquiries.access import own_profile
from legal.enquiries.actions import knowing
from legal.enquiries.forms import KnownForm, KnownNameForm
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError


@private
@require_http_methods(["GET", "HEAD", "POST"])
def names(request: HttpRequest) -> HttpResponse:
    lawyer = own_profile(request)
    form = KnownNameForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            knowing.add_known(lawyer, by=acting(request), **form.cleaned_data)
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, _("The name is kept."))
            return redirect("enquiries:names")
    context = {"form": form, "known": lawyer.known_names.select_related("country")}
    return render(request, "enquiries/names.html", context, status=422 if form.is_bound else 200)


@private
@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    lawyer = own_profile(request)
    form = KnownForm(request.POST, names=lawyer.known_names.select_related("lawyer"))
    if not form.is_valid():
        raise Http404
    return act(
        request,
        lambda: knowing.remove_known(form.cleaned_data["known"], by=acting(request)),
        _("The name is taken off the list."),
        to=reverse("enquiries:names"),
    )
