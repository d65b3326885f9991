"""People are found by how the words of what is known of them begin."""

import pytest
from django.db import connection

from portal.accounts.finding import with_words
from portal.accounts.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna() -> User:
    UserFactory.create(email="boris@other.example", full_name="Борис Котов", phone="+77012345678")
    return UserFactory.create(email="Anna.Petrova@cotton-1.example", full_name="Анна Петрова", phone="+869981234567")


@pytest.mark.parametrize(
    "typed",
    [
        "anna.pet",
        "ANNA.PETROVA@cotton-1.example",
        "cotton-1",
        "@cotton",
        "петр",
        "Петрова Анна",
        "+869981",
        "869981234567",
        "анна 8699",
        "'анна'\\ & | ! : ( \0",
    ],
)
def test_person_is_found_by_the_beginnings_of_words(anna: User, typed: str) -> None:
    assert list(with_words(User.objects.all(), typed)) == [anna]


@pytest.mark.parametrize("typed", ["nobody", "анна борис", "—", "trova"])
def test_nobody_is_found_without_such_words(anna: User, typed: str) -> None:
    assert list(with_words(User.objects.all(), typed)) == []


def test_text_without_words_narrows_nothing(anna: User) -> None:
    assert with_words(User.objects.all(), " @ ").count() == 2


def test_chinese_name_is_found_by_its_beginning() -> None:
    wang = UserFactory.create(full_name="王小明")

    assert list(with_words(User.objects.all(), "王小")) == [wang]


def test_words_are_looked_up_in_their_index() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")  # as in a table of more rows than a test has

    assert "accounts_words" in with_words(User.objects.all(), "anna").order_by().explain()
