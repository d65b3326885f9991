"""Lists of the console that are never counted, turned page by page."""

import pytest

from portal.accounts.models import User
from portal.themed import InfinitePaginator
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("number", "letters"), [(1, "ab"), ("2", "cd"), (3, "e"), (4, "")])
def test_pages_go_on_in_the_order_of_the_list(number: int | str, letters: str) -> None:
    for letter in "ecadb":
        UserFactory.create(email=f"{letter}@portal.example")

    page = InfinitePaginator(User.objects.order_by("email"), 2).page(number)

    assert [user.email[0] for user in page.object_list] == list(letters)


def test_later_page_is_passed_to_by_keys(django_assert_num_queries) -> None:
    UserFactory.create_batch(3)

    with django_assert_num_queries(2) as captured:
        list(InfinitePaginator(User.objects.order_by("email"), 2).page(2))

    keys, rows = (one["sql"] for one in captured.captured_queries)
    assert ("full_name" in keys, "OFFSET" in rows) == (False, False)
