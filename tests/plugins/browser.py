"""A real headless Chromium, Debian's own, and the accessibility checks in it."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

# Chromium without a window of its own: half the work of the whole browser told to show none.
PROGRAM = "chromium-headless-shell"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser; a machine without one fails the test and is told what to install."""
    program = shutil.which(PROGRAM)
    if program is None:
        pytest.fail(f"Chromium is not installed: apt-get install {PROGRAM}.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a fresh profile; an error in its script or its console fails the test."""
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert errors == []


@pytest.fixture
def serious_violations() -> Callable[[Page], list[str]]:
    """What axe-core finds on a page of serious or critical impact, a line each."""
    axe = Axe()

    def find(page: Page) -> list[str]:
        return [
            f"{violation['id']}: {violation['help']} ({node['target']})"
            for violation in axe.run(page).response["violations"]
            if violation["impact"] in {"serious", "critical"}
            for node in violation["nodes"]
        ]

    return find
