"""The front pages in a real browser: nothing serious for axe, a switch that is remembered, a drawer without script."""

import datetime
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from portal.reference.models import Term
from tests.factories import (
    EditionFactory,
    JurisdictionFactory,
    LawFactory,
    ProvisionFactory,
    ProvisionTextFactory,
    TopicFactory,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

PLACES = ("", "terms/", "texts/", "holdings/", "accessibility/", "privacy/", "nothing/")
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(autouse=True)
def _world() -> None:
    law = LawFactory.create(jurisdiction=JurisdictionFactory.create(code="un"), slug="cisg")
    EditionFactory.create(law=law, in_force=datetime.date(2010, 1, 1))
    provision = ProvisionFactory.create(edition=EditionFactory.create(law=law), path="article-11")
    for language in ("zh", "en", "ru"):
        ProvisionTextFactory.create(provision=provision, language=language)
    JurisdictionFactory.create(code="tj")
    Term.objects.create(kind="glossary", topic=TopicFactory.create(), zh=["要约"], en=["offer"], ru=["оферта"])


@pytest.mark.parametrize("code", ["zh-hans", "en", "ru"])
def test_front_pages_fit_and_hold_nothing_serious(
    browser: Browser, live_server: LiveServer, serious_violations: Callable[[Page], list[str]], code: str
) -> None:
    found = {}

    for scheme, size in (("light", WIDE), ("dark", NARROW)):
        page = browser.new_page(viewport=size, color_scheme=scheme)
        for place in PLACES:
            page.goto(f"{live_server.url}/{code}/{place}")
            found[place, scheme] = serious_violations(page)
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                found[place, scheme].append("wider than the window")
        page.close()

    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.parametrize("code", ["zh-hans", "en", "ru"])
def test_front_pages_fit_the_narrowest_window(page: Page, live_server: LiveServer, code: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    widths = {}

    for place in PLACES[:-1]:
        page.goto(f"{live_server.url}/{code}/{place}")
        widths[place] = page.evaluate("document.documentElement.scrollWidth")

    assert widths == dict.fromkeys(PLACES[:-1], 320)


def test_language_switch_keeps_the_place_and_is_remembered(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/en/terms/?q=offer")

    page.get_by_role("link", name="Русский").click()
    page.wait_for_url(f"{live_server.url}/ru/terms/?q=offer")
    page.goto(live_server.url)

    expect(page).to_have_url(f"{live_server.url}/ru/")


def test_menu_opens_and_closes_without_script_and_by_keyboard(browser: Browser, live_server: LiveServer) -> None:
    page = browser.new_page(viewport=NARROW, java_script_enabled=False)
    page.goto(f"{live_server.url}/en/texts/")

    page.locator("button.drawer-open").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#menu")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.locator("#menu")).to_be_hidden()
    page.close()


def test_first_stop_of_the_keyboard_leads_to_the_text(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/en/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{live_server.url}/en/#main")


def test_term_is_copied_in_three_languages(browser: Browser, live_server: LiveServer) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{live_server.url}/en/terms/")

    page.get_by_role("button", name="Copy").click()
    page.get_by_role("status").filter(has_text="Copied").wait_for(state="attached")

    assert page.evaluate("navigator.clipboard.readText()") == "offer · 要约 · оферта"
    context.close()


def test_term_offers_no_copying_without_script(browser: Browser, live_server: LiveServer) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{live_server.url}/en/terms/")

    expect(page.locator("[data-copy]")).to_be_hidden()
    page.close()


def test_fingers_have_room(browser: Browser, live_server: LiveServer) -> None:
    page = browser.new_page(viewport=NARROW, has_touch=True)
    page.goto(f"{live_server.url}/ru/")

    small = page.evaluate(
        """[...document.querySelectorAll("button, .act, .languages a, .menu a, input, summary")]
           .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)"""
    )

    assert small == []
    page.close()
