"""People in the console, known by their e-mail address."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.accounts.models import User
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


def test_password_is_never_shown(client: Client, staff: User) -> None:
    staff.set_password("a long password")
    staff.save()
    signed_in_staff(client, staff)

    page = client.get(reverse("admin:accounts_user_change", args=[staff.pk])).text

    assert staff.password not in page
