"""A request for arbitration against a Kazakh company, in a real browser: from an article of law up to the receipt."""

import datetime

import pytest
from allauth.account.models import EmailAddress
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from enterprises.states import State as Registration
from legal.arbitration.models.filing import filing_of
from legal.matters.models import Matter
from legal.rules.actions.loading import load as load_rules
from portal.languages import by_code
from portal.privacy.loading import load
from tests.browser.test_enquiry_story import signed_in
from tests.factories import (
    EditionFactory,
    EnterpriseFactory,
    ExhibitFactory,
    JurisdictionFactory,
    LawFactory,
    ProvisionFactory,
    ProvisionTextFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
CLAUSE = {
    "zh-hans": "因本合同引起的或与本合同有关的任何争议，均应提交深圳国际仲裁院喀什分院仲裁。"
    "仲裁地为喀什。仲裁语言为中文。",
    "en": "Any dispute arising from or in connection with this contract shall be submitted to the Kashgar Branch of "
    "the Shenzhen Court of International Arbitration for arbitration. The seat of arbitration is Kashgar.",
    "ru": "Любой спор, возникающий из настоящего договора или в связи с ним, передается в Кашгарское отделение "
    "Шэньчжэньского международного арбитражного суда. Место арбитража — город Кашгар.",
}


@pytest.fixture
def article() -> str:
    load()
    load_rules()
    kazakhstan = JurisdictionFactory.create(
        code="kz", name_zh_hans="哈萨克斯坦", name_en="Kazakhstan", name_ru="Казахстан"
    )
    edition = EditionFactory.create(
        law=LawFactory.create(jurisdiction=kazakhstan, slug="civil-code"), in_force=datetime.date(2020, 1, 1)
    )
    provision = ProvisionFactory.create(edition=edition, path="article-1", number="1")
    for language in ("zh", "en", "ru"):
        ProvisionTextFactory.create(provision=provision, language=language)
    return "laws/kz/civil-code/article-1/"


def save(page: Page) -> None:
    """Send the form of the page, which says that it is saved."""
    page.locator("main form.form .actions button[type=submit]").last.click()
    expect(page.locator(".messages, [role=status]").first).to_be_visible()


def step(page: Page, name: str) -> None:
    """Go to a step by its link."""
    page.locator(f'main a[href*="/{name}/"]').first.click()


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
def test_enterprise_files_an_arbitration_against_a_kazakh_company(
    browser: Browser, live_server: LiveServer, article: str, language: str
) -> None:
    owner = UserFactory.create(language=language)
    EmailAddress.objects.create(user=owner, email=owner.email, primary=True, verified=True)
    enterprise = EnterpriseFactory.create(owner=owner, state=Registration.VERIFIED, number="")
    ExhibitFactory.create(enterprise=enterprise, added_by=owner)
    page = signed_in(browser, live_server, owner)

    page.goto(f"{live_server.url}/{language}/{article}")
    page.locator('a[href*="/file-arbitration/"]').click()
    page.locator('input[name="title"]').fill("Walnuts")
    page.locator("main form.form button").click()

    page.locator('input[name="contract"]').fill("No. 12")
    page.locator('textarea[name="clause"]').fill(CLAUSE[language])
    save(page)
    expect(page.locator(".findings").first).to_be_attached()

    matter = Matter.objects.get()
    step(page, "parties")
    page.locator('input[name="name"]').fill("ТОО «Ромашка»")
    page.locator('select[name="country"]').select_option("kz")
    save(page)

    step(page, "representatives")
    step(page, "arbitration/claims")
    page.locator('textarea[name="text"]').fill("The respondent pays.")
    page.locator('input[name="amount"]').fill("200000")
    page.locator('input[name="currency"]').fill("USD")
    page.locator('input[name="rate"]').fill("7.1")
    page.locator('input[name="rate_on"]').fill("2026-11-20")
    page.locator('input[name="rate_source"]').fill("Bank of China")
    save(page)

    step(page, "arbitration/facts")
    page.locator('textarea[name="facts"]').press_sequentially("Delivered.")
    expect(page.locator("#kept")).not_to_be_empty(timeout=20_000)
    assert filing_of(matter).facts == "Delivered."
    page.locator('textarea[name="reasons"]').fill("Due.")
    save(page)

    step(page, "matters/" + matter.key + "/exhibits")
    page.locator('input[name="exhibits"]').first.check()
    save(page)

    page.goto(f"{live_server.url}/{language}/enterprises/{enterprise.key}/matters/{matter.key}/arbitration/procedure/")
    page.locator('select[name="institution"]').select_option("scia-kashgar")
    page.locator('input[name="case_kind"][value="scia-international"]').check()
    page.locator('input[name="procedure"][value="expedited"]').check()
    page.locator('input[name="ground"][value="amount"]').check()
    save(page)

    step(page, "arbitration/service")
    page.locator('input[name="address"]').check()
    page.locator('input[name="agreed"]').check()
    save(page)

    step(page, "arbitration/review")
    expect(page.locator("main")).to_contain_text("ТОО «Ромашка»")
    page.locator('form[action$="/submit/"] button').click()

    matter.refresh_from_db()
    expect(page.locator("main")).to_contain_text(matter.number)
    assert page.locator("html").get_attribute("lang") == by_code(language).tag
    page.locator('a[href*="/receipts/"]').first.click()
    expect(page.locator("main")).to_contain_text(matter.number)
    page.context.close()
