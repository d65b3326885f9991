"""A person's own pages."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts import time_zones
from portal.accounts.acting import acting
from portal.accounts.actions import change_profile
from portal.accounts.profile import ProfileForm


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    user = acting(request)
    lasting = Session.objects.values("session_key")
    kinds = list(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    context = {
        "person": user,
        "time_zone": time_zones.name(user.time_zone),
        "has_app": Authenticator.Type.TOTP in kinds,
        "passkeys": kinds.count(Authenticator.Type.WEBAUTHN),
        "confirmed": EmailAddress.objects.filter(user=user, verified=True).exists(),
        # Some are noted longer than they last: whoever signs out elsewhere leaves one.
        "sessions": UserSession.objects.filter(user=user, session_key__in=lasting).count(),
    }
    return render(request, "accounts/home.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def profile(request: HttpRequest) -> HttpResponse:
    user = acting(request)
    form = ProfileForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        change_profile(user, by=user, **form.cleaned_data)
        messages.success(request, gettext("Your profile is saved."))
        return redirect("accounts:home")
    return render(request, "accounts/profile.html", {"form": form})


@require_safe
@login_required
def explain_second_factor(request: HttpRequest) -> HttpResponse:
    """Why staff need a second factor, and the two ways to one; afterwards the page leads on to where they wanted."""
    wanted = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return render(request, "accounts/second_factor.html", {"next": wanted if safe else ""})
