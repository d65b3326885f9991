"""The console in a browser."""

import pytest
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.core.cache import cache
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from portal.accounts.actions import ADMINISTRATOR, make_sample_staff
from portal.accounts.models import User
from tests.signing_in import code_of

PASSWORD = "a long password"


@pytest.fixture
def console(page: Page, live_server: LiveServer) -> Page:
    """The console in a browser, entered by the sample administrator by password and code, as a person enters it."""
    cache.clear()  # nobody has tried to sign in this minute
    secret = generate_totp_secret()
    make_sample_staff(PASSWORD, {ADMINISTRATOR: secret})
    # All pages of the console are looked at, which no role sees.
    User.objects.filter(email=ADMINISTRATOR).update(is_superuser=True)
    page.goto(f"{live_server.url}/console/")
    page.locator("details:has([name=password]) > summary").click()
    page.locator("[name=login]").fill(ADMINISTRATOR)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.locator("[name=code]").fill(code_of(secret))
    page.locator("[name=code]").press("Enter")
    page.wait_for_url(f"{live_server.url}/console/")
    return page
