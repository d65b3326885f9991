"""The letters about an account: one for each that allauth sends, in the language of whoever gets it."""

import datetime
import re
from pathlib import Path

import allauth
import pytest
from allauth.account.adapter import get_adapter
from allauth.core import context
from django.contrib.auth.models import AnonymousUser
from django.core import mail
from django.test import RequestFactory
from django.utils import timezone, translation

from portal.accounts.mails import LETTERS, letter
from portal.accounts.models import User
from portal.languages import CODES

TEMPLATES = Path(allauth.__file__).parent / "templates"
# Links by mail: here there are codes. The other is no letter of its own.
UNUSED = {"account/email/password_reset_key"}
FACTS = {
    "email": "reader@portal.example",
    "code": "1234-5678",
    "password_reset_url": "https://portal.example/ru/account/password/reset/",
    "signup_url": "https://portal.example/ru/account/signup/",
    "from_email": "old@portal.example",
    "to_email": "new@portal.example",
    "deleted_email": "old@portal.example",
    "timestamp": datetime.datetime(2026, 11, 26, 20, 30, tzinfo=datetime.UTC),
    "ip": "192.0.2.1",
    "user_agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0",
}


def test_every_letter_of_allauth_has_ours() -> None:
    theirs = {
        str(path.relative_to(TEMPLATES)).removesuffix("_subject.txt")
        for app in ("account", "mfa")
        for path in (TEMPLATES / app / "email").glob("*_subject.txt")
    }

    assert set(LETTERS) == theirs - UNUSED


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", LETTERS)
def test_letter_says_all_in_its_language(name: str, code: str) -> None:
    with translation.override("en"):
        english = letter(name, FACTS)
    with translation.override(code):
        said = letter(name, FACTS)

    words = [said.subject, *said.paragraphs, *said.remarks, said.link[0] if said.link else ""]
    if code != "en":
        assert {word for word in words if word} & {english.subject, *english.paragraphs, *english.remarks} == set()
    if code == "zh-hans":
        latin = set(re.findall(r"[A-Za-z]{2,}", " ".join(words)))
        assert latin <= {"reader", "portal", "example", "old", "new", "Chrome", "Windows"}


@pytest.mark.django_db
def test_letter_is_in_the_language_and_the_hours_of_whoever_gets_it(rf: RequestFactory) -> None:
    person = User.objects.create_user("reader@portal.example", language="ru", time_zone="Asia/Almaty")

    with context.request_context(rf.get("/en/")), translation.override("en"):
        get_adapter().send_mail("account/email/password_changed", person.email, FACTS)

    assert mail.outbox[0].subject == "Ваш пароль изменен"
    assert "27 ноября 2026 г. 1:30, сетевой адрес 192.0.2.1, браузер: Chrome, Windows" in mail.outbox[0].body


@pytest.mark.django_db
def test_letter_to_nobody_we_know_is_in_the_language_of_the_page(rf: RequestFactory) -> None:
    request = rf.get("/zh-hans/")
    request.user = AnonymousUser()

    with context.request_context(request), translation.override("zh-hans"):
        get_adapter().send_mail("account/email/unknown_account", "nobody@portal.example", FACTS)

    assert mail.outbox[0].subject == "此邮箱没有账户"
    assert timezone.get_current_timezone_name() == "Asia/Shanghai"
