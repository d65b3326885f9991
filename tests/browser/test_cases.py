"""Cases in a real browser: from an article to a case that applied it, and back to the article as it stood that day."""

import datetime

import pytest
from playwright.sync_api import Page, expect

from legal.cases.models import Case, CaseMention
from tests.factories import CaseFactory, CaseProvisionFactory, CaseTextFactory, TopicFactory
from tests.legal.laws.pages.days import LANGUAGES
from tests.legal.laws.pages.shelf import contract

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
PHONE = {"width": 390, "height": 844}
ARTICLE = "laws/cn/contract-law/article-1/"
FIRST = {"zh-hans": "合同应当遵守。", "en": "合同应当遵守。", "ru": "Договоры соблюдаются."}
NAMED = {"zh-hans": "第一条", "en": "Article 1", "ru": "Статья 1"}


@pytest.fixture
def silk() -> Case:
    """A case decided under the first wording of the law, among others, with the words of the decision."""
    law = contract()
    old, new = law.editions.all()
    for year in (2019, 2021, 2023):
        case = CaseFactory.create(slug=f"of-{year}", decided=datetime.date(year, 6, 1))
        CaseProvisionFactory.create(case=case, law=law, edition=old if year < 2021 else new, path="article-1")
    silk = Case.objects.get(slug="of-2019")
    silk.topics.add(TopicFactory.create())
    text = CaseTextFactory.create(case=silk, body="依照《合同法》第一条判决。\n## 裁判结果\n驳回申请。")
    CaseMention.objects.create(text=text, applied=silk.applied.get(), start=2, end=10)
    return silk


@pytest.mark.parametrize("language", LANGUAGES)
def test_reader_goes_from_article_to_case_and_back_to_the_article_of_that_day(
    page: Page, live_server, silk: Case, serious_violations, language: str
) -> None:
    page.set_viewport_size(PHONE)
    found = {}

    def looked_at(name: str) -> None:
        width = page.evaluate("document.documentElement.scrollWidth")
        found[name] = (serious_violations(page), width)

    page.goto(f"{live_server.url}/{language}/{ARTICLE}")
    page.locator("details:has(table) > summary").click()
    looked_at("article")
    title = getattr(silk, f"title_{language.replace('-', '_')}")
    page.get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    looked_at("case")
    page.locator("aside").get_by_role("link", name=NAMED[language], exact=True).click()
    expect(page).to_have_url(f"{live_server.url}/{language}/laws/cn/contract-law/2018-01-01/article-1/")
    expect(page.get_by_text(FIRST[language]).first).to_be_visible()
    looked_at("article of that day")
    page.goto(f"{live_server.url}/{language}/cases/?law=cn-contract-law&place=article-1")
    expect(page.locator(".hits > li")).to_have_count(3)
    looked_at("directory")

    assert found == dict.fromkeys(("article", "case", "article of that day", "directory"), ([], PHONE["width"]))
