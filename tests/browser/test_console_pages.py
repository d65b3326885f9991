"""The console in a real browser: its theme works under the policy it is given, in each language."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from portal.reference.models import Term
from tests.factories import EditionFactory, LawFactory, TopicFactory
from tests.signing_in import enter_console

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def console(page: Page, live_server: LiveServer) -> Page:
    return enter_console(page, live_server.url)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forms_and_lists_hold_nothing_serious(
    console: Page,
    live_server: LiveServer,
    serious_violations: Callable[[Page], list[str]],
    scheme: Literal["light", "dark"],
) -> None:
    law = EditionFactory.create(law=LawFactory.create(topics=[TopicFactory.create()])).law
    console.emulate_media(color_scheme=scheme)
    found = {}

    for place in ("", "laws/law/", f"laws/law/{law.pk}/change/", "reference/term/add/"):
        console.goto(f"{live_server.url}/console/{place}")
        console.wait_for_load_state("networkidle")
        found[place] = serious_violations(console)

    assert {place: what for place, what in found.items() if what} == {}


def test_theme_keeps_its_spaces_and_labels_their_letters(console: Page, live_server: LiveServer) -> None:
    LawFactory.create()
    console.set_viewport_size({"width": 390, "height": 844})
    console.goto(f"{live_server.url}/console/laws/law/")

    cell = console.locator("td[data-label]").first
    spaces = cell.evaluate("cell => parseFloat(getComputedStyle(cell).paddingLeft)")
    letters = cell.evaluate("cell => getComputedStyle(cell, '::before').textTransform")

    assert (spaces > 0, letters) == (True, "none")


def test_titles_of_a_law_stand_in_tabs_of_their_language(console: Page, live_server: LiveServer) -> None:
    law = LawFactory.create()
    console.goto(f"{live_server.url}/console/laws/law/{law.pk}/change/")

    expect(console.locator("[name=title_ru]")).to_be_hidden()
    console.get_by_text("Русский", exact=True).first.click()

    expect(console.locator("[name=title_ru]")).to_be_visible()


def test_term_is_saved_in_the_console(console: Page, live_server: LiveServer) -> None:
    console.goto(f"{live_server.url}/console/reference/term/add/")

    console.locator("[name=kind]").select_option("glossary")
    console.locator("[name=zh]").fill("要约\n发价")
    console.locator("[name=_save]").click()
    console.wait_for_url(f"{live_server.url}/console/reference/term/")

    assert Term.objects.get().zh == ["要约", "发价"]


def test_language_is_chosen_before_signing_in(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/console/")

    page.get_by_role("link", name="Русский").click()
    page.wait_for_load_state()

    expect(page.locator("html")).to_have_attribute("lang", "ru")
