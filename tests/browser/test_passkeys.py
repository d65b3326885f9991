"""Passkeys in a real browser, with a device made of software: added, signing in alone, or as the second step."""

import re
from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from portal.accounts.models import User

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
PASSWORD = "a house by the river"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def site(live_server: LiveServer) -> str:
    """The site by a name: a browser gives no passkey to a number."""
    cache.clear()
    return live_server.url.replace("127.0.0.1", "localhost")


@pytest.fixture
def device(page: Page) -> Callable[..., None]:
    """Puts a device beside the browser, or takes its owner's finger off it."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    identifier = session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})["authenticatorId"]

    def verified(*, willing: bool) -> None:
        session.send("WebAuthn.setUserVerified", {"authenticatorId": identifier, "isUserVerified": willing})

    return verified


@pytest.fixture
def person() -> User:
    user = User.objects.create_user("reader@portal.example", PASSWORD, full_name="Zhao Lan", language="en")
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return user


def add_passkey(page: Page, site: str) -> None:
    page.goto(f"{site}/en/account/login/?next=/en/account/second-step/webauthn/add/")
    page.get_by_text("Sign in with a password").click()
    page.locator("[name=login]").fill("reader@portal.example")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.locator("[name=password]").fill(PASSWORD)  # confirming that it is she
    page.locator("[name=password]").press("Enter")
    page.locator("#passkey").click()
    page.wait_for_url(f"{site}/en/account/second-step/recovery-codes/")


def sign_out(page: Page, site: str) -> None:
    page.goto(f"{site}/en/account/logout/")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{site}/en/")


@pytest.mark.usefixtures("device", "person")
def test_passkey_is_added_and_signs_in_by_itself(page: Page, site: str) -> None:
    add_passkey(page, site)
    sign_out(page, site)
    page.goto(f"{site}/en/account/login/")

    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(f"{site}/en/account/")

    expect(page.locator(".me .name")).to_have_text("Zhao Lan")


@pytest.mark.usefixtures("device")
def test_passkey_opens_the_console_to_staff(page: Page, site: str, person: User) -> None:
    add_passkey(page, site)
    sign_out(page, site)
    User.objects.update(is_staff=True, is_superuser=True)
    page.goto(f"{site}/en/account/login/?next=/console/")

    page.get_by_text("Sign in with a password").click()
    page.locator("[name=login]").fill("reader@portal.example")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(f"{site}/console/")

    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.usefixtures("person")
def test_device_that_gives_no_passkey_is_told_of_and_nothing_lost(
    page: Page, site: str, device: Callable[..., None]
) -> None:
    add_passkey(page, site)
    sign_out(page, site)
    device(willing=False)
    page.goto(f"{site}/en/account/login/")

    page.get_by_role("button", name="Use a passkey").click()

    expect(page.get_by_role("alert")).to_have_text(re.compile("The device gave no passkey"))
    expect(page).to_have_url(f"{site}/en/account/login/")


@pytest.mark.parametrize("code", ["zh-hans", "en", "ru"])
def test_ways_in_hold_nothing_serious(
    page: Page, site: str, serious_violations: Callable[[Page], list[str]], code: str
) -> None:
    found = {}
    for place in ("login/", "signup/", "password/reset/", "login/code/"):
        page.goto(f"{site}/{code}/account/{place}")
        found[place] = serious_violations(page)

    assert {place: what for place, what in found.items() if what} == {}
