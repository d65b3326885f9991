"""How people come in, change what they come in with, and are put out, over the real pages."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.test import Client

from portal.accounts.actions import deactivate
from portal.accounts.models import User
from tests.signing_in import code_of

pytestmark = pytest.mark.django_db

PASSWORD = "a house by the river"
ADDRESS = "reader@portal.example"
SIGN_UP = {"full_name": "Айгерим Сарсенова", "email": "New@portal.example", "password1": PASSWORD, "language": "ru"}


@pytest.fixture(autouse=True)
def nobody_has_tried() -> None:
    cache.clear()


@pytest.fixture
def person() -> User:
    user = User.objects.create_user(ADDRESS, PASSWORD, language="ru")
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return user


def sent_code() -> str:
    return re.findall(r"\b\d{4}-\d{4}\b", mail.outbox[-1].body)[-1]


def subjects() -> list[tuple[str, str]]:
    return [(letter.to[0], letter.subject) for letter in mail.outbox]


def enter(client: Client, **typed: str) -> None:
    client.post("/en/account/login/", {"login": ADDRESS, "password": PASSWORD, **typed})


def is_in(client: Client) -> bool:
    return client.get("/en/account/").status_code == 200


def test_person_signs_up_confirms_the_address_and_is_in(client: Client) -> None:
    client.post("/en/account/signup/", SIGN_UP)
    before = is_in(client)
    client.post("/en/account/confirm-email/", {"code": sent_code()})

    user = User.objects.get()
    assert (before, is_in(client)) == (False, True)
    assert (user.email, user.full_name, user.language, user.time_zone, user.is_staff) == (
        "new@portal.example",
        "Айгерим Сарсенова",
        "ru",
        "Asia/Shanghai",
        False,
    )
    assert subjects() == [("new@portal.example", "Подтвердите адрес электронной почты")]


@pytest.mark.parametrize("code", ["zh-hans", "en", "ru"])
def test_language_offered_is_that_of_the_page(client: Client, code: str) -> None:
    page = client.get(f"/{code}/account/signup/").text

    assert re.findall(r'<option value="([\w-]+)" selected', page) == [code]


@pytest.mark.parametrize("missing", ["full_name", "email", "password1", "language"])
def test_sign_up_wants_an_answer_to_each_question_and_keeps_the_others(client: Client, missing: str) -> None:
    response = client.post("/en/account/signup/", {**SIGN_UP, missing: ""})

    assert (response.status_code, list(response.context["form"].errors), User.objects.count()) == (200, [missing], 0)
    if missing != "full_name":
        assert "Айгерим Сарсенова" in response.text


def test_address_that_has_an_account_is_told_to_nobody_but_its_owner(client: Client, person: User) -> None:
    known = client.post("/en/account/signup/", {**SIGN_UP, "email": ADDRESS})
    unknown = Client().post("/en/account/signup/", SIGN_UP)

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert subjects()[0] == (ADDRESS, "У вас уже есть учетная запись")
    assert User.objects.count() == 2


def test_person_signs_in_by_code_and_needs_no_password(client: Client, person: User) -> None:
    client.post("/en/account/login/code/", {"email": f" {ADDRESS.upper()} "})
    client.post("/en/account/login/code/confirm/", {"code": sent_code().replace("-", "")})

    assert is_in(client)
    assert subjects() == [(ADDRESS, "Ваш код для входа")]


@pytest.mark.parametrize("page", ["login/code", "password/reset"])
def test_address_in_letters_of_full_width_is_the_same(client: Client, person: User, page: str) -> None:
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in ADDRESS)

    client.post(f"/en/account/{page}/", {"email": wide})

    assert [to for to, _ in subjects()] == [ADDRESS]


def test_code_for_an_unknown_address_looks_the_same(client: Client, person: User) -> None:
    known = client.post("/en/account/login/code/", {"email": ADDRESS})
    unknown = Client().post("/en/account/login/code/", {"email": "nobody@portal.example"})

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert subjects()[1] == ("nobody@portal.example", "There is no account with this address")


def test_wrong_code_is_taken_three_times(client: Client, person: User) -> None:
    client.post("/en/account/login/code/", {"email": ADDRESS})
    right = sent_code()

    answers = [client.post("/en/account/login/code/confirm/", {"code": "0000-0000"}).status_code for _ in range(3)]
    client.post("/en/account/login/code/confirm/", {"code": right})

    assert (answers, is_in(client)) == ([200, 200, 302], False)


def test_second_factor_is_asked_for_after_password_and_after_code_by_mail(client: Client, person: User) -> None:
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    enter(client)
    by_password = is_in(client)
    by_mail = Client()
    by_mail.post("/en/account/login/code/", {"email": ADDRESS})
    by_mail.post("/en/account/login/code/confirm/", {"code": sent_code()})

    client.post("/en/account/second-step/authenticate/", {"code": code_of(secret)})

    assert (by_password, is_in(by_mail), is_in(client)) == (False, False, True)


def test_code_of_an_app_opens_one_door_alone(client: Client, person: User) -> None:
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    code, overheard = code_of(secret), Client()

    for browser in (client, overheard):
        enter(browser)
        browser.post("/en/account/second-step/authenticate/", {"code": code})

    assert (is_in(client), is_in(overheard)) == (True, False)


def test_session_known_before_signing_in_is_worth_nothing_after(client: Client, person: User) -> None:
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = planted = session.session_key

    enter(client)
    elsewhere = Client()
    elsewhere.cookies[settings.SESSION_COOKIE_NAME] = planted

    assert (is_in(client), is_in(elsewhere)) == (True, False)
    assert client.session.session_key != planted


def test_wrong_code_of_the_second_step_is_refused_in_a_sentence(client: Client, person: User) -> None:
    TOTP.activate(person, generate_totp_secret())
    enter(client)

    page = client.post("/en/account/second-step/authenticate/", {"code": "not a code"}).text

    assert (is_in(client), "This code is not right." in page) == (False, True)


def test_new_password_by_code_signs_out_everywhere(client: Client, person: User) -> None:
    enter(client)
    other = Client()
    other.post("/en/account/password/reset/", {"email": ADDRESS})
    other.post("/en/account/password/reset/confirm/", {"code": sent_code()})
    other.post(
        "/en/account/password/reset/complete/", {"password1": "another by the sea", "password2": "another by the sea"}
    )

    person.refresh_from_db()
    assert (person.check_password("another by the sea"), is_in(client)) == (True, False)
    assert subjects()[-1] == (ADDRESS, "Ваш пароль заменен с помощью кода")


def test_changed_password_signs_out_everywhere(client: Client, person: User) -> None:
    enter(client)
    other = Client()
    enter(other)

    client.post(
        "/en/account/password/change/",
        {"oldpassword": PASSWORD, "password1": "another by the sea", "password2": "another by the sea"},
    )

    assert (is_in(client), is_in(other)) == (False, False)
    assert subjects() == [(ADDRESS, "Ваш пароль изменен")]


def test_new_address_takes_the_place_of_the_old_when_it_is_confirmed(client: Client, person: User) -> None:
    enter(client)
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})
    client.post("/en/account/email/", {"email": "new@portal.example", "action_add": ""})
    person.refresh_from_db()
    before = person.email
    client.post("/en/account/confirm-email/", {"code": sent_code()})

    person.refresh_from_db()
    assert (before, person.email) == (ADDRESS, "new@portal.example")
    assert list(EmailAddress.objects.values_list("email", "verified", "primary")) == [
        ("new@portal.example", True, True)
    ]
    assert subjects() == [
        ("new@portal.example", "Подтвердите адрес электронной почты"),
        (ADDRESS, "Адрес электронной почты вашей учетной записи изменен"),
    ]


def test_address_is_not_changed_by_whoever_only_found_the_device_open(client: Client, person: User) -> None:
    enter(client)

    response = client.post("/en/account/email/", {"email": "new@portal.example", "action_add": ""})

    assert response["Location"].startswith("/en/account/reauthenticate/")
    assert mail.outbox == []


@pytest.mark.django_db(transaction=True)
def test_app_for_codes_is_added_used_and_removed_each_with_a_letter(client: Client, person: User) -> None:
    enter(client)
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})
    client.get("/en/account/second-step/totp/activate/")
    secret = client.session["mfa.totp.secret"]
    client.post("/en/account/second-step/totp/activate/", {"code": code_of(secret)})
    added = Authenticator.objects.filter(user=person, type="totp").exists()
    client.post("/en/account/second-step/totp/deactivate/")

    assert (added, Authenticator.objects.exists()) == (True, False)
    assert [subject for _, subject in subjects()] == [
        "К вашей учетной записи добавлено приложение для кодов",
        "Из вашей учетной записи удалено приложение для кодов",
    ]


def test_other_sessions_are_ended(client: Client, person: User) -> None:
    enter(client)
    other = Client()
    enter(other)
    listed = client.get("/en/account/sessions/").text.count('data-label="Browser"')

    client.post("/en/account/sessions/")

    assert (listed, is_in(client), is_in(other)) == (2, True, False)


def test_whoever_is_deactivated_is_out_at_once_and_stays_out(client: Client, person: User) -> None:
    enter(client)
    before = is_in(client)

    deactivate(person, by=person)

    assert (before, is_in(client)) == (True, False)
    enter(client)
    assert not is_in(client)


def test_signing_out_takes_a_form_and_leads_home(client: Client, person: User) -> None:
    enter(client)
    client.get("/en/account/logout/")
    asked = is_in(client)

    response = client.post("/en/account/logout/")

    assert (asked, response["Location"], is_in(client)) == (True, "/en/", False)


@pytest.mark.parametrize("way", ["//evil.example/", "https://evil.example/", "javascript:alert(1)"])
def test_unsafe_way_on_leads_to_the_account(client: Client, person: User, way: str) -> None:
    response = client.post(f"/en/account/login/?next={way}", {"login": ADDRESS, "password": PASSWORD, "next": way})

    assert (response.status_code, response["Location"]) == (302, "/en/account/")
