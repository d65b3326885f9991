"""What the applicant does: agrees to what leaves China, and lets in a representative from outside."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from enterprises.access import private
from enterprises.policies import Right
from enterprises.views.answering import act
from legal.matters.access import Seat, seat
from legal.matters.models import Matter
from legal.serving.actions import consenting, inviting
from legal.serving.consent import concerned, of_lawyer
from legal.serving.consent import named as recipient_named
from legal.serving.forms.inviting import AgreeForm, InvitationKeyForm, InviteRepresentativeForm
from legal.serving.models import Invitation, Participant
from legal.serving.models.participant import today
from portal.accounts.acting import acting
from portal.languages import DEFAULT
from portal.workflow.errors import NotAllowedError

typed = require_http_methods(["GET", "HEAD", "POST"])


@private
@typed
def consents(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = seat(request, key, matter, Right.EDIT if request.method == "POST" else None)
    held = found.matter
    status = 200
    if request.method == "POST":
        form = AgreeForm(request.POST, matter=held)
        if not form.is_valid():
            raise Http404
        given, language = form.cleaned_data, get_language() or DEFAULT.code
        try:
            consenting.agree(given["recipient"], seen=given["text"], language=language, by=acting(request))
        except NotAllowedError as refusal:
            messages.error(request, " ".join(refusal.messages))
            status = 422
        else:
            messages.success(request, _("The consent is recorded."))
            return redirect(_consents(held))
    consenting.name_recipients(held)
    context = {
        "matter": held,
        "seat": found,
        "recipients": [(one, list(one.agreements.with_consents())) for one in concerned(held)],
        "texts": consenting.texts_in_force(),
    }
    return render(request, "serving/consents.html", context, status=status)


@private
@require_POST
def withdraw(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = seat(request, key, matter, Right.EDIT)
    form = AgreeForm(request.POST, matter=found.matter)
    if not form.is_valid():
        raise Http404
    recipient = form.cleaned_data["recipient"]
    done = _("The consent is withdrawn. Nothing more is sent to this recipient.")
    return act(
        request,
        lambda: consenting.withdraw_consent(recipient, by=acting(request)),
        done,
        to=_consents(found.matter),
    )


@private
@typed
def outside(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    """The representatives from outside of the enterprise, and the way to let another one in."""
    found = seat(request, key, matter, Right.EDIT)
    held = found.matter
    standing = held.representatives.standing(today()).select_related("party__country", "matter")
    form = InviteRepresentativeForm(request.POST if request.method == "POST" else None, representatives=standing)
    if form.is_valid():
        try:
            inviting.invite_representative(by=acting(request), **form.cleaned_data)
        except NotAllowedError as refusal:
            if refusal.code == "consent":
                given = form.cleaned_data
                recipient_named(held, of_lawyer(given["representative"].name, given["country"]))
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, _("The invitation is on its way."))
            return redirect(_outside(held))
    context = {
        "matter": held,
        "seat": found,
        "form": form,
        "standing": standing,
        "invitations": _invitations(held).select_related("representative"),
        "participants": Participant.objects.with_matter()
        .select_related("user")
        .filter(matter=held, invitation__representative__isnull=False),
    }
    return render(request, "serving/outside.html", context, status=422 if form.is_bound else 200)


@private
@require_POST
def resend(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = seat(request, key, matter, Right.EDIT)
    one = _meant(request, found)
    return act(
        request,
        lambda: inviting.resend(one, by=acting(request)),
        _("The invitation was sent again; the earlier link works no more."),
        to=_outside(found.matter),
    )


@private
@require_POST
def revoke(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    """An invitation is revoked; where it was accepted, whoever accepted it takes part no longer."""
    found = seat(request, key, matter, Right.EDIT)
    one = _meant(request, found)
    joined = Participant.objects.filter(invitation=one).select_related("invitation__matter", "party").first()
    by = acting(request)
    return act(
        request,
        lambda: inviting.end(joined, by=by) if joined else inviting.revoke(one, by=by),
        _("They take part no longer."),
        to=_outside(found.matter),
    )


def _invitations(matter: Matter) -> QuerySet[Invitation]:
    return Invitation.objects.filter(matter=matter, representative__isnull=False)


def _meant(request: HttpRequest, found: Seat) -> Invitation:
    form = InvitationKeyForm(request.POST, invitations=_invitations(found.matter).select_related("matter"))
    if not form.is_valid():
        raise Http404
    one: Invitation = form.cleaned_data["invitation"]
    return one


def _consents(matter: Matter) -> str:
    return reverse("serving:consents", kwargs=matter.place)


def _outside(matter: Matter) -> str:
    return reverse("serving:outside", kwargs=matter.place)
