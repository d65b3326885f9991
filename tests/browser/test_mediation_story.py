"""A mediation in a real browser: asked for in Chinese, handled in English, agreed to in Russian, settled, handed on."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from enterprises.models import Enterprise
from enterprises.states import State as Registration
from legal.matters.models import Matter
from legal.mediation.actions import settling
from legal.mediation.models import Award
from legal.mediation.states import State
from legal.serving.models import Invitation
from portal.accounts.actions import apply_roles
from portal.languages import by_code
from portal.privacy.loading import load
from tests.browser.test_arbitration_course import accept_invitation, person, with_cookies
from tests.browser.test_enquiry_story import signed_in
from tests.factories import EnterpriseFactory, JurisdictionFactory, MediatorFactory, UserFactory
from tests.legal.mediation.world import tomorrow
from tests.signing_in import signed_in_staff

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
RESPONDENT = "office@romashka.example"
REASON = "Срок 1 марта для нас слишком ранний."
FIRST = {"zh-hans": "买方于三月一日前付款。", "ru": "Покупатель платит до 1 марта."}
SECOND = {"zh-hans": "买方于四月一日前付款。", "ru": "Покупатель платит до 1 апреля."}


@dataclass
class Story:
    """Two enterprises, and where everybody sits who is concerned."""

    site: str
    ours: Enterprise
    theirs: Enterprise
    enterprise: Page
    officer: Page
    respondent: Page

    @property
    def matter(self) -> Matter:
        return Matter.objects.get(kind="mediation")

    @property
    def own(self) -> str:
        """The page of the matter, as the enterprise has it."""
        return f"{self.site}/zh-hans/enterprises/{self.ours.key}/matters/{self.matter.key}/"

    @property
    def file(self) -> str:
        """The file in the console."""
        return f"{self.site}/console/matters/matter/{self.matter.key}/"

    @property
    def side(self) -> str:
        """The page of the matter, as the other side has it."""
        return f"{self.site}/ru/served/{self.matter.participants.get().key}/"


@pytest.fixture
def story(browser: Browser, live_server: LiveServer, settings: Any, tmp_path: Path) -> Any:
    settings.VAR_DIR = tmp_path
    settings.STORAGES = settings.STORAGES | {"papers": {"BACKEND": "portal.files.storage.PrivateFolder"}}
    cache.clear()  # nobody has tried to sign in this minute
    load()
    apply_roles()
    kazakhstan = JurisdictionFactory.create(code="kz", name_zh_hans="哈萨克斯坦", name_ru="Казахстан")
    owner, other = person("owner@walnuts.example", "zh-hans"), person(RESPONDENT, "ru")
    verified = {"state": Registration.VERIFIED, "number": ""}
    ours = EnterpriseFactory.create(owner=owner, **verified)
    theirs = EnterpriseFactory.create(owner=other, country=kazakhstan, **verified)
    MediatorFactory.create(name_en="Obraztsova")
    staff = UserFactory.create(is_staff=True, language="en")
    staff.groups.add(Group.objects.get(name="mediation-officer"))
    pages = [
        signed_in(browser, live_server, owner),
        with_cookies(browser, live_server, signed_in_staff(Client(), staff)),
        browser.new_context().new_page(),
    ]
    yield Story(live_server.url, ours, theirs, *pages)
    for page in pages:
        page.context.close()


def test_mediation_is_asked_for_agreed_to_settled_and_handed_on_by_both_sides(story: Story) -> None:
    ask(story)
    invite(story)
    consent(story)
    meet(story)
    decline_the_text(story)
    confirm(story)
    paper = read_the_paper(story)
    hand_on(story)

    assert paper.startswith(b"%PDF-")
    assert story.matter.state == State.CONFIRMED
    sides = dict(Award.objects.values_list("side", "begun__enterprise"))
    assert sides == {"applicant": story.ours.pk, "respondent": story.theirs.pk}
    spoken = [page.locator("html").get_attribute("lang") for page in (story.enterprise, story.respondent)]
    assert spoken == [by_code("zh-hans").tag, by_code("ru").tag]


def ask(story: Story) -> None:
    """In Chinese: a draft against the Kazakh company, submitted with the own agreement; what leaves China is agreed."""
    page = story.enterprise
    page.goto(f"{story.site}/zh-hans/enterprises/{story.ours.key}/matters/begin/mediation/")
    page.locator('input[name="title"]').fill("核桃迟延交货")
    page.locator("main form.form button").click()
    page.locator('.next-step a[href$="/parties/"]').first.click()
    page.locator('input[name="name"]').fill("ТОО «Ромашка»")
    page.locator('select[name="country"]').select_option("kz")
    page.locator('input[name="email"]').fill(RESPONDENT)
    page.locator('select[name="language"]').select_option("ru")
    page.locator("main form.form button").last.click()
    page.goto(story.own)
    page.locator('.next-step a[href$="/mediation/dispute/"]').first.click()
    page.locator('textarea[name="about"]').fill("核桃迟延交货四周。")
    page.locator('textarea[name="sought"]').fill("请求减价。")
    page.locator("main form.form button").last.click()
    page.locator('input[name="agreed"]').check()
    page.locator("main form.form button").last.click()
    page.locator('.next-step a[href$="/submit/"]').click()
    page.locator("main form.form button").last.click()
    page.goto(story.own)
    page.locator('main a[href$="/consents/"]').click()
    page.locator("main form button[type=submit]").click()
    expect(page.locator(".badge.done")).to_be_visible()


def decide(story: Story, name: str, **typed: str) -> None:
    """Staff make a move from the file, on its page."""
    page = story.officer
    page.goto(story.file)
    page.locator(f'#content a[href$="/{name}/"]').first.click()
    for part, words in typed.items():
        page.locator(f'#content textarea[name="{part.replace("_", "-")}"]').fill(words)
    page.locator("#content form button[type=submit]").last.click()
    page.wait_for_url(story.file)


def invite(story: Story) -> None:
    """In English: out of the queue onto the desk, examined, accepted, and served on the other side."""
    page = story.officer
    page.goto(story.file)
    page.locator('button[name="conflict"][value="no"]').click()
    page.locator('form[action$="/take/"] button').click()
    expect(page.locator('form[action$="/release/"]')).to_be_visible()
    decide(story, "examine")
    decide(story, "accept")
    page.locator('#content a[href*="/service/matters/"]').first.click()
    form = page.locator('form:has([name="parties"])')
    form.locator('[name="parties"]').check()
    form.locator('[name="submissions"]').last.check()
    form.locator("button[type=submit]").click()
    expect(page.locator("#content")).to_contain_text(RESPONDENT)


def consent(story: Story) -> None:
    """In Russian: the letter leads to signing in, to what was served, and to the agreement to mediate."""
    page = story.respondent
    page.goto(f"{story.site}/ru/served/invitations/{Invitation.objects.get().token}/")
    accept_invitation(page, RESPONDENT)
    page.locator('main a[href*="/services/1/"]').click()
    expect(page.locator("main")).to_contain_text("核桃迟延交货四周。")
    page.goto(story.side)
    page.locator('main a[href$="/mediation/agree/"]').click()
    page.locator('input[name="agreed"]').check()
    page.locator("main form.form button").last.click()
    page.wait_for_url(story.side)
    assert story.matter.state == State.AGREED


def meet(story: Story) -> None:
    """A mediator is named; the other side proposes a time, and the enterprise agrees to it."""
    page = story.officer
    page.goto(story.file)
    page.locator('#content a[href$="/appoint/"]').first.click()
    page.locator('select[name="mediator"]').select_option(label="Obraztsova")
    page.locator("#content form button[type=submit]").last.click()
    page.wait_for_url(story.file)
    page = story.respondent
    page.goto(f"{story.side}mediation/sessions/")
    page.locator('input[name="starts"]').fill(f"{tomorrow():%Y-%m-%dT%H:%M}")
    page.locator("main form.form button").last.click()
    page = story.enterprise
    page.goto(f"{story.own}mediation/sessions/")
    page.locator('form[action$="/sessions/agree/"] button').click()
    expect(page.locator('a[href$=".ics"]')).to_be_visible()


def decline_the_text(story: Story) -> None:
    """The other side does not confirm the first text, and says why; staff take it back and put another."""
    decide(story, "settle", **{code.replace("-", "_"): words for code, words in FIRST.items()})
    page = story.respondent
    page.goto(f"{story.side}mediation/settlement/")
    expect(page.locator("main")).to_contain_text(FIRST["ru"])
    page.goto(story.side)
    page.locator('textarea[name="body"]').fill(REASON)
    page.locator("main form.form button").last.click()
    page = story.officer
    page.goto(story.file)
    expect(page.locator("#content")).to_contain_text(REASON)
    decide(story, "reopen", reason="另定付款日期。")
    decide(story, "settle", **{code.replace("-", "_"): words for code, words in SECOND.items()})
    page.goto(story.file)
    expect(page.locator("#content del").first).to_be_attached()


def confirm(story: Story) -> None:
    """Each side sees what differs from the first text, and confirms the second."""
    for page, place in ((story.respondent, story.side), (story.enterprise, story.own)):
        page.goto(f"{place}mediation/settlement/")
        expect(page.locator('.compare [lang="ru"] ins')).to_have_text("апреля")
        page.locator('input[name="confirmed"]').check()
        page.locator('form:has(input[name="confirmed"]) button').click()
        expect(page.locator('input[name="confirmed"]')).to_have_count(0)


def read_the_paper(story: Story) -> bytes:
    """The worker makes the paper, and the other side opens it."""
    settling.make_paper(story.matter.settlements.latest("version").pk)
    page = story.respondent
    page.goto(f"{story.side}mediation/settlement/")
    paper = page.locator('main a[href*="/files/"]').get_attribute("href")
    return page.request.get(f"{story.site}{paper}").body()


def hand_on(story: Story) -> None:
    """Each side asks for an award, for its own enterprise."""
    for page, place in ((story.respondent, story.side), (story.enterprise, story.own)):
        page.goto(f"{place}mediation/settlement/")
        page.locator('form[action$="/mediation/award/"] button').click()
        page.wait_for_url("**/enterprises/*/matters/*/")
        expect(page.locator(".title .badge")).to_be_visible()
