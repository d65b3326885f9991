"""Every address of the portal: public pages answer in three languages, the open interface to programs; the rest is
closed to strangers.

A page for those who are signed in stands under one of the beginnings below, and leads a stranger to sign in; nobody
has to name it here. What lies there and is for strangers, such as signing in itself, is named in `ENTRANCE`.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import LocalePrefixPattern
from django.utils import translation

from portal.accounts.models import User
from portal.languages import CODES
from tests.factories import (
    AnswerFactory,
    CaseFactory,
    CertificateFactory,
    EditionFactory,
    FeedFactory,
    FirmFactory,
    LawFactory,
    LawyerFactory,
    PortraitFactory,
    ProvisionFactory,
    ProvisionTextFactory,
    ServiceFactory,
    SessionFactory,
    SubmissionFactory,
)

pytestmark = pytest.mark.django_db

# Open to everybody and in no language: they are asked by machines, or lead to a language.
OPEN = {
    "root": 302,
    "health": 503,
    "web-health": 503,
    "set_language": 302,
    "robots": 200,
    "sitemap": 200,
    "sitemap-pages": 200,
    "sitemap-laws": 200,
    "sitemap-cases": 200,
    "sitemap-lawyers": 200,
    "lawyer-photo": 200,
    "sitemap-services": 200,
    "deadlines-feed": 200,
}
# Beginnings, below the language, of pages for those who are signed in.
SIGNED_IN = ("account/", "inbox/", "enterprises/", "enquiries/", "files/", "served/")
# For strangers all the same: what they get; 302 is a way back to the beginning of something not yet begun.
ENTRANCE = {
    "account_login": 200,
    "account_signup": 200,
    "account_request_login_code": 200,
    "account_reset_password": 200,
    "account_password_reset_completed": 200,
    "account_inactive": 200,
    # says good-bye to whoever has no account any more
    "privacy:deleted": 200,
    "account_logout": 302,
    "account_email_verification_sent": 302,
    "account_confirm_login_code": 302,
    "account_confirm_password_reset_code": 302,
    "account_complete_password_reset": 302,
    "mfa_authenticate": 302,
    "mfa_login_webauthn": 302,
    # who has the letter may sign in or up; this word stands in none
    "serving:invitation": 409,
    # who has the signed address of a mail may end these mails; this one nobody signed
    "notices:unsubscribe": 404,
}
# What the sample world below has at each part of an address.
PARTS = {
    "code": "cn",
    "slug": "sample",
    "edition": "2020-01-01",
    "old": "2010-01-01",
    "new": "2020-01-01",
    "path": "article-1",
    "suffix": "txt",
    "program": "bib",
    "number": 1,
    "pk": 1,
    "id": 1,
    "uuid": "00000000-0000-4000-8000-000000000000",
    "token": "token",
    "key": "2" * 12,
    "invited": "0" * 64,
    "enquiry": "2" * 12,
    "served": "2" * 12,
    "exhibit": "2" * 12,
    "file": "00000000-0000-4000-8000-000000000000",
    "photo": "00000000-0000-4000-8000-000000000000",
    "side": 128,
    "name": "laws-cn-0123456789abcdef.jsonl.gz",
    "purpose": "terms",
    "session": "2026-12-07",
    "certificate": "2026-BCDF-GHJK",
    "group": "person",
    "asked": "submit",
    "matter": "2" * 12,
    "kind": "arbitration",
    "position": 1,
    "uid": "00000000-0000-4000-8000-000000000000",
}
# These act, and answer only to being sent a form; those lead on to the page of the day.
ACTING = {"downloads:again": 405}
LEADING = {"downloads:of-the-day": 302, "laws:choose": 302}


@dataclass(frozen=True)
class Page:
    name: str
    path: str
    pattern: URLPattern

    @property
    def parts(self) -> dict[str, object]:
        return {part: PARTS[part] for part in re.findall(r"<(?:\w+:)?(\w+)>", self.path)}


def pages(resolver: URLResolver, namespace: str = "", before: str = "") -> Iterator[Page]:
    for pattern in resolver.url_patterns:
        path = before + (str(pattern.pattern) if not isinstance(pattern.pattern, LocalePrefixPattern) else "")
        if isinstance(pattern, URLResolver):
            yield from pages(pattern, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace, path)
        else:
            yield Page(f"{namespace}{pattern.name}", path, pattern)


EVERYTHING = {page.name: page for page in sorted(pages(get_resolver()), key=lambda page: page.name)}
CONSOLE = [page for page in EVERYTHING.values() if page.name.startswith("admin:")]
PERSONAL = [page for page in EVERYTHING.values() if page.path.startswith(SIGNED_IN) and page.name not in ENTRANCE]
INTERFACE = [page for page in EVERYTHING.values() if page.path.startswith("api/")]
PUBLIC = [
    page for page in EVERYTHING.values() if page not in (*CONSOLE, *PERSONAL, *INTERFACE) and page.name not in OPEN
]


def called(found: list[Page]) -> dict[str, object]:
    return {"argvalues": found, "ids": [page.name for page in found]}


@pytest.fixture
def world() -> None:
    CaseFactory.create(slug="sample")
    PortraitFactory.create(key=PARTS["photo"], lawyer=LawyerFactory.create(slug="sample"), shown=True)
    FirmFactory.create(slug="sample")
    ServiceFactory.create(slug="sample")
    session = SessionFactory.create(course__slug="sample", slug="2026-12-07")
    CertificateFactory.create(enrolment__session=session, token="token")
    SubmissionFactory.create(token="token")
    FeedFactory.create(token="token")
    AnswerFactory.create(token="token")
    law = LawFactory.create(slug="sample")
    for day in (datetime.date(2010, 1, 1), datetime.date(2020, 1, 1)):
        provision = ProvisionFactory.create(
            edition=EditionFactory.create(law=law, in_force=day), path="article-1", number="1"
        )
        for language in ("zh", "en", "ru"):
            ProvisionTextFactory.create(provision=provision, language=language)


@pytest.mark.usefixtures("world", "strict_templates")
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("page", **called(PUBLIC))
def test_public_page_answers_in_each_language(client: Client, page: Page, code: str) -> None:
    with translation.override(code):
        address = reverse(page.name, kwargs=page.parts)

    response = client.get(address)

    assert address.startswith(f"/{code}/")
    assert response.status_code == (ACTING | LEADING | ENTRANCE).get(page.name, 200)
    if response["Content-Type"].startswith("text/html") and response.content:
        assert re.findall(r"<html lang=\"([\w-]+)\"", response.text) == ["zh-Hans" if code == "zh-hans" else code]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("page", **called(PERSONAL))
def test_page_for_those_signed_in_leads_a_stranger_to_sign_in(client: Client, page: Page, code: str) -> None:
    with translation.override(code):
        address = reverse(page.name, kwargs=page.parts)
        entrance = reverse("account_login")

    taken = [answer for answer in (client.get(address), client.post(address)) if answer.status_code != 405]

    assert address.startswith(f"/{code}/")
    assert {answer.status_code for answer in taken} == {302}
    assert all(answer["Location"].startswith(entrance) for answer in taken)


@pytest.mark.usefixtures("world", "strict_templates")
@pytest.mark.parametrize("page", **called(PUBLIC))
def test_public_page_is_under_the_strict_policy(client: Client, page: Page) -> None:
    with translation.override("en"):
        address = reverse(page.name, kwargs=page.parts)

    assert "unsafe" not in client.get(address)["Content-Security-Policy"]


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(("name", "status"), OPEN.items())
def test_page_outside_of_languages_answers(client: Client, settings, tmp_path, name: str, status: int) -> None:
    settings.SEARCH_INDEX_DIR = tmp_path / "none"

    response = client.get(reverse(name, kwargs=EVERYTHING[name].parts))

    assert response.status_code == status


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("page", **called(INTERFACE))
def test_address_of_the_interface_answers_a_stranger(client: Client, page: Page) -> None:
    response = client.get(reverse(page.name, kwargs=page.parts))

    # No topic and no file of that name, and no question.
    expected = {"api:get_topic": 404, "api:get_file": 404, "api:search_everything": 422}.get(page.name, 200)
    assert (response.status_code, response["Content-Type"]) == (expected, "application/json")
    assert not response.cookies


def console_address(page: Page) -> str:
    named = {
        "sheet": PARTS["file"],
        "matter": PARTS["matter"],
        "uid": PARTS["file"],
        "app_label": "laws",
        "url": "nothing/",
        "content_type_id": 1,
        "object_id": "1",
        "id": "1",
    }
    groups = {
        part: named.get(part, "1")
        for part in (*page.pattern.pattern.converters, *page.pattern.pattern.regex.groupindex)
    }
    if page.name == "admin:None":  # the old address of a row, and whatever else has no name
        return "/console/laws/law/1/" if groups else "/console/nothing/"
    return reverse(page.name, kwargs=groups)


@pytest.mark.parametrize("page", **called(CONSOLE))
def test_page_of_the_console_refuses_a_stranger(client: Client, page: Page) -> None:
    answers = [client.get(console_address(page)), client.post(console_address(page))]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert all(answer["Location"].startswith("/zh-hans/account/login/?next=/console/") for answer in answers)


@pytest.mark.parametrize("page", **called(CONSOLE))
def test_page_of_the_console_refuses_staff_without_a_second_factor(client: Client, page: Page) -> None:
    staff = User.objects.create_superuser("staff@portal.example")
    client.force_login(staff)

    without = [client.get(console_address(page)), client.post(console_address(page))]
    TOTP.activate(staff, generate_totp_secret())
    unpassed = [client.get(console_address(page)), client.post(console_address(page))]

    assert [answer.status_code for answer in without + unpassed] == [302] * 4
    assert all(answer["Location"].startswith("/zh-hans/account/second-factor/?next=") for answer in without)
    assert all(answer["Location"].startswith("/zh-hans/account/second-step/reauth") for answer in unpassed)


@pytest.mark.parametrize("page", **called(CONSOLE))
def test_page_of_the_console_refuses_whoever_is_no_staff(client: Client, page: Page) -> None:
    client.force_login(User.objects.create_user("reader@portal.example"))

    assert client.get(console_address(page)).status_code == 403


def test_every_page_that_is_open_is_meant_to_be() -> None:
    assert set(EVERYTHING) >= set(OPEN | ACTING | LEADING | ENTRANCE)
    assert settings.ROOT_URLCONF == "portal.urls"
