"""Passwords cannot be tried without end, neither from one address nor for one person."""

import pytest
from django.core.cache import cache
from django.test import Client

from portal.accounts.models import User

pytestmark = pytest.mark.django_db
WRONG = "a-wrong-password"


@pytest.fixture(autouse=True)
def _nobody_has_tried(settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


def attempt(client: Client, email: str, *, password: str = WRONG, address: str = "192.0.2.1") -> int:
    sent = {"username": email, "password": password}
    return client.post("/console/login/", sent, REMOTE_ADDR=address).status_code


def test_staff_sign_in(client: Client) -> None:
    User.objects.create_user("staff@portal.example", "a-right-password", is_staff=True)

    statuses = [attempt(client, "staff@portal.example", password=password) for password in (WRONG, "a-right-password")]

    assert (statuses, client.get("/console/").status_code) == ([200, 302], 200)


def test_one_address_tries_ten_times_a_minute(client: Client) -> None:
    statuses = [attempt(client, f"staff-{number}@portal.example") for number in range(11)]
    elsewhere = attempt(client, "staff@portal.example", address="192.0.2.2")

    assert (statuses, elsewhere) == ([200] * 10 + [429], 200)


def test_one_person_is_tried_twenty_times_a_minute_from_wherever(client: Client) -> None:
    spellings = ("staff@portal.example", " Staff@portal.example", "\uff53taff@portal.example ")

    statuses = [attempt(client, spellings[number % 3], address=f"192.0.2.{number}") for number in range(21)]
    another = attempt(client, "other@portal.example", address="192.0.2.99")

    assert (statuses, another) == ([200] * 20 + [429], 200)


def test_form_is_shown_to_whoever_has_tried_too_often(client: Client) -> None:
    refused = [
        client.post("/console/login/", {"username": "a", "password": "b"}, headers={"accept-language": "ru"})
        for _ in range(11)
    ][-1]

    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "60")
    assert 'lang="ru"' in refused.content.decode()
    assert client.get("/console/login/").status_code == 200
