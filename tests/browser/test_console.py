"""The console in a real browser: its theme works within the policy it is given."""

import pytest

from tests.signing_in import enter_console

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def console(page, live_server):
    return enter_console(page, live_server.url)


@pytest.mark.parametrize(
    "address", ["", "accounts/user/", "accounts/user/add/", "laws/law/", "reference/jurisdiction/"]
)
def test_page_of_the_console_keeps_to_its_policy(console, live_server, address):
    response = console.goto(f"{live_server.url}/console/{address}")
    console.wait_for_load_state("networkidle")

    assert response.status == 200
    assert console.evaluate("typeof window.Alpine") == "object"
