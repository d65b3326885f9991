"""The whole way of an enterprise in a real browser: five people of three languages, a worker, and mail that arrives.

Nobody presses what a person could not find, and nothing is known of a page but the names of its fields.
"""

import dataclasses
import email
import os
import re
import sys
import threading
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.core.cache import cache
from django.core.management import call_command
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfWriter

from enterprises.identifiers.schemes import SCHEMES
from enterprises.models import Enterprise, Membership
from enterprises.policies import Role
from enterprises.states import State
from portal.accounts.actions import OTHERS, make_sample_staff
from portal.accounts.models import User
from portal.languages import by_code
from portal.reference.actions import load
from portal.supervisor import Program, Supervisor
from tests.signing_in import type_code

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

PASSWORD = "a house by the river"
REGISTRAR = OTHERS["registrar"]
REMARK = "№ 7? 门牌号？"
COMPANY = {"zh-hans": "喀什示例贸易有限公司", "en": "Kashgar Sample Trade Co., Ltd.", "ru": "ООО «Кашгарский образец»"}
MENDED = "新疆喀什市示例路7号"
# What a letter says: its title and a sentence of its body.
SUBMITTED = (
    "The registration of %(enterprise)s is submitted",
    "The registrars will check it. You get a letter when it is decided; until then nothing can be changed.",
)
WAITING = ("The registration of %(enterprise)s waits for a decision", "It stands in the queue of registrations.")
IN_REVIEW = (
    "The registration of %(enterprise)s is being checked",
    "An officer has begun to check the registration. You need not do anything.",
)
RETURNED = (
    "The registration of %(enterprise)s needs completing",
    "Something is missing. What it is stands beside each answer. Complete it and submit the registration again.",
)
VERIFIED = (
    "%(enterprise)s is verified",
    "The registrars have compared the registration with the papers. The enterprise can use the services of the portal.",
)
INVITED = (
    "You are invited to %(enterprise)s",
    "Follow the link and sign in with this address to become a viewer.",
)
# The language of the owner, then of the registrar, then of the colleague: nobody shares one.
CASTS = [("zh-hans", "en", "ru"), ("en", "ru", "zh-hans"), ("ru", "zh-hans", "en")]


class Post:
    """A mail server: what arrived, and waiting for what shall arrive."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.arrived = threading.Condition()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - called so
        with self.arrived:
            self.letters.append(email.message_from_bytes(envelope.content, policy=default))
            self.arrived.notify_all()
        return "250 OK"

    def to(self, address: str, number: int) -> EmailMessage:
        """The letter of this number to an address."""
        with self.arrived:
            assert self.arrived.wait_for(lambda: len(self.sent_to(address)) > number, timeout=60), self.letters
            return self.sent_to(address)[number]

    def sent_to(self, address: str) -> list[EmailMessage]:
        return [letter for letter in self.letters if letter["To"] == address]


def body_of(letter: EmailMessage) -> str:
    plain = letter.get_body(["plain"])
    assert plain is not None
    return " ".join(plain.get_content().split())


@dataclasses.dataclass
class Person:
    """Somebody at a browser of their own."""

    page: Page
    site: str
    post: Post
    email: str
    language: str
    read: int = 0

    def next_letter(self) -> EmailMessage:
        self.read += 1
        return self.post.to(self.email, self.read - 1)

    def says(self, sentence: str) -> str:
        with translation.override(self.language):
            return gettext(sentence)

    def told(self, title: str, body: str) -> None:
        """Read the next letter, which says this, in the language of its reader, and follow its link."""
        letter = self.next_letter()
        named = {"enterprise": COMPANY[self.language]}
        assert letter["Subject"].strip() == self.says(title) % named
        assert self.says(body) % named in body_of(letter)
        found = re.search(rf"{self.site}\S+", body_of(letter))
        assert found
        self.page.goto(found.group())

    def press(self, within: str = "main form") -> None:
        self.page.locator(f"{within} button[type=submit]").first.click()

    def fill(self, **answers: str) -> None:
        for name, answer in answers.items():
            self.page.locator(f"main [name={name}]:not([type=radio])").fill(answer)


@pytest.fixture
def post(settings, unused_port: int) -> Iterator[Post]:
    post = Post()
    controller = Controller(post, hostname="127.0.0.1", port=unused_port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", unused_port
    yield post
    controller.stop()


@pytest.fixture
def site(settings, live_server) -> str:
    """The portal as an installation begins: its countries, texts, industries, roles, and a registrar."""
    cache.clear()  # nobody has tried to sign in this minute
    settings.SITE_URL = live_server.url
    load()
    for command in ("load_privacy", "load_industries", "apply_roles"):
        call_command(command)
    return str(live_server.url)


@pytest.fixture
def worker(site: str, post: Post, settings, tmp_path: Path) -> Iterator[None]:
    """The worker, as it runs anywhere, with the addresses of this test."""
    mail = {"EMAIL_HOST": settings.EMAIL_HOST, "EMAIL_PORT": str(settings.EMAIL_PORT), "SITE_URL": site}
    command = [sys.executable, "-m", "celery", "-A", "portal", "worker", "--concurrency", "1"]
    with Supervisor({**os.environ, **mail}, lambda line: None) as supervisor:
        supervisor.start(Program("the worker", command, tmp_path / "worker.log"))
        yield


@pytest.fixture
def people(browser: Browser, site: str, post: Post, worker: None) -> Iterator[Any]:
    contexts = []

    def make(address: str, language: str) -> Person:
        contexts.append(browser.new_context())
        return Person(contexts[-1].new_page(), site, post, address, language)

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "执照 лицензия.pdf"
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(path)
    return path


def sign_up(person: Person) -> None:
    """Make an account and confirm its address by the code in the mail; the page stands at the form."""
    person.fill(full_name="Sample Person", email=person.email, password1=PASSWORD)
    person.press()
    letter = person.next_letter()
    assert letter["Subject"].strip() == person.says("Confirm your e-mail address")
    found = re.search(r"\b\d{4}-\d{4}\b", body_of(letter))
    assert found
    person.fill(code=found.group())
    person.press()


def begin(owner: Person) -> None:
    owner.page.goto(f"{owner.site}/{owner.language}/")
    owner.page.locator("header a[href*='/account/login/']").click()
    owner.page.locator("main a[href*='/account/signup/']").first.click()
    sign_up(owner)
    owner.page.locator("header details.me summary").last.click()
    owner.page.locator("header details.me a[href$='/enterprises/']").click()
    owner.page.locator("main a[href$='/enterprises/register/']").first.click()
    owner.page.locator("[name=country]").select_option("cn")
    owner.press()


def describe(owner: Person) -> None:
    number = {"number-cn-uscc": SCHEMES["cn-uscc"].example, "register_name": COMPANY["zh-hans"]}
    owner.fill(**number, name_zh_hans=COMPANY["zh-hans"], name_en=COMPANY["en"], name_ru=COMPANY["ru"])
    owner.press()
    owner.page.locator("[name=in_zone][value=yes]").check()
    owner.fill(legal_form="有限责任公司", representative="示例负责人", address="新疆喀什市示例路")
    owner.fill(phone="0998 234 5678", email="office@enterprise.example")
    owner.press()


def hand_in(owner: Person, paper: Path) -> None:
    received = owner.says("“[name]” was received.").replace("[name]", paper.name)
    for name in ("licence", "letter"):
        field = owner.page.locator(f".field:has(#id_{name})")
        field.locator("input[type=file]").set_input_files(paper)
        expect(field.get_by_role("status")).to_contain_text(received, timeout=30_000)
    owner.press("main form[enctype] .actions")


def submit(owner: Person) -> None:
    """Go on from the page of colleagues, which asks nothing, and submit."""
    owner.page.wait_for_url("**/people/")
    owner.page.locator("main .actions button[type=submit]").first.click()
    owner.page.wait_for_url("**/review/")
    owner.press()


def enter(officer: Person, secret: str) -> None:
    """Come to work: by password and the second step."""
    officer.page.goto(f"{officer.site}/console/")
    officer.page.locator("details:has([name=password]) > summary").click()
    officer.fill(login=officer.email)
    officer.page.locator("[name=password]").fill(PASSWORD)
    officer.page.locator("[name=password]").press("Enter")
    type_code(officer.page, secret)
    officer.page.wait_for_url(f"{officer.site}/console/")


def decide(officer: Person, act: str) -> None:
    officer.page.locator(f"form[action*='/{act}/'] button[type=submit]").click()
    expect(officer.page.locator(f"form[action*='/{act}/']")).to_have_count(0)


def mend(owner: Person) -> None:
    """Find the remark at its field, mend what it is about, and submit again."""
    expect(owner.page.locator("main")).to_contain_text(REMARK)
    owner.page.locator("main .next-step a.button").click()
    owner.page.locator("main .steps a[href$='/describe/']").click()
    remarked = owner.page.locator(".field:has([name=address]) .remark")
    expect(remarked).to_have_text(owner.says("An officer remarks: %(remark)s") % {"remark": REMARK})
    owner.fill(address=MENDED)
    owner.press()
    owner.page.wait_for_url("**/papers/")
    owner.press("main form[enctype] .actions")


def invite(owner: Person, colleague: Person) -> None:
    owner.page.locator("main a[href$='/members/']").first.click()
    owner.fill(email=colleague.email)
    owner.page.locator("[name=role][value=viewer]").check()
    owner.page.locator("[name=language]").select_option(colleague.language)
    owner.press("main form[action$='/invite/']")


def join(colleague: Person) -> None:
    """Out of the letter to a page that wants an account, and with one into the enterprise."""
    colleague.page.locator("main a[href*='/account/signup/']").first.click()
    sign_up(colleague)
    expect(colleague.page.locator("main h1")).to_have_text(COMPANY[colleague.language])
    colleague.press()


def can_change(viewer: Person, enterprise: Enterprise) -> list[str]:
    """What a member could change: the buttons on their pages, and the pages that let them in."""
    home = f"{viewer.site}/{viewer.language}/enterprises/{enterprise.key}/"
    registration = f"{viewer.site}/{viewer.language}/enterprises/register/{enterprise.key}/"
    viewer.page.goto(f"{home}members/")
    found = viewer.page.locator("main button, main select, main input:not([type=hidden])").all_inner_texts()
    viewer.page.goto(home)
    found += viewer.page.locator("main button, main a.button, main form").all_inner_texts()
    for step in ("identify", "describe", "papers", "people", "review"):
        answer = viewer.page.context.request.get(f"{registration}{step}/")
        found += [step] if answer.status != 403 else []
    return found


@pytest.mark.parametrize("cast", CASTS, ids=[cast[0] for cast in CASTS])
def test_enterprise_is_registered_and_joined(people: Any, paper: Path, cast: tuple[str, str, str]) -> None:
    secret = generate_totp_secret()
    make_sample_staff(PASSWORD, {REGISTRAR: secret})
    User.objects.filter(email=REGISTRAR).update(language=cast[1])
    owner = people("owner@enterprise.example", cast[0])
    officer = people(REGISTRAR, cast[1])
    colleague = people("colleague@enterprise.example", cast[2])

    begin(owner)
    describe(owner)
    hand_in(owner, paper)
    submit(owner)
    owner.told(*SUBMITTED)

    enter(officer, secret)
    officer.told(*WAITING)
    decide(officer, "take")
    owner.told(*IN_REVIEW)
    officer.page.locator("form[action*='/return/'] [name=address]").fill(REMARK)
    decide(officer, "return")

    owner.told(*RETURNED)
    mend(owner)
    submit(owner)
    owner.told(*SUBMITTED)

    officer.told(*WAITING)
    decide(officer, "take")
    owner.told(*IN_REVIEW)
    for check in officer.page.locator("[name=checks]").all():
        check.check()
    decide(officer, "verify")

    owner.told(*VERIFIED)
    invite(owner, colleague)
    colleague.told(*INVITED)
    join(colleague)

    enterprise = Enterprise.objects.get()
    assert enterprise.state == State.VERIFIED
    assert enterprise.address == MENDED
    roles = Membership.objects.order_by("pk").values_list("person__email", "role")
    assert list(roles) == [(owner.email, Role.OWNER), (colleague.email, Role.VIEWER)]
    assert can_change(colleague, enterprise) == []
    tags = {person.email: by_code(person.language).tag for person in (owner, officer, colleague)}
    assert {letter["To"]: letter["Content-Language"] for letter in owner.post.letters} == tags
