"""People in the console, known by their e-mail address."""

from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group, Permission
from django.contrib.sessions.models import Session
from django.core.mail import EmailMessage
from django.db import connection
from django.test import Client
from django.urls import reverse

from portal.accounts.models import User
from portal.notices.models import Notice
from portal.notices.relay import relay
from portal.privacy.models import SecurityEvent
from tests.factories import UserFactory
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def staff(client: Client) -> User:
    user = User.objects.create_superuser("staff@portal.example", language="en")
    signed_in_staff(client, user)
    return user


def test_user_is_added_with_an_address_a_language_and_a_password(client: Client) -> None:
    client.post(
        reverse("admin:accounts_user_add"),
        {
            "email": "new@portal.example",
            "full_name": "",
            "language": "ru",
            "usable_password": "true",
            "password1": "neither short nor common",
            "password2": "neither short nor common",
        },
    )

    user = User.objects.get(email="new@portal.example")
    assert (str(user), user.language, user.is_staff) == ("new@portal.example", "ru", False)
    assert user.check_password("neither short nor common")


def test_address_is_taken_in_any_case(client: Client) -> None:
    response = client.post(
        reverse("admin:accounts_user_add"),
        {
            "email": "STAFF@portal.example",
            "language": "ru",
            "usable_password": "true",
            "password1": "neither short nor common",
            "password2": "neither short nor common",
        },
    )

    assert "There is already a user with this e-mail address." in response.text


def test_user_added_in_capitals_is_written_to_as_any_other(client: Client, mailoutbox: list[EmailMessage]) -> None:
    client.post(
        reverse("admin:accounts_user_add"),
        {
            "email": "New.Officer@Portal.example",
            "language": "ru",
            "usable_password": "true",
            "password1": "neither short nor common",
            "password2": "neither short nor common",
        },
    )

    Client().post("/ru/account/login/code/", {"email": "new.officer@portal.example"})

    (letter,) = mailoutbox
    assert (letter.to, letter.subject) == (["new.officer@portal.example"], "Ваш код для входа")


def test_user_is_changed(client: Client, staff: User) -> None:
    client.post(
        reverse("admin:accounts_user_change", args=[staff.pk]),
        {
            "email": staff.email,
            "full_name": "Zhao Lan",
            "language": "zh-hans",
            "time_zone": "Asia/Almaty",
            "is_active": "on",
            "is_staff": "on",
        },
    )

    staff.refresh_from_db()
    assert (str(staff), staff.language, staff.time_zone) == ("Zhao Lan", "zh-hans", "Asia/Almaty")


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("query", [{}, {"q": "person"}, {"is_staff__exact": "0"}, {"_facets": "True"}])
def test_list_is_read_in_a_fixed_number_of_queries_and_never_counted(
    client: Client, number: int, query: dict[str, str], django_assert_num_queries: Callable
) -> None:
    UserFactory.create_batch(number, full_name="Person")
    address = reverse("admin:accounts_user_changelist")
    client.get(address, query)

    with django_assert_num_queries(3) as captured:
        client.get(address, query)

    assert not [one["sql"] for one in captured.captured_queries if "COUNT(" in one["sql"]]


def test_password_is_never_shown(client: Client, staff: User) -> None:
    staff.set_password("a long password")
    staff.save()
    signed_in_staff(client, staff)

    page = client.get(reverse("admin:accounts_user_change", args=[staff.pk])).text

    assert staff.password not in page


def change(client: Client, user: User, **typed: str) -> int:
    """The person's page sent with what is typed, everything else as it stands; what came of it."""
    flags = {flag: "on" for flag in ("is_active", "is_staff", "is_superuser") if getattr(user, flag)}
    values = {"email": user.email, "full_name": user.full_name, "language": user.language, "phone": user.phone}
    sent = {**values, "time_zone": user.time_zone, **flags, **typed}
    address = reverse("admin:accounts_user_change", args=[user.pk])
    return client.post(address, {name: value for name, value in sent.items() if value is not None}).status_code


@pytest.fixture
def reader() -> User:
    return User.objects.create_user("reader@portal.example", "a long password", language="ru")


def test_whoever_is_deactivated_in_the_console_is_out_at_once(client: Client, reader: User) -> None:
    theirs = Client()
    theirs.force_login(reader)
    theirs.get("/en/account/")
    keys = list(UserSession.objects.filter(user=reader).values_list("session_key", flat=True))

    change(client, reader, is_active=None)

    assert (len(keys), Session.objects.filter(session_key__in=keys).exists()) == (1, False)
    assert (UserSession.objects.filter(user=reader).exists(), theirs.get("/en/account/").status_code) == (False, 302)


def test_address_changed_in_the_console_is_to_be_confirmed_anew(client: Client, reader: User) -> None:
    EmailAddress.objects.create(user=reader, email=reader.email, primary=True, verified=True)
    theirs = Client()
    theirs.force_login(reader)
    theirs.get("/en/account/")

    change(client, reader, email="other@portal.example")

    assert list(EmailAddress.objects.filter(user=reader).values_list("email", "primary", "verified")) == [
        ("other@portal.example", True, False)
    ]
    assert theirs.get("/en/account/").status_code == 302
    assert list(SecurityEvent.objects.filter(user=reader).values_list("kind", flat=True)) == ["email-changed"]


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("zh-hans", "工作人员更改了您账户的邮箱"),
        ("en", "Staff changed the e-mail address of your account"),
        ("ru", "Сотрудники портала изменили адрес электронной почты вашей учетной записи"),
    ],
)
def test_former_address_is_told_of_the_change(
    client: Client, reader: User, mailoutbox: list[EmailMessage], language: str, subject: str
) -> None:
    User.objects.update(language=language)
    reader.refresh_from_db()

    change(client, reader, email="other@portal.example")
    relay("mail")

    assert [(letter.to, letter.subject) for letter in mailoutbox] == [(["reader@portal.example"], subject)]
    assert "other@portal.example" not in mailoutbox[0].body


def test_person_whose_address_stays_is_told_nothing(client: Client, reader: User) -> None:
    change(client, reader, full_name="Zhao Lan")

    assert not Notice.objects.exists()


def test_person_is_found_by_an_address_in_any_case_and_by_its_index(reader: User) -> None:
    found = User.objects.with_address("Reader@PORTAL.example")

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    assert (list(found), "accounts_email_unique_in_any_case" in found.explain()) == ([reader], True)


def test_secrets_and_sessions_of_people_are_not_in_the_console(client: Client) -> None:
    page = client.get("/console/").text

    assert [app for app in ("/console/mfa/", "/console/account/", "/console/usersessions/") if app in page] == []


def test_staff_with_a_right_have_it_by_a_role_or_by_themselves_and_may_sign_in(reader: User) -> None:
    right = Permission.objects.get(codename="view_user", content_type__app_label="accounts")
    role = Group.objects.create(name="lookers")
    role.permissions.add(right)
    by_role, alone, gone = (UserFactory.create(is_staff=True, is_active=active) for active in (True, True, False))
    role.user_set.add(by_role, gone, reader)
    by_role.user_permissions.add(right)
    alone.user_permissions.add(right)

    assert set(User.objects.with_right("accounts.view_user")) == {by_role, alone}
