"""From an article of law to a booked hour, in a real browser: an enterprise and two lawyers, in three languages."""

import datetime
from http import HTTPStatus

import pytest
from django.test import Client
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from enterprises.states import State as Registration
from legal.enquiries.models import Enquiry
from portal.accounts.models import User
from portal.languages import by_code
from portal.privacy.loading import load
from tests.factories import (
    CaseFactory,
    CaseProvisionFactory,
    CaseTextFactory,
    EditionFactory,
    EnterpriseFactory,
    JurisdictionFactory,
    KnownNameFactory,
    LawFactory,
    ProvisionFactory,
    ProvisionTextFactory,
    SkillFactory,
    UserFactory,
)
from tests.legal.enquiries.world import a_lawyer

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

ADVERSE = "ТОО «Ромашка»"


@pytest.fixture
def article() -> str:
    """The place of an article of Kazakh law that a case has applied, with two lawyers who practise that law."""
    load()
    kazakhstan = JurisdictionFactory.create(code="kz")
    law = LawFactory.create(jurisdiction=kazakhstan, slug="civil-code")
    edition = EditionFactory.create(law=law, in_force=datetime.date(2020, 1, 1))
    provision = ProvisionFactory.create(edition=edition, path="article-1", number="1")
    case = CaseFactory.create(jurisdiction=kazakhstan)
    CaseProvisionFactory.create(case=case, law=law, edition=edition, path="article-1")
    for language in ("zh", "en", "ru"):
        ProvisionTextFactory.create(provision=provision, language=language)
        CaseTextFactory.create(case=case, language=language)
    # The first in the list acts for the other side.
    engaged, free = (a_lawyer(name_zh_hans=f"甲{n}", name_en=f"Aigul {n}", name_ru=f"Айгуль {n}") for n in (1, 2))
    for lawyer in (engaged, free):
        for language in ("zh", "en", "ru"):
            SkillFactory.create(lawyer=lawyer, language=language)
    KnownNameFactory.create(lawyer=engaged, name="Romashka LLP")
    return "laws/kz/civil-code/article-1/"


def signed_in(browser: Browser, site: LiveServer, person: User) -> Page:
    """A page of a browser in which somebody is signed in."""
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    context = browser.new_context()
    context.add_cookies([{"name": name, "value": one.value, "url": site.url} for name, one in client.cookies.items()])
    return context.new_page()


def ask(page: Page, lawyer: str) -> Enquiry:
    """Go from the case to a lawyer, write a request, name the other side, and have it checked."""
    page.get_by_role("link", name=lawyer).first.click()
    page.locator('a[href*="/enquiries/to/"]').click()
    page.locator('textarea[name="facts"]').fill("A buyer does not pay for walnuts.")
    page.locator("form.form button").click()
    page.locator('input[name="side"][value="adverse"]').check()
    page.locator('input[name="name"]').fill(ADVERSE)
    page.locator("form.form button").last.click()
    expect(page.locator("table")).to_contain_text(ADVERSE)
    page.locator("main a.button").click()
    page.locator('button[value="pass-check"]').click()
    return Enquiry.objects.latest("pk")


def agree(page: Page) -> None:
    """Read and agree to what is asked for, one after the other, and send the request."""
    for _ in range(2):
        page.locator('.next-step a[href*="/account/consents/"]').first.click()
        page.locator("main form button").last.click()
    page.locator('button[value="pass-on"]').click()


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
def test_enterprise_finds_a_lawyer_by_an_article_and_meets_one_without_conflict(
    browser: Browser, live_server: LiveServer, article: str, language: str
) -> None:
    owner = UserFactory.create(language=language)
    EnterpriseFactory.create(owner=owner, state=Registration.VERIFIED, number="")
    page = signed_in(browser, live_server, owner)
    one, other = {"zh-hans": ("甲1", "甲2"), "en": ("Aigul 1", "Aigul 2"), "ru": ("Айгуль 1", "Айгуль 2")}[language]

    page.goto(f"{live_server.url}/{language}/{article}")
    page.locator(f'main a[href*="/{language}/cases/kz/"]').first.click()
    case = page.url
    refused = ask(page, one)

    expect(page.locator("main")).not_to_contain_text("Romashka")
    expect(page.locator("h1 + .badge")).to_have_class("badge refused")
    assert refused.checks.get().found
    page.goto(case)
    enquiry = ask(page, other)
    agree(page)

    lawyer = signed_in(browser, live_server, enquiry.lawyer.user)
    lawyer.goto(f"{live_server.url}/{language}/enquiries/{enquiry.key}/")
    expect(lawyer.locator("main")).not_to_contain_text("walnuts")
    lawyer.locator('button[value="clear"]').click()
    expect(lawyer.locator("main")).to_contain_text("walnuts")
    lawyer.locator('button[value="accept"]').click()

    page.reload()
    page.locator(f'a[href$="/{enquiry.key}/times/"]').click()
    page.locator('input[name="starts"]').first.check()
    page.locator("form.form button").click()
    lawyer.reload()
    lawyer.locator('button[value="confirm"]').click()

    events = [event_of(side, enquiry) for side in (page, lawyer)]
    assert len({(event["uid"], event.start) for event in events}) == 1
    assert page.locator("html").get_attribute("lang") == by_code(language).tag
    for side in (page, lawyer):
        side.context.close()


def event_of(side: Page, enquiry: Enquiry):
    """The appointment as one side takes it into a calendar."""
    side.reload()
    address = side.locator('a[href$="/calendar.ics"]').get_attribute("href")
    answer = side.request.get(f"{side.url.split('/enquiries/')[0].rsplit('/', 1)[0]}{address}")
    assert answer.status == HTTPStatus.OK
    return Calendar.from_ical(answer.body()).events[0]
