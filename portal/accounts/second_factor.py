"""The second factor of a sign-in: whether somebody has one, and whether a session has passed it."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from portal.accounts.models import User

# Recovery codes stand in for one of these and are nothing by themselves.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_one(user: User) -> bool:
    """Whether a person has set up an app for codes or a passkey."""
    return bool(Authenticator.objects.filter(user=user, type__in=FACTORS).exists())


def passed(request: HttpRequest, user: User) -> bool:
    """Whether this session was entered, or confirmed since, with a second factor."""
    return any(record["method"] == "mfa" for record in get_authentication_records(request, user))


def confirming(user: User, *, then: str) -> str:
    """The address where a session passes the second factor that a person has, and goes on to `then`."""
    codes = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()
    page = reverse("mfa_reauthenticate" if codes else "mfa_reauthenticate_webauthn")
    return f"{page}?{urlencode({'next': then})}"


def setting_up(*, then: str) -> str:
    """The address where a second factor is explained and set up."""
    return f"{reverse('accounts:second-factor')}?{urlencode({'next': then})}"
