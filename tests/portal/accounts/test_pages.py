"""Every page of allauth is the portal's own: its frame, its words, in each language."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import allauth
import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from babel.messages.pofile import read_po
from django.core import mail
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import translation

from portal.accounts.models import User
from portal.languages import CODES
from tests.signing_in import code_of, passkey_of, signed_in_staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]

PASSWORD = "a house by the river"
ADDRESS = "reader@portal.example"
# No pages: they hand over a file, or an answer to a script.
NO_PAGES = {"mfa_download_recovery_codes", "mfa_login_webauthn"}


def sentences() -> set[str]:
    """What allauth would say in English, as far as it has no values in it."""
    with (Path(allauth.__file__).parent / "locale/en/LC_MESSAGES/django.po").open("rb") as file:
        found = (message.id for message in read_po(file))
        return {sentence for sentence in found if isinstance(sentence, str) and sentence and "%" not in sentence}


ENGLISH = sentences()


@pytest.fixture(autouse=True)
def nobody_has_tried() -> None:
    cache.clear()


@pytest.fixture
def person() -> User:
    user = User.objects.create_user(ADDRESS, PASSWORD, full_name="Zhao Lan")
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return user


def sent_code() -> str:
    return re.findall(r"\b\d{4}-\d{4}\b", mail.outbox[-1].body)[-1]


def signed_in(client: Client, user: User) -> Client:
    """Signed in, and confirmed a moment ago, with every second factor there is."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    passkey_of(user)
    client.force_login(user)
    client.post(reverse("mfa_reauthenticate"), {"code": code_of(secret)})
    return client


def stranger(name: str) -> Callable[[Client, User], HttpResponse]:
    return lambda client, person: client.get(reverse(name))


def own(name: str, **parts: str) -> Callable[[Client, User], HttpResponse]:
    def page(client: Client, person: User) -> HttpResponse:
        signed_in(client, person)
        named = {part: person.authenticator_set.get(type="webauthn").pk for part in parts}
        return client.get(reverse(name, kwargs=named))

    return page


def without_second_factor(name: str) -> Callable[[Client, User], HttpResponse]:
    def page(client: Client, person: User) -> HttpResponse:
        client.force_login(person)
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        return client.get(reverse(name))

    return page


def without_password(client: Client, person: User) -> HttpResponse:
    person.set_unusable_password()
    person.save()
    client.force_login(person)
    return client.get(reverse("account_set_password"))


def sent(name: str, then: str, **typed: str) -> Callable[[Client, User], HttpResponse]:
    def page(client: Client, person: User) -> HttpResponse:
        client.post(reverse(name), typed)
        return client.get(reverse(then))

    return page


def new_password(client: Client, person: User) -> HttpResponse:
    client.post(reverse("account_reset_password"), {"email": ADDRESS})
    client.post(reverse("account_confirm_password_reset_code"), {"code": sent_code()})
    return client.get(reverse("account_complete_password_reset"))


def second_step(client: Client, person: User) -> HttpResponse:
    TOTP.activate(person, generate_totp_secret())
    return sent("account_login", "mfa_authenticate", login=ADDRESS, password=PASSWORD)(client, person)


NEW = {"full_name": "A", "email": "new@portal.example", "password1": PASSWORD, "language": "ru"}
PAGES: dict[str, Callable[[Client, User], HttpResponse]] = {
    **{
        name: stranger(name)
        for name in (
            "account_login",
            "account_signup",
            "account_inactive",
            "account_request_login_code",
            "account_reset_password",
            "account_password_reset_completed",
        )
    },
    **{
        name: own(name)
        for name in (
            "account_logout",
            "account_email",
            "account_change_password",
            "account_reauthenticate",
            "mfa_index",
            "mfa_reauthenticate",
            "mfa_deactivate_totp",
            "mfa_view_recovery_codes",
            "mfa_generate_recovery_codes",
            "mfa_list_webauthn",
            "mfa_add_webauthn",
            "mfa_reauthenticate_webauthn",
            "usersessions_list",
        )
    },
    "mfa_edit_webauthn": own("mfa_edit_webauthn", pk=""),
    "mfa_remove_webauthn": own("mfa_remove_webauthn", pk=""),
    "mfa_activate_totp": without_second_factor("mfa_activate_totp"),
    "account_set_password": without_password,
    "account_email_verification_sent": sent("account_signup", "account_email_verification_sent", **NEW),
    "account_confirm_login_code": sent("account_request_login_code", "account_confirm_login_code", email=ADDRESS),
    "account_confirm_password_reset_code": sent(
        "account_reset_password", "account_confirm_password_reset_code", email=ADDRESS
    ),
    "account_complete_password_reset": new_password,
    "mfa_authenticate": second_step,
}


def texts(page: str) -> Iterator[str]:
    """What a page says, one piece between two tags after the other, and in the words of its attributes."""
    shown = re.sub(r"<script[^>]*>.*?</script>", "", page, flags=re.DOTALL)
    yield from (unescape(text).strip() for text in re.split(r"<[^>]*>", shown))
    yield from (unescape(text) for text in re.findall(r'(?:placeholder|title|alt|aria-label)="([^"]*)"', shown))


def test_every_page_of_allauth_is_looked_at() -> None:
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}

    assert {name for name in names if name.startswith(("account_", "mfa_", "usersessions_"))} == {*PAGES, *NO_PAGES}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", PAGES)
def test_page_has_our_frame_and_none_of_allauths_words(client: Client, person: User, name: str, code: str) -> None:
    with translation.override(code):
        response = PAGES[name](client, person)

    assert (response.status_code, response.text.count('<header class="masthead">')) == (200, 1)
    assert re.findall(r"<h1[ >]", response.text) == ["<h1>"]
    assert 'name="robots" content="noindex"' in response.text
    if code != "en":
        assert set(texts(response.text)) & ENGLISH == set()


@pytest.mark.parametrize("name", PAGES)
def test_no_copy_of_the_page_is_kept(client: Client, person: User, name: str) -> None:
    response = PAGES[name](client, person)

    assert response.status_code == 200
    assert name in {"account_inactive", "account_password_reset_completed", "account_reset_password"} or (
        "no-store" in response["Cache-Control"]
    )


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["accounts:home", "accounts:profile", "accounts:second-factor"])
def test_own_page_speaks_each_language(client: Client, person: User, name: str, code: str) -> None:
    client.force_login(person)
    with translation.override(code):
        response = client.get(reverse(name))

    assert (response.status_code, response["Content-Language"]) == (200, code)
    assert "no-store" in response["Cache-Control"]


def test_home_tells_what_there_is_to_sign_in_with(client: Client, person: User) -> None:
    person.phone = "+77011234567"
    person.save()
    page = signed_in(client, person).get("/en/account/").text

    words = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page))
    assert "Phone +7 701 123 4567" in words
    assert "Passkeys 1 Look" in words
    assert "Second step In use" in words


def test_home_of_whoever_has_little_says_so(client: Client) -> None:
    user = User.objects.create_user("bare@portal.example")
    client.force_login(user)

    words = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", client.get("/en/account/").text))

    assert "bare@portal.example Not confirmed" in words
    assert "Password Not set Set a password" in words
    assert "Second step Not in use" in words


def test_account_page_counts_no_device_that_has_signed_out(client: Client, person: User) -> None:
    client.force_login(person)
    client.get("/en/account/")
    elsewhere = Client()
    elsewhere.force_login(person)
    elsewhere.get("/en/account/")
    elsewhere.post("/en/account/logout/")

    words = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", client.get("/en/account/").text))

    assert "Devices signed in 1 Look" in words


def test_second_factor_page_leads_on_to_the_console_and_nowhere_else(client: Client, person: User) -> None:
    client.force_login(person)

    on = client.get("/en/account/second-factor/?next=/console/laws/law/").text
    away = client.get("/en/account/second-factor/?next=//evil.example/").text

    assert ('href="/console/laws/law/"' in on, "evil.example" in away.split("<main")[1]) == (True, False)


def test_header_offers_signing_in_or_the_person(client: Client, person: User) -> None:
    out = client.get("/en/terms/?page=2").text
    client.force_login(person)
    within = client.get("/en/terms/").text

    assert 'href="/en/account/login/?next=/en/terms/%3Fpage%3D2"' in out
    assert '<span class="name">Zhao Lan</span>' in within
    assert 'href="/en/account/login/' not in within
    assert 'href="/console/">Console</a></li>\n    <li>' not in within


def test_staff_are_offered_the_console(client: Client) -> None:
    signed_in_staff(client, User.objects.create_superuser("staff@portal.example", language="en"))

    menu = client.get("/en/").text.split('<details class="me">')[1].split("</details>")[0]

    assert re.findall(r'href="([^"]+)"', menu) == [
        "/en/account/",
        "/en/enterprises/",
        "/en/served/",
        "/en/enquiries/",
        "/en/account/training/",
        "/en/files/",
        "/en/account/data/",
        "/en/account/consents/",
        "/en/account/activity/",
        "/console/",
        "/en/account/logout/",
    ]
