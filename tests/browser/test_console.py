"""The console in a real browser: its theme works within the policy it is given."""

import pytest

from portal.accounts.actions import ADMINISTRATOR, make_sample_staff

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def signed_in(live_server, page):
    """The administrator's browser; the page itself fails the test on an error in its console, as a violation is."""
    make_sample_staff("a long password")
    page.goto(f"{live_server.url}/console/")
    page.fill("input[name=username]", ADMINISTRATOR)
    page.fill("input[name=password]", "a long password")
    page.press("input[name=password]", "Enter")
    page.wait_for_url(f"{live_server.url}/console/")
    return page


@pytest.mark.parametrize(
    "address", ["", "accounts/user/", "accounts/user/add/", "laws/law/", "reference/jurisdiction/"]
)
def test_page_of_the_console_keeps_to_its_policy(signed_in, live_server, address):
    response = signed_in.goto(f"{live_server.url}/console/{address}")
    signed_in.wait_for_load_state("networkidle")

    assert response.status == 200
    assert signed_in.evaluate("typeof window.Alpine") == "object"
