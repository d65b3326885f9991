"""How a test gets past the entrance of the console."""

import json
import secrets
import time
from hashlib import sha256
from typing import TYPE_CHECKING

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.internal.flows.login import _AUTHENTICATION_METHODS_USER_SESSION_KEY
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.webauthn.internal.auth import WebAuthn
from cryptography.hazmat.primitives.asymmetric import ec
from django.core.cache import cache
from django.test import Client
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

from portal.accounts.actions import ADMINISTRATOR, make_sample_staff
from portal.accounts.models import User

if TYPE_CHECKING:
    # The benchmark signs in without a browser, where none is installed.
    from playwright.sync_api import Page


def signed_in_staff(client: Client, user: User) -> Client:
    """The client, signed in as this member of staff in a session that has passed the second factor."""
    EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"primary": True, "verified": True})
    if not Authenticator.objects.filter(user=user).exists():
        TOTP.activate(user, generate_totp_secret())
    client.force_login(user)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": time.time(), "type": "totp"}]
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session.save()
    return client


def enter_console(page: "Page", site: str) -> "Page":
    """A browser in the console, entered by the sample administrator by password and code, as a person enters it."""
    cache.clear()  # nobody has tried to sign in this minute
    secret = generate_totp_secret()
    make_sample_staff("a long password", {ADMINISTRATOR: secret})
    # All pages of the console are looked at, which no role sees.
    User.objects.filter(email=ADMINISTRATOR).update(is_superuser=True)
    page.goto(f"{site}/console/")
    page.locator("details:has([name=password]) > summary").click()
    page.locator("[name=login]").fill(ADMINISTRATOR)
    page.locator("[name=password]").fill("a long password")
    page.locator("[name=password]").press("Enter")
    type_code(page, secret)
    page.wait_for_url(f"{site}/console/")
    return page


def type_code(page: "Page", secret: str) -> None:
    """The second step; where a code runs out while it is typed, a person types the next one."""
    for _try in range(2):
        page.locator("[name=code]").fill(code_of(secret))
        with page.expect_navigation():
            page.locator("[name=code]").press("Enter")
        if not page.locator("[name=code]").count():
            return


def code_of(secret: str) -> str:
    """What an app with this secret shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def passkey_of(user: User, name: str = "Laptop") -> Authenticator:
    """A passkey as a browser hands it over, with a key that nobody has any more."""
    public = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    identifier = secrets.token_bytes(16)
    held = AttestedCredentialData.create(b"\0" * 16, identifier, public)
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV | AuthenticatorData.FLAG.AT
    told = AuthenticatorData.create(sha256(b"testserver").digest(), flags, 0, held)
    client = json.dumps({"type": "webauthn.create", "challenge": "", "origin": "http://testserver"}).encode()
    credential = {
        "type": "public-key",
        "id": websafe_encode(identifier),
        "rawId": websafe_encode(identifier),
        "response": {
            "clientDataJSON": websafe_encode(client),
            "attestationObject": websafe_encode(AttestationObject.create("none", told, {})),
        },
        "clientExtensionResults": {"credProps": {"rk": True}},
    }
    return WebAuthn.add(user, name, credential).instance
