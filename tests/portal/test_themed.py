"""Lists of the console that are never counted, turned page by page; add forms with what their address says."""

import uuid

import pytest
from django.contrib import admin
from django.test import RequestFactory
from django.urls import reverse

from portal.accounts.models import User
from portal.files.models import Upload
from portal.themed import InfinitePaginator, Themed
from tests.factories import JurisdictionFactory, UserFactory
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db
KEY = str(uuid.uuid4())


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


@pytest.mark.parametrize("asked", ["jurisdiction=x", "jurisdiction=9" * 30, "jurisdiction=", "nothing=x"])
def test_add_form_is_shown_without_what_is_no_key(client, asked: str) -> None:
    staff = UserFactory.create(is_staff=True, is_superuser=True)

    answer = signed_in_staff(client, staff).get(f"{reverse('admin:reference_region_add')}?{asked}")

    assert answer.status_code == 200


def test_add_form_is_shown_with_what_is_a_key(client) -> None:
    jurisdiction = JurisdictionFactory.create()
    staff = UserFactory.create(is_staff=True, is_superuser=True)

    answer = signed_in_staff(client, staff).get(
        reverse("admin:reference_region_add", query={"jurisdiction": jurisdiction.pk})
    )

    assert f'<option value="{jurisdiction.pk}" selected' in answer.text


@pytest.mark.parametrize(
    ("model", "asked", "kept"),
    [
        (Upload, {"file": "x"}, {}),
        (Upload, {"file": KEY}, {"file": KEY}),
        (User, {"groups": "1,x", "last_login": "x", "email": "a@b.example"}, {"email": "a@b.example"}),
        (User, {"groups": "1,2"}, {"groups": ["1", "2"]}),
    ],
)
def test_what_an_address_says_of_a_new_row_is_kept_where_it_can_be_shown(model, asked, kept) -> None:
    request = RequestFactory().get("/", asked)

    assert Themed(model, admin.site).get_changeform_initial_data(request) == kept
