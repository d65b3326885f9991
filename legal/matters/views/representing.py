"""Who speaks for the enterprise in a matter."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from enterprises.access import private
from enterprises.policies import Right
from enterprises.views.answering import act
from legal.matters import access
from legal.matters.access import Seat
from legal.matters.actions import representing
from legal.matters.forms.representative import RepresentativeForm, RepresentativeKeyForm
from legal.matters.kinds import Side
from legal.matters.models import Representative
from legal.matters.views.drafting import answer
from portal.accounts.acting import acting
from portal.files.refusals import RefusedError


@private
@require_http_methods(["GET", "HEAD", "POST"])
def representatives(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = access.draft(request, key, matter)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    own = found.matter.parties.filter(side=Side.APPLICANT).select_related("matter")
    form = RepresentativeForm(*sent, by=acting(request), parties=list(own))
    if form.is_valid() and _appointed(request, form):
        messages.success(request, _("The representative is named."))
        return redirect(reverse("matters:representatives", kwargs=found.matter.place))
    named = found.matter.representatives.select_related("party", "authority")
    return answer(request, found, "matters/representatives.html", {"form": form, "representatives": named})


@private
@require_POST
def revoke(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = access.seat(request, key, matter, Right.EDIT)
    one = _meant(request, found)
    return act(
        request,
        lambda: representing.revoke(one, by=acting(request)),
        _("The authority is revoked."),
        to=found.matter.get_absolute_url(),
    )


@private
@require_POST
def remove(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = access.draft(request, key, matter)
    one = _meant(request, found)
    return act(
        request,
        lambda: representing.remove(one, by=acting(request)),
        _("The representative is taken out."),
        to=reverse("matters:representatives", kwargs=found.matter.place),
    )


def _meant(request: HttpRequest, found: Seat) -> Representative:
    of_it = Representative.objects.filter(matter=found.matter).select_related("matter")
    form = RepresentativeKeyForm(request.POST, representatives=of_it)
    if not form.is_valid():
        raise Http404
    one: Representative = form.cleaned_data["representative"]
    return one


def _appointed(request: HttpRequest, form: RepresentativeForm) -> bool:
    """Whether the representative is named; a paper there is no room for stays on the shelf, and its field says why."""
    given, by = form.cleaned_data, acting(request)
    facts = {name: given[name] for name in ("name", "authority", "valid_from", "valid_until")}
    try:
        representing.appoint(given["party"], by=by, **facts)
    except ValidationError as refusal:
        form.add_error("authority" if isinstance(refusal, RefusedError) else None, refusal)
        return False
    return True
