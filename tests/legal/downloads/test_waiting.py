"""A reader waits for a long file, with a real worker and a real browser."""

import pytest
from celery.contrib.testing.worker import start_worker
from pypdf import PdfReader

from legal.downloads.models import Download
from portal.celery import app
from tests.legal.downloads.editions import long_edition

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture(autouse=True)
def kept_apart(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_page_that_waits_ends_with_the_file(live_server, page, serious_violations):
    long_edition()
    page.goto(f"{live_server.url}/zh-hans/laws/cn/civil-code/2021-01-01/download.pdf")
    waiting = serious_violations(page), page.locator("progress").count()

    with start_worker(app, perform_ping_check=False, pool="solo"):
        link = page.locator("main a.button")
        link.wait_for(timeout=60_000)
    with page.expect_download() as download:
        link.click()

    name = download.value.suggested_filename
    assert (waiting, serious_violations(page)) == (([], 1), [])
    assert (name, "合同自由" in PdfReader(download.value.path()).pages[0].extract_text()) == (
        "民法典 2021-01-01 (zh).pdf",
        True,
    )


def test_page_that_waits_works_without_javascript(live_server, browser):
    long_edition()
    address = f"{live_server.url}/ru/laws/cn/civil-code/2021-01-01/download.pdf"
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(address)
    again = page.locator("main a.button")
    found = again.get_attribute("href"), page.locator("meta[http-equiv=refresh]").count(), Download.objects.count()
    context.close()

    assert found == ("/ru/laws/cn/civil-code/2021-01-01/download.pdf", 1, 1)
