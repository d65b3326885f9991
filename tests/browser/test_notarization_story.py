"""A notarization for use in Kazakhstan, and an appraisal of its certificate, in a real browser and three languages."""

from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from enterprises.states import State as Registration
from legal.exhibits.models import Exhibit
from legal.matters.actions.declaring import declare
from legal.matters.actions.moving import move
from legal.matters.models import Actor, Matter
from portal.accounts.models import User
from portal.files.models import File
from portal.workflow import actions as desk
from tests.factories import EnterpriseFactory, ExhibitFactory, JurisdictionFactory, ServiceFactory, UserFactory
from tests.legal.notarization.world import WAY, an_officer
from tests.portal.files import sound
from tests.signing_in import signed_in_staff

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
NUMBER = "(2026)新喀证字第1号"


def entered(browser: Browser, site: LiveServer, client: Client) -> Page:
    """A page of a browser in which somebody is signed in."""
    context = browser.new_context()
    context.add_cookies([{"name": name, "value": one.value, "url": site.url} for name, one in client.cookies.items()])
    return context.new_page()


def member(person: User) -> Client:
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def begin(page: Page, address: str, title: str) -> Matter:
    """From the page of a service to a matter of it."""
    page.goto(address)
    page.locator("main a.button").first.click()
    page.locator('input[name="title"]').fill(title)
    page.locator("form.form button").click()
    return Matter.objects.latest("pk")


def produce(page: Page, exhibit: Exhibit) -> None:
    page.locator('.next-step a[href$="/exhibits/"]').first.click()
    page.locator(f'input[name="exhibits"][value="{exhibit.key}"]').check()
    page.locator("form.form button").click()
    page.locator(".crumbs a").last.click()


def apply(page: Page) -> None:
    """Say what is to be notarized, and submit it."""
    page.locator('.next-step a[href$="/notarization/"]').first.click()
    for name, value in (("act", "copy"), ("apostille", "yes"), ("place", "domicile"), ("collection", "counter")):
        page.locator(f'input[name="{name}"][value="{value}"]').check()
    page.locator('input[name="documents"]').check()
    page.locator('input[name="languages"][value="ru"]').check()
    page.locator('select[name="country"]').select_option("kz")
    for name, value in (("purpose", "Almaty"), ("copies", "2"), ("office", "Kashgar"), ("receiver", "Aygul Sample")):
        page.locator(f'input[name="{name}"]').fill(value)
    page.locator("form.form button").click()
    submit(page)


def entrust(page: Page) -> None:
    """Write the letter, list the exhibit as a material, and submit both."""
    page.locator('.next-step a[href$="/materials/"]').first.click()
    page.locator('select[name="exhibit"]').select_option("1")
    page.locator('input[name="kind"][value="questioned"]').check()
    page.locator("form.form button").last.click()
    page.locator(".crumbs a").last.click()
    page.locator('.next-step a[href$="/entrustment/"]').first.click()
    answers = (("branch", "physical"), ("entruster", "enterprise"), ("disposal", "return"), ("delivery", "counter"))
    for name, value in answers:
        page.locator(f'input[name="{name}"][value="{value}"]').check()
    for name in ("subject", "purpose", "questions", "facts"):
        page.locator(f'[name="{name}"]').fill("The seal on the certificate")
    page.locator("form.form button").click()
    submit(page)


def submit(page: Page) -> None:
    page.locator('.next-step a[href$="/submit/"]').click()
    page.locator("form.form button").click()
    expect(page.locator(".title .badge")).to_have_class("badge waiting")


def certify(browser: Browser, site: LiveServer, matter: Matter, scan: Path) -> None:
    """What an officer does, the certificate in the console."""
    officer = an_officer()
    matter.refresh_from_db()
    declare(matter, conflict=False, by=officer)
    desk.take(matter, by=officer)
    for name in WAY:
        move(matter, name, by=officer, actor=Actor.OFFICER)
    page = entered(browser, site, signed_in_staff(Client(), officer))
    page.goto(f"{site.url}/console/notarization/certificate/{matter.key}/issue/")
    page.locator('input[name="number"]').fill(NUMBER)
    page.locator('input[name="issued_on"]').fill("2026-11-20")
    page.locator('input[name="name"]').fill("Notarial certificate")
    page.locator('input[name="paper"]').set_input_files(scan)
    page.locator('select[name="language"]').select_option("zh")
    page.locator("#content button[type=submit]").last.click()
    page.wait_for_url(f"**/{matter.key}/")


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
def test_certificate_for_kazakhstan_is_appraised_without_a_second_upload(
    browser: Browser, live_server: LiveServer, settings, tmp_path: Path, language: str
) -> None:
    settings.VAR_DIR = tmp_path
    JurisdictionFactory.create(code="kz", name_zh_hans="哈萨克斯坦", name_en="Kazakhstan", name_ru="Казахстан")
    for slug in ("notarization", "judicial-appraisal"):
        ServiceFactory.create(slug=slug)
    owner = UserFactory.create(language=language)
    enterprise = EnterpriseFactory.create(owner=owner, state=Registration.VERIFIED, number="")
    licence = ExhibitFactory.create(enterprise=enterprise, added_by=owner)
    scan = tmp_path / "certificate.pdf"
    scan.write_bytes(sound.pdf(1))
    page = entered(browser, live_server, member(owner))

    notarization = begin(page, f"{live_server.url}/{language}/services/notarization/", "Licence")
    produce(page, licence)
    apply(page)
    certify(browser, live_server, notarization, scan)
    page.reload()
    expect(page.locator("main")).to_contain_text(NUMBER)
    received = File.objects.count()

    appraisal = begin(page, f"{live_server.url}/{language}/services/judicial-appraisal/", "Seal")
    produce(page, notarization.certificate.exhibit)
    entrust(page)

    assert appraisal.produced.get().exhibit == notarization.certificate.exhibit
    assert File.objects.filter(purpose="exhibits.exhibit").count() == 2
    assert received <= File.objects.count()
