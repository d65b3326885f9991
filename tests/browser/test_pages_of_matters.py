"""Pages of matters in a real browser, the enterprise's and the console's: they fit; nothing is serious for axe."""

from collections.abc import Callable, Iterable

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

from enterprises.states import State as Registration
from legal.matters.models import Matter
from portal.accounts.models import User
from tests.browser.test_notarization_story import entered, member
from tests.factories import (
    CalendarDayFactory,
    DeadlineFactory,
    EnterpriseFactory,
    ExhibitFactory,
    FeeNoticeFactory,
    MatterFactory,
    RuleFactory,
    ServiceFactory,
    UserFactory,
)
from tests.legal.notarization.world import country, moved_to
from tests.signing_in import signed_in_staff

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
WIDE, NARROW = ViewportSize(width=1440, height=900), ViewportSize(width=390, height=844)
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# What the theme of the console draws nothing around unless it is told to; its search draws a frame around itself.
UNDRAWN = """[...document.querySelectorAll("#content :is(input, select, textarea)")].filter((one) => one.offsetParent
  && one.name !== "q" && !["hidden", "checkbox", "radio", "file"].includes(one.type)
  && !parseFloat(getComputedStyle(one).borderTopWidth)).map((one) => one.name)"""
Find = Callable[[Page], list[str]]


def faults(page: Page, site: str, places: Iterable[str], find: Find) -> dict[str, list[str]]:
    """What is wrong with each of these pages, wide and narrow; nothing of those with which nothing is."""
    found: dict[str, list[str]] = {}
    for place in places:
        for size in (WIDE, NARROW):
            page.set_viewport_size(size)
            answer = page.goto(f"{site}{place}")
            wrong = [] if answer and answer.ok else ["not there"]
            wrong += ["wider than the window"] if page.evaluate(WIDER) else []
            wrong += [f"nothing drawn around {name}" for name in page.evaluate(UNDRAWN)]
            found[f"{place} {size['width']}"] = wrong + find(page)
    return {place: wrong for place, wrong in found.items() if wrong}


@pytest.mark.parametrize("language", ["ru", "zh-hans"])
def test_pages_of_an_enterprise_fit_and_hold_nothing_serious(
    browser: Browser, live_server: LiveServer, serious_violations: Find, language: str
) -> None:
    country("kz", name_zh_hans="哈萨克斯坦", name_en="Kazakhstan", name_ru="Казахстан")
    ServiceFactory.create(slug="notarization")
    owner = UserFactory.create(language=language)
    enterprise = EnterpriseFactory.create(owner=owner, state=Registration.VERIFIED, number="")
    ExhibitFactory.create(enterprise=enterprise, added_by=owner)
    draft = MatterFactory.create(kind="notarization", enterprise=enterprise, begun_by=owner)
    DeadlineFactory.create(matter=draft)
    page = entered(browser, live_server, member(owner))
    ours = f"/{language}/enterprises/{enterprise.key}"
    parts = ("", "parties/", "representatives/", "exhibits/", "notarization/", "submit/", "history/")

    found = faults(
        page,
        live_server.url,
        (
            f"{ours}/matters/",
            f"{ours}/deadlines/",
            *(f"{ours}/matters/{draft.key}/{part}" for part in parts),
            f"/{language}/services/notarization/",
            f"/{language}/services/adviser/",
        ),
        serious_violations,
    )

    assert found == {}


def of_the_console(matter: Matter, officer: User) -> tuple[str, ...]:
    """Pages of the console about matters, of which one is approved and on the desk of this officer."""
    User.objects.filter(pk=officer.pk).update(is_superuser=True, language="ru")
    notice = FeeNoticeFactory.create(matter=matter)
    undeclared, _holder = moved_to("submitted")
    CalendarDayFactory.create()
    RuleFactory.create()
    of_one = f"matters/matter/{matter.key}"
    return (
        "",
        "matters/matter/?kind=notarization",
        "matters/matter/statistics/",
        f"{of_one}/",
        f"{of_one}/letters/",
        f"{of_one}/decide/terminate/",
        f"matters/matter/{undeclared.key}/declare/",
        f"notarization/certificate/{matter.key}/issue/",
        f"fees/feenotice/issue/{matter.key}/",
        f"fees/feenotice/{notice.pk}/notice/",
        "fees/feenotice/queue/",
        "rules/calendarday/",
        "rules/rule/",
    )


def test_pages_of_the_console_fit_and_hold_nothing_serious(
    browser: Browser, live_server: LiveServer, serious_violations: Find
) -> None:
    matter, officer = moved_to("approved")
    places = of_the_console(matter, officer)
    officer.refresh_from_db()
    page = entered(browser, live_server, signed_in_staff(Client(), officer))

    found = faults(page, live_server.url, (f"/console/{place}" for place in places), serious_violations)

    assert found == {}
