"""A request for arbitration after its receipt, in a real browser: supplement, fee, service, answer, one archive.

The enterprise reads Chinese, staff English, and the respondent, who was only invited, Russian.
"""

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from legal.arbitration.states import State
from legal.fees.actions.samples import make_sample_payee
from legal.fees.models import FeeNotice
from legal.matters.actions.submitting import submit
from legal.matters.models import Matter
from legal.serving.models import Answer, Invitation
from portal.accounts.actions import apply_roles
from portal.accounts.models import User
from portal.languages import by_code
from portal.privacy.loading import load
from tests.browser.test_enquiry_story import signed_in
from tests.factories import UserFactory
from tests.legal.arbitration.filing.world import begun, complete
from tests.legal.bundles.evidence import an_exhibit
from tests.portal.files import sound
from tests.signing_in import signed_in_staff

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
PASSWORD = "a long password of a respondent"
RESPONDENT = "office@romashka.example"
ANSWER = "Ответчик не признает требование: товар не соответствовал договору."


@dataclass
class Course:
    """A request that was submitted, and where everybody who is concerned by it sits."""

    matter: Matter
    site: str
    enterprise: Page
    officer: Page
    cashier: Page
    respondent: Page
    paper: Path

    @property
    def own(self) -> str:
        """The page of the matter, as the enterprise has it."""
        return f"{self.site}/zh-hans/enterprises/{self.matter.enterprise.key}/matters/{self.matter.key}/"

    @property
    def file(self) -> str:
        """The file in the console."""
        return f"{self.site}/console/matters/matter/{self.matter.key}/"

    def stands(self) -> str:
        self.matter.refresh_from_db()
        return self.matter.state


@pytest.fixture
def course(browser: Browser, live_server: LiveServer, settings: Any, tmp_path: Path) -> Any:
    settings.VAR_DIR = tmp_path
    settings.STORAGES = settings.STORAGES | {"papers": {"BACKEND": "portal.files.storage.PrivateFolder"}}
    cache.clear()  # nobody has tried to sign in this minute
    load()
    apply_roles()
    make_sample_payee()
    owner = person("owner@walnuts.example", "zh-hans")
    person(RESPONDENT, "ru")
    matter = complete(begun(begun_by=owner, language="zh-hans"))
    matter.produced.all().delete()
    an_exhibit(matter, "Contract 12", sound.pdf(1))
    submit(matter, by=owner)
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(sound.pdf(1))
    pages = [signed_in(browser, live_server, owner)]
    for role in ("arbitration-officer", "cashier"):
        staff = UserFactory.create(is_staff=True, language="en")
        staff.groups.add(Group.objects.get(name=role))
        client = signed_in_staff(Client(), staff)
        pages.append(with_cookies(browser, live_server, client))
    pages.append(browser.new_context().new_page())
    yield Course(matter, live_server.url, *pages, paper)
    for page in pages:
        page.context.close()


def person(email: str, language: str) -> User:
    """Somebody with an account, an address that is confirmed, and a password."""
    found = UserFactory.create(email=email, language=language)
    found.set_password(PASSWORD)
    found.save()
    EmailAddress.objects.create(user=found, email=email, primary=True, verified=True)
    return found


def with_cookies(browser: Browser, site: LiveServer, client: Client) -> Page:
    context = browser.new_context()
    context.add_cookies([{"name": name, "value": one.value, "url": site.url} for name, one in client.cookies.items()])
    return context.new_page()


def decide(course: Course, name: str, **typed: str) -> None:
    """Staff make a move from the file, on its page."""
    page = course.officer
    page.goto(course.file)
    page.locator(f'#content a[href$="/{name}/"]').click()
    for field, words in typed.items():
        page.locator(f'[name="{field}"]').fill(words)
    page.locator("#content form button[type=submit]").last.click()
    page.wait_for_url(course.file)


def hand_in(page: Page, paper: Path) -> None:
    """Choose a file, and wait until the portal has it."""
    page.locator(".upload input[type=file]").set_input_files(paper)
    expect(page.locator('input[type="hidden"][name$="-file"]')).not_to_have_value("")


def test_request_is_supplemented_paid_served_answered_and_handed_over(course: Course) -> None:
    open_the_file(course)
    supplement(course)
    decide(course, "accept")
    pay(course)
    agree(course)
    serve(course)
    answer(course)
    archive = hand_over(course)

    assert course.stands() == State.HANDED_OVER
    filed = Answer.objects.get()
    assert [filed.text, filed.language, len(filed.counterclaims)] == [ANSWER, "ru", 1]
    assert [name for name in archive.namelist() if name.endswith(".pdf")]
    course.enterprise.goto(course.own)
    expect(course.enterprise.locator("main")).to_contain_text(ANSWER)
    spoken = [page.locator("html").get_attribute("lang") for page in (course.enterprise, course.respondent)]
    assert spoken == [by_code("zh-hans").tag, by_code("ru").tag]


def open_the_file(course: Course) -> None:
    """Out of the queue, past the declaration, onto the desk."""
    page = course.officer
    page.goto(f"{course.site}/console/matters/matter/?kind=arbitration")
    page.locator(f'#content a[href$="/{course.matter.key}/"]').first.click()
    page.locator('button[name="conflict"][value="no"]').click()
    page.locator('form[action$="/take/"] button').click()
    expect(page.locator('form[action$="/release/"]')).to_be_visible()
    decide(course, "examine")


def supplement(course: Course) -> None:
    """Staff ask point by point; the enterprise mends it, sees what differs, and submits once more."""
    decide(course, "ask-supplement", reason="请补充授权委托书。\n请说明交货日期。")
    page = course.enterprise
    page.goto(course.own)
    expect(page.locator("main")).to_contain_text("请说明交货日期。")
    page.locator('main a[href$="/arbitration/review/"]').first.click()
    page.locator('main a[href$="/arbitration/facts/"]').first.click()
    page.locator('textarea[name="facts"]').fill("核桃于2026年5月3日交付。")
    page.locator("main form.form .actions button[type=submit]").last.click()
    page.locator('main a[href$="/arbitration/review/"]').first.click()
    page.locator('form[action$="/supplement/"] button').click()
    expect(page).to_have_url(course.own)
    assert course.stands() == State.EXAMINED


def pay(course: Course) -> None:
    """A notice, a transfer that the enterprise proves, and a cashier who sees it on the account."""
    page = course.officer
    page.goto(course.file)
    page.locator('#content a[href*="/issue/"]').first.click()
    page.locator('select[name="party"]').select_option("1")
    page.locator('select[name="payee"]').select_option(index=1)
    page.locator("#content form button[type=submit]").last.click()
    expect(page.locator("#content")).to_contain_text("0000 0000 0000 0000")
    notice = FeeNotice.objects.get()

    page = course.enterprise
    page.goto(course.own)
    page.get_by_role("link", name=notice.number).click()
    page.locator('main a[href$="/prove/"]').click()
    hand_in(page, course.paper)
    page.locator('input[name="paid_on"]').fill("2026-11-20")
    page.locator('input[name="reference"]').fill("BANK-1")
    page.locator("main form.form .actions button").click()
    expect(page.locator("main")).to_contain_text(notice.number)

    page = course.cashier
    page.goto(f"{course.site}/console/fees/feenotice/queue/")
    page.get_by_role("link", name=notice.number).click()
    confirming = page.locator('form[action*="/confirm/"]')
    confirming.locator('[name$="reference"]').fill("BANK-1")
    confirming.locator("button[type=submit]").click()
    expect(page.locator("#content")).to_contain_text("BANK-1")
    assert course.stands() == State.PAID


def agree(course: Course) -> None:
    """The enterprise agrees that the file leaves China: before, nothing can be served."""
    page = course.enterprise
    page.goto(course.own)
    page.locator('main a[href$="/consents/"]').click()
    page.locator("main form button[type=submit]").click()
    expect(page.locator(".badge.done")).to_be_visible()


def serve(course: Course) -> None:
    """Staff serve what was submitted; nobody takes part yet, so the letter goes to the address of the party."""
    page = course.officer
    page.goto(course.file)
    page.locator('#content a[href*="/service/matters/"]').first.click()
    form = page.locator('form:has([name="parties"])')
    form.locator('[name="parties"]').check()
    form.locator('[name="submissions"]').last.check()
    form.locator("button[type=submit]").click()
    expect(page.locator("#content")).to_contain_text(RESPONDENT)
    assert course.stands() == State.NOTIFIED


def accept_invitation(page: Page, email: str) -> None:
    """From the page of an invitation: signed in with the password, and accepted."""
    page.locator('main a[href*="/login/"]').click()
    page.locator("details:has([name=password]) > summary").first.click()
    page.locator("main [name=login]").first.fill(email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.locator("main form.form button[type=submit]").click()


def answer(course: Course) -> None:
    """The letter leads to the matter; the respondent reads it, claims in turn, hands in an exhibit, and answers."""
    page = course.respondent
    page.goto(f"{course.site}/ru/served/invitations/{Invitation.objects.get().token}/")
    accept_invitation(page, RESPONDENT)

    page.locator('main a[href*="/services/1/"]').click()
    expect(page.locator("main")).to_contain_text("核桃于2026年5月3日交付。")
    page.locator("main a.act").last.click()

    page.locator('main a[href$="/papers/"]').first.click()
    hand_in(page, course.paper)
    page.locator('input[name="name"]').fill("Акт экспертизы")
    page.locator('select[name="language"]').select_option("ru")
    page.locator("main form.form .actions button").click()
    expect(page.locator("main")).to_contain_text("Акт экспертизы")
    page.locator("main a.act").last.click()

    page.locator('main a.button[href$="/answer/"]').click()
    page.locator('main a[href$="/counterclaims/"]').click()
    page.locator('textarea[name="text"]').fill("Взыскать убытки.")
    page.locator('input[name="amount"]').fill("30000")
    page.locator("main form.form .actions button[type=submit]").last.click()
    page.locator('main a.button[href$="/answer/"]').click()
    page.locator('textarea[name="text"]').fill(ANSWER)
    page.locator('textarea[name="counterclaim"]').fill("Товар испорчен.")
    page.locator('button[name="file"]').click()
    expect(page.locator("main")).to_contain_text(ANSWER)
    assert course.stands() == State.ANSWERED


def hand_over(course: Course) -> zipfile.ZipFile:
    """Staff read the answer, put the file together, take the archive away, and say that the institution has it."""
    page = course.officer
    page.goto(course.file)
    page.locator('#content a[href*="/service/matters/"]').first.click()
    expect(page.locator("#content")).to_contain_text(ANSWER)
    page.goto(course.file)
    page.locator('#content a[href*="/bundle/of/"]').first.click()
    page.locator('form[action$="/assemble/"] button').click()
    with page.expect_download() as downloading:
        page.locator('#content a[href$="/download/"]').click()
    page.locator('form[action*="/hand-over/"] button').last.click()
    page.wait_for_url(course.file)
    return zipfile.ZipFile(io.BytesIO(downloading.value.path().read_bytes()))
