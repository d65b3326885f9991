"""The console: it opens in three languages to those who may, under a policy of its own."""

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from django.utils import translation

from portal.accounts.actions import make_sample_staff
from portal.accounts.models import User
from portal.languages import CODES
from portal.pages import theme_strings
from portal.workflow.waiting import waiting_for
from tests.factories import LawFactory, UserFactory
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db

LISTS = sorted(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist" for model in admin.site._registry)
ADDABLE = (
    "accounts_user",
    "reference_jurisdiction",
    "reference_region",
    "reference_topic",
    "reference_term",
)


@pytest.fixture
def staff(client: Client) -> Client:
    return signed_in_staff(client, User.objects.create_superuser("staff@portal.example", language="en"))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", LISTS)
def test_list_opens_in_each_language(client: Client, name: str, code: str) -> None:
    signed_in_staff(client, User.objects.create_superuser("staff@portal.example", language=code))

    response = client.get(reverse(name))

    assert (response.status_code, response["Content-Language"]) == (200, code)


@pytest.mark.parametrize(
    ("code", "heading", "button"),
    [
        ("zh-hans", "选择要修改的术语", "添加术语"),
        ("en", "Select term to change", "Add term"),
        ("ru", "Выбор для изменения: термин", "Добавить: термин"),
    ],
)
def test_empty_list_offers_to_add_in_words_that_are_right_for_every_model(
    client: Client, code: str, heading: str, button: str
) -> None:
    signed_in_staff(client, User.objects.create_superuser("staff@portal.example", language=code))

    page = " ".join(client.get(reverse("admin:reference_term_changelist")).text.split())

    assert (heading in page, button in page, "console.css" in page) == (True, True, True)


@pytest.mark.parametrize("name", LISTS)
def test_list_is_closed_to_strangers_and_readers(client: Client, name: str) -> None:
    stranger = client.get(reverse(name))
    client.force_login(User.objects.create_user("reader@portal.example"))
    reader = client.get(reverse(name))

    assert (stranger.status_code, reader.status_code) == (302, 403)
    assert stranger["Location"].startswith("/zh-hans/account/login/?next=")


@pytest.mark.parametrize("name", ADDABLE)
def test_form_opens_empty(staff: Client, name: str) -> None:
    assert staff.get(reverse(f"admin:{name}_add")).status_code == 200


def test_every_line_of_the_menu_leads_somewhere(staff: Client) -> None:
    page = staff.get("/console/").text

    lines = re.findall(r'href="(/console/\w+/\w+/)"', page)

    assert set(lines) == {reverse(name) for name in LISTS}


def test_menu_offers_an_editor_no_people(client: Client) -> None:
    signed_in_staff(client, make_sample_staff("a long password")[2])

    page = client.get("/console/").text

    assert "/console/laws/law/" in page
    assert "/console/accounts/user/" not in page


def test_every_model_people_edit_is_in_the_console() -> None:
    shown = {model._meta.label_lower for model in admin.site._registry}

    for label in ("laws.law", "laws.edition", "laws.provision", "reference.term", "reference.topic", "accounts.user"):
        assert apps.get_model(label)._meta.label_lower in shown


def test_add_form_of_what_is_imported_is_closed(staff: Client) -> None:
    for name in ("laws_law", "laws_edition", "laws_provision", "laws_change"):
        assert staff.get(reverse(f"admin:{name}_add")).status_code == 403


def test_sentences_of_the_theme_are_named_once() -> None:
    assert len(set(theme_strings.SENTENCES)) == len(theme_strings.SENTENCES)
    with translation.override(None):
        assert theme_strings.PLURALS[0] % {"counter": 2, "time": 1} == "Found 2 results in 1 seconds"
        assert theme_strings.PLURALS[1] % 1 == "This password is too short. It must contain at least 1 character."


@pytest.mark.parametrize("code", CODES)
def test_first_page_shows_what_waits_in_each_language(client: Client, code: str) -> None:
    signed_in_staff(client, User.objects.create_superuser("staff@portal.example", language=code))
    with translation.override(code):
        titles = [one.title for one in waiting_for(User.objects.get())]

    page = client.get("/console/").text

    assert len(titles) >= 3
    assert [title for title in titles if title not in page] == []


def test_first_page_draws_a_bar_for_each_language(staff: Client) -> None:
    LawFactory.create(languages=["zh"])

    page = staff.get("/console/").text

    assert [int(width) for width in re.findall(r'<rect width="(\d+)"', page)][-3:] == [0, 100, 100]


@pytest.mark.parametrize("year", ["9999", "99999999999999999999", "0", "-1", "x"])
def test_list_of_no_year_is_refused(client: Client, year: str) -> None:
    signed_in_staff(client, UserFactory.create(is_staff=True, is_superuser=True))

    response = client.get(reverse("admin:privacy_securityevent_changelist"), {"at__year": year})

    assert response.status_code == 400


@pytest.mark.parametrize(
    ("lookup", "value", "status"),
    [
        ("last_login__year", "0", 400),
        ("last_login__year", "99999", 400),
        ("last_login__year__gte", "-5", 400),
        ("last_login__iso_year", "0", 400),
        ("email__regex", "(", 400),
        ("email__iregex", "(a+)+$", 400),
        ("last_login__year", "2026", 200),
        ("email__startswith", "(", 200),
    ],
)
def test_list_is_not_narrowed_by_what_the_database_stops_at(staff: Client, lookup, value, status) -> None:
    assert staff.get(reverse("admin:accounts_user_changelist"), {lookup: value}).status_code == status


@pytest.mark.parametrize(
    ("rows", "action"),
    [
        ("files_file", "scan_again"),
        ("notices_delivery", "send_again"),
        ("privacy_consenttext", "put_in_force"),
        ("reference_topic", "delete_selected"),
    ],
)
def test_action_on_what_is_no_row_is_refused(client: Client, rows: str, action: str) -> None:
    signed_in_staff(client, UserFactory.create(is_staff=True, is_superuser=True))

    response = client.post(reverse(f"admin:{rows}_changelist"), {"action": action, "_selected_action": "9999-12-31"})

    assert response.status_code == 400


@pytest.mark.parametrize("name", LISTS)
def test_list_that_can_be_searched_is_searched(client: Client, name: str) -> None:
    signed_in_staff(client, UserFactory.create(is_staff=True, is_superuser=True))

    assert client.get(reverse(name), {"q": "a1"}).status_code == 200


@pytest.mark.parametrize("page", ["x", "0", "2", "-1", "", "9" * 30])
def test_search_of_the_whole_console_has_no_such_page(staff: Client, page: str) -> None:
    pages = [staff.get("/console/search/", {"s": "law", "page": page}) for page in (page, "1")]

    assert [answer.status_code for answer in pages] == [404, 200]
