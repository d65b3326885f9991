"""A person's own data: a copy of everything, consents, what happened to the account, its deletion."""

from http import HTTPStatus
from typing import Final

from allauth.account.decorators import reauthentication_required
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.languages import DEFAULT
from portal.limiting import limit
from portal.privacy import asking
from portal.privacy.actions import erasures, exports, record_consent, withdraw
from portal.privacy.errors import NotDeletableError, NotInForceError
from portal.privacy.forms import ConsentForm, DeletionForm, WithdrawalForm
from portal.privacy.models import NAMED, Consent, ConsentText, DataExport, SecurityEvent
from portal.privacy.persons import person

# A copy costs the worker minutes; nobody needs many.
COPIES: Final = "10/h"
SHOWN_EVENTS: Final = 50


def spoken() -> str:
    """The language the page is shown in."""
    return get_language() or DEFAULT.code


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def data(request: HttpRequest) -> HttpResponse:
    user = person(request)
    if request.method == "POST":
        limit(request, "copies", COPIES)
        exports.ask(user, language=spoken(), by=user, request=request)
        return redirect("privacy:data")
    export = DataExport.objects.filter(user_id=user.pk).first()
    context = {"export": export, "expires_at": exports.expires_at(export) if export else None}
    waited_for = request.headers.get("HX-Request") == "true"
    return render(request, "privacy/_export.html" if waited_for else "privacy/data.html", context)


@never_cache
@login_required
@reauthentication_required
@require_safe
def download(request: HttpRequest) -> HttpResponseBase:
    user = person(request)
    export = DataExport.objects.filter(user_id=user.pk, state=DataExport.State.READY).first()
    if export is None or exports.is_past(export):
        raise Http404(_("There is no copy of your data to download. Ask for a new one."))
    exports.note_taken(by=user, request=request)
    name = f"personal-data-{timezone.localdate(export.made_at):%Y-%m-%d}.zip"
    return FileResponse(export.file.open("rb"), as_attachment=True, filename=name, content_type="application/zip")


@never_cache
@login_required
@require_safe
def consents(request: HttpRequest) -> HttpResponse:
    ledger = list(Consent.objects.of(person(request)))
    agreed = {consent.text_id for consent in ledger if not consent.is_withdrawn}
    texts = ConsentText.objects.in_force(at=timezone.now()).exclude(purpose__in=NAMED)
    context = {"texts": [(text, text.pk in agreed) for text in texts], "ledger": ledger}
    return render(request, "privacy/consents.html", context)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: HttpRequest, purpose: str) -> HttpResponse:
    text = _in_force(purpose)
    asked = asking.asked(request.GET.get("for", "")) if text.is_named else None
    if text.is_named and asked is None:
        raise Http404(_("This page asks for a consent that is no longer wanted. Begin again where you came from."))
    form = ConsentForm(purpose, request.POST if request.method == "POST" else None)
    if form.is_valid():
        user = person(request)
        named = {"recipient": asked.recipient, "aim": asked.aim} if asked else {}
        try:
            record_consent(user, form.cleaned_data["text"], language=spoken(), by=user, **named)
        except NotInForceError as error:
            form.add_error("text", str(error))
            text = _in_force(purpose)
        else:
            return redirect(asked.onward if asked else "privacy:consents")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "privacy/consent.html", {"text": text, "asked": asked, "form": form}, status=status)


def _in_force(purpose: str) -> ConsentText:
    text: ConsentText = get_object_or_404(ConsentText.objects.in_force(at=timezone.now()), purpose=purpose)
    return text


@login_required
@require_POST
def withdrawn(request: HttpRequest) -> HttpResponse:
    user = person(request)
    form = WithdrawalForm(user, request.POST)
    # Withdrawn already, on another page or a moment ago: it is as was wished.
    if form.is_valid():
        withdraw(form.cleaned_data["consent"], by=user)
    return redirect("privacy:consents")


@never_cache
@login_required
@require_safe
def activity(request: HttpRequest) -> HttpResponse:
    events = SecurityEvent.objects.of(person(request))[:SHOWN_EVENTS]
    return render(request, "privacy/activity.html", {"events": events, "most": SHOWN_EVENTS})


@never_cache
@login_required
@reauthentication_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest) -> HttpResponse:
    user = person(request)
    form = DeletionForm(user, request.POST if request.method == "POST" else None)
    objections = erasures.objections(user)
    if form.is_valid() and not objections:
        try:
            erasures.delete_account(user, by=user, request=request)
        except NotDeletableError as error:
            objections = list(error.objections)
        else:
            logout(request)
            return redirect("privacy:deleted")
    fates = erasures.fates(user)
    context = {
        "form": form,
        "objections": objections,
        "erased": [fate for fate in fates if not fate.why],
        "kept": [fate for fate in fates if fate.why],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "privacy/delete.html", context, status=status)


@require_safe
def deleted(request: HttpRequest) -> HttpResponse:
    return render(request, "privacy/deleted.html", {"home": reverse("pages:home")})
