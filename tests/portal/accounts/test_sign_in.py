"""Passwords cannot be tried without end, neither from one address nor for one person."""

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client

from portal.accounts.models import User

pytestmark = pytest.mark.django_db
WRONG = "a-wrong-password"
TOO_MANY = "There were too many attempts. Wait a while and try again."


@pytest.fixture(autouse=True)
def _nobody_has_tried() -> None:
    cache.clear()


def attempt(client: Client, email: str, *, password: str = WRONG, address: str = "192.0.2.1") -> str:
    """What became of it: `in`, `wrong` or `refused` unseen."""
    response = client.post("/en/account/login/", {"login": email, "password": password}, REMOTE_ADDR=address)
    if response.status_code == 302:
        return "in"
    return "refused" if TOO_MANY in response.text else "wrong"


def member(email: str, **fields: object) -> User:
    user = User.objects.create_user(email, "a-right-password", **fields)
    EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
    return user


def test_person_signs_in(client: Client) -> None:
    member("reader@portal.example")

    met = [attempt(client, "reader@portal.example", password=password) for password in (WRONG, "a-right-password")]

    assert (met, client.get("/en/account/").status_code) == (["wrong", "in"], 200)


def test_one_address_tries_ten_times_a_minute(client: Client) -> None:
    member("last@portal.example")

    met = [attempt(client, f"reader-{number}@portal.example") for number in range(10)]
    last = attempt(client, "last@portal.example", password="a-right-password")
    elsewhere = attempt(client, "last@portal.example", password="a-right-password", address="192.0.2.2")

    assert (met, last, elsewhere) == (["wrong"] * 10, "refused", "in")


def test_one_person_is_tried_twenty_times_a_minute_from_wherever(client: Client) -> None:
    spellings = ("reader@portal.example", " Reader@portal.example", "\uff52eader@portal.example ")

    met = [attempt(client, spellings[number % 3], address=f"192.0.2.{number}") for number in range(21)]
    another = attempt(client, "other@portal.example", address="192.0.2.99")

    assert (met, another) == (["wrong"] * 20 + ["refused"], "wrong")


def test_success_does_not_begin_the_count_anew(client: Client) -> None:
    member("mine@portal.example")

    for number in range(9):
        attempt(client, f"reader-{number}@portal.example")
    met = attempt(Client(), "mine@portal.example", password="a-right-password")
    after = [attempt(client, "reader@portal.example") for _ in range(2)]

    assert (met, after) == ("in", ["wrong", "refused"])


def test_address_that_asks_for_codes_without_end_is_shown_when_to_come_back(client: Client) -> None:
    asked = [client.post("/ru/account/password/reset/", {"email": "reader@portal.example"}) for _ in range(6)]

    assert [response.status_code for response in asked] == [302] * 5 + [429]
    assert asked[-1].headers["Retry-After"] == "60"
    assert 'lang="ru"' in asked[-1].text
    assert client.get("/ru/account/password/reset/").status_code == 200
