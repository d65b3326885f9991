"""Notices in the console: read, searched, and what was given up sent again."""

from collections.abc import Callable

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from lxml import html

from portal.accounts.models import User
from portal.languages import CODES
from portal.notices import actions
from portal.notices.admin import NoticeAdmin
from portal.notices.errors import NotGivenUpError
from portal.notices.models import Delivery, Notice
from portal.notices.notices import TRIAL
from portal.notices.states import State
from tests.factories import DeliveryFactory, NoticeFactory, UserFactory
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db

DELIVERIES = "/console/notices/delivery/"


@pytest.fixture
def officer(client: Client) -> User:
    officer = UserFactory.create(is_staff=True)
    codenames = ["view_notice", "view_delivery", "resend_delivery"]
    officer.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    signed_in_staff(client, officer)
    return officer


def send_again(client: Client, *deliveries: Delivery) -> str:
    chosen = {"action": "send_again", "_selected_action": [delivery.pk for delivery in deliveries]}
    return client.post(DELIVERIES, chosen, follow=True).text


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("address", [DELIVERIES, "/console/notices/notice/"])
def test_list_asks_as_much_for_many_as_for_one(
    client: Client, officer: User, address: str, number: int, django_assert_max_num_queries: Callable
) -> None:
    DeliveryFactory.create_batch(number)

    with django_assert_max_num_queries(20):
        page = client.get(address)

    assert page.status_code == 200


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("address", [DELIVERIES, "/console/notices/notice/"])
def test_list_calls_kinds_as_the_reader_does(client: Client, officer: User, address: str, language: str) -> None:
    DeliveryFactory.create()
    DeliveryFactory.create(notice__kind="gone.away")
    officer.language = language
    officer.save()
    signed_in_staff(client, officer)

    page = client.get(address, headers={"Accept-Language": language}).text

    with translation.override(language):
        assert page.count(str(TRIAL.label)) >= 2  # in the list, and among what it can be filtered by
    assert (">notices.trial<" in page, "gone.away" in page) == (False, True)


@pytest.mark.parametrize("address", [DELIVERIES, "/console/notices/notice/"])
def test_list_is_never_counted(client: Client, officer: User, address: str) -> None:
    DeliveryFactory.create_batch(51)

    with CaptureQueriesContext(connection) as asked:
        page = client.get(address)

    assert [query["sql"] for query in asked if 'COUNT(*) AS "__count" FROM "notices' in query["sql"]] == []
    assert len(page.context["cl"].result_list) == 50
    count = page.context["cl"].result_count
    assert (
        html.fromstring(page.content).xpath(f"//*[text()[contains(., '{count}')]][not(contains(@class, 'hidden'))]")
        == []
    )


@pytest.mark.parametrize(
    "asked", ["state__exact=dead", "channel__exact=mail", "notice__kind=notices.trial", "q=nobody"]
)
def test_deliveries_are_filtered_and_searched(client: Client, officer: User, asked: str) -> None:
    DeliveryFactory.create(state=State.DEAD)

    assert client.get(f"{DELIVERIES}?{asked}").status_code == 200


def test_delivery_is_shown_and_cannot_be_changed(client: Client, officer: User) -> None:
    delivery = DeliveryFactory.create(last_error="SMTPDataError 554", state=State.DEAD)

    page = client.get(reverse("admin:notices_delivery_change", args=[delivery.pk]))

    assert "SMTPDataError 554" in page.text
    assert 'name="_save"' not in page.text
    assert client.get(reverse("admin:notices_delivery_add")).status_code == 403
    assert client.get(reverse("admin:notices_delivery_delete", args=[delivery.pk])).status_code == 403


@pytest.mark.parametrize(
    ("fields", "recipient"),
    [
        ({"user__email": "wang@people.example"}, "wang@people.example"),
        ({"user": None, "email": "new@people.example", "language": "ru"}, "new@people.example"),
        ({"user": None, "room": "registry", "language": "en"}, "registry"),
    ],
)
def test_list_of_notices_names_the_recipient(fields: dict[str, str], recipient: str) -> None:
    notice = NoticeFactory.create(**fields)

    assert NoticeAdmin(Notice, admin.site).recipient(notice) == recipient


def test_what_was_given_up_is_sent_again(client: Client, officer: User) -> None:
    dead = DeliveryFactory.create(state=State.DEAD, attempts=20, doubts=2, last_error="SMTPDataError 554")
    sent = DeliveryFactory.create(state=State.SKIPPED)

    page = send_again(client, dead, sent)

    dead.refresh_from_db()
    sent.refresh_from_db()
    assert "1 delivery is sent again." in page
    assert (dead.state, dead.attempts, dead.doubts, dead.last_error) == (State.PENDING, 0, 0, "")
    assert sent.state == State.SKIPPED


def test_nothing_given_up_is_told(client: Client, officer: User) -> None:
    assert "0 deliveries are sent again." in send_again(client, DeliveryFactory.create())


def test_whoever_may_only_read_sends_nothing_again(client: Client, officer: User) -> None:
    officer.user_permissions.remove(Permission.objects.get(codename="resend_delivery"))
    dead = DeliveryFactory.create(state=State.DEAD)

    send_again(client, dead)

    dead.refresh_from_db()
    assert dead.state == State.DEAD


def test_what_is_on_its_way_cannot_be_sent_again() -> None:
    with pytest.raises(NotGivenUpError):
        actions.send_again(DeliveryFactory.create(), by=UserFactory.create())


def test_worker_is_told_of_what_is_sent_again(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Callable
) -> None:
    told: list[tuple[str, ...]] = []
    monkeypatch.setattr("portal.sending.send", lambda *words: told.append(words))

    with django_capture_on_commit_callbacks(execute=True):
        actions.send_again(DeliveryFactory.create(state=State.DEAD), by=UserFactory.create())

    assert told == [("portal.notices.tasks.relay", "mail")]
