"""The pages of law in a real browser: for the eye, the keyboard, a screen reader, a phone, and without script."""

import datetime

import pytest
from django.utils import timezone

from legal.laws.models import Edition, Law
from portal.reference.models import Term
from tests.legal.laws.pages.days import LANGUAGES
from tests.legal.laws.pages.shelf import cite, contract, translate, write

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
PAGES = {
    "directory": "",
    "filtered": "?jurisdiction=cn&kind=law",
    "nothing": "?kind=treaty&status=repealed&status=in-force&kind=law&year=1901",
    "law": "cn/contract-law/?with=zh&with=ru",
    "one-column": "cn/contract-law/",
    "article": "cn/contract-law/article-1/",
    "compare": "cn/contract-law/compare/2018-01-01/2021-01-01/?show=all",
}


@pytest.fixture
def law():
    """A law with everything the pages can show of one."""
    law = contract()
    translate(law)
    Term.objects.create(kind="glossary", zh=["合同"], en=["contract"], ru=["договор"])
    old, new = law.editions.all()
    cite(new.provisions.get(path="article-2"), "电子合同", law, "article-1")
    cite(old.provisions.get(path="article-1"), "合同", law, "article-2")
    write(new, 40, {"en": "", "zh": ""}, kind="chapter", heading="(Closing)")
    for number in range(41, 100):
        write(new, number, {"en": f"Rule number {number} says what it says. " * 6}, heading=f"(Rule {number})")
    Law.objects.update(changed_at=timezone.now())
    return law


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_pages_are_accessible_and_fit(page, live_server, law, serious_violations, language, size):
    page.set_viewport_size(size)
    found = {}

    for name, address in PAGES.items():
        page.goto(f"{live_server.url}/{language}/laws/{address}")
        width = page.evaluate("document.documentElement.scrollWidth")
        found[name] = (serious_violations(page), width)

    assert found == dict.fromkeys(PAGES, ([], size["width"]))


def test_contents_mark_what_is_read(page, live_server, law):
    page.set_viewport_size(WIDE)
    page.goto(f"{live_server.url}/en/laws/cn/contract-law/")

    # By the keyboard: to click, the browser is scrolled to the link, and what it passes is marked and moves the link.
    page.get_by_role("navigation", name="Contents").get_by_role("link", name="Rule 80").press("Enter")

    marked = page.locator(".contents a[aria-current=location]")
    marked.get_by_text("Rule 80").wait_for()
    assert marked.count() == 1
    assert page.evaluate("document.querySelector('.contents a[aria-current]').getBoundingClientRect().bottom") < 900


def test_law_is_read_without_script(browser, live_server, law):
    context = browser.new_context(java_script_enabled=False, viewport=WIDE)
    page = context.new_page()
    page.goto(f"{live_server.url}/en/laws/cn/contract-law/")

    page.get_by_label("中文").check()
    page.get_by_role("button", name="Show").click()
    page.get_by_role("navigation", name="Contents").get_by_role("link", name="Rule 80").click()

    assert page.url.endswith("&with=zh#article-80")
    assert page.locator(".parallel-head strong").all_text_contents() == ["English", "中文"]
    context.close()


def test_filters_are_ticked_on_a_phone(page, live_server, law):
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}/en/laws/")

    page.get_by_role("button", name="Narrow the list").click()
    page.get_by_label("China").check()
    page.get_by_role("button", name="Apply").click()

    page.wait_for_url("**/en/laws/?jurisdiction=cn")
    assert page.get_by_role("link", name="Contract Law").count() == 1


def test_edition_is_picked_by_keyboard(page, live_server, law):
    page.goto(f"{live_server.url}/en/laws/cn/contract-law/")

    page.get_by_label("Edition", exact=True).focus()
    page.keyboard.press("ArrowUp")
    page.get_by_role("button", name="Show").focus()
    page.keyboard.press("Enter")

    page.wait_for_url("**/en/laws/cn/contract-law/2018-01-01/")


def test_changes_are_told_to_a_screen_reader(page, live_server, law):
    page.goto(f"{live_server.url}/en/laws/cn/contract-law/compare/2018-01-01/2021-01-01/?language=zh")

    changes = page.locator("#article-1")
    assert changes.get_by_role("insertion").all_text_contents() == ["必须严格"]
    assert changes.get_by_role("deletion").all_text_contents() == ["应当"]


def test_law_is_printed_without_what_one_presses(page, live_server, law):
    page.goto(f"{live_server.url}/en/laws/cn/contract-law/")

    page.emulate_media(media="print")

    assert [page.locator(shown).first.is_visible() for shown in ("h1", "#article-1", "form.filters", ".fold")] == [
        *(True, True, False, False),
    ]


def test_marks_of_a_text_are_printed(page, live_server, law):
    page.goto(f"{live_server.url}/en/laws/cn/contract-law/")
    page.emulate_media(media="print")

    printed = page.locator(".badge").first.evaluate("one => getComputedStyle(one, '::before').printColorAdjust")

    assert printed == "exact"


def test_citation_is_copied(browser, live_server, law):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{live_server.url}/en/laws/cn/contract-law/article-1/")

    page.locator("[data-copy]").first.click()
    page.get_by_role("status").filter(has_text="Copied").wait_for(state="attached")

    assert page.evaluate("navigator.clipboard.readText()") == page.get_by_label("Citation").input_value()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_unknown_day_fits_a_phone(page, live_server, law, language):
    day = datetime.date(2006, 12, 4)
    Edition.objects.filter(slug="2021-01-01").update(in_force=None, adopted=day, day=day)
    page.set_viewport_size(PHONE)

    page.goto(f"{live_server.url}/{language}/laws/cn/contract-law/2021-01-01/article-1/")

    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_button_that_applies_the_filters_stays_in_sight(page, live_server, law):
    page.set_viewport_size({"width": 390, "height": 400})
    page.goto(f"{live_server.url}/en/laws/")

    page.get_by_role("button", name="Narrow the list").click()

    assert page.get_by_role("button", name="Apply").bounding_box()["y"] < 400
