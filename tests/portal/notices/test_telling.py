"""Telling somebody something: in the transaction of what happened, once, and only short names."""

from collections.abc import Callable
from functools import partial

import pytest
from django.db import transaction

from portal.accounts.models import User
from portal.languages import CODES
from portal.notices import actions
from portal.notices.actions import notify
from portal.notices.errors import ForbiddenParameterError, OutsideTransactionError
from portal.notices.models import Delivery, Notice
from portal.notices.notices import DIGEST, TRIAL
from portal.notices.recipients import Outsider
from portal.notices.staff_rooms import parse
from tests.at_once import at_once
from tests.factories import TopicFactory, UserFactory

pytestmark = pytest.mark.django_db

OUTSIDER = Outsider("new@people.example", "ru")


@pytest.fixture
def woken(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What the worker is told."""
    told: list[tuple[str, ...]] = []
    monkeypatch.setattr("portal.sending.send", lambda *words: told.append(words))
    return told


@pytest.mark.django_db(transaction=True)
def test_notice_outside_of_a_transaction_is_refused() -> None:
    with pytest.raises(OutsideTransactionError, match=r"use transaction\.atomic\(\)"):
        notify(TRIAL, to=[UserFactory.create()])

    assert not Notice.objects.exists()


def test_notice_stands_with_its_mail_for_each_recipient() -> None:
    user, topic = UserFactory.create(), TopicFactory.create()

    made = notify("notices.trial", to=[user, OUTSIDER, user], about=topic, params={"name": "Алтын Жол", "count": 3})

    assert {(notice.user, notice.email, notice.language) for notice in made} == {
        (user, "", ""),
        (None, "new@people.example", "ru"),
    }
    assert {(notice.about, notice.params["name"], notice.params["count"]) for notice in Notice.objects.all()} == {
        (topic, "Алтын Жол", 3)
    }
    assert set(Delivery.objects.values_list("notice", "channel", "state", "message_id")) == {
        (notice.pk, "mail", "pending", f"<{notice.pk}@testserver>") for notice in made
    }


def test_message_id_names_the_site_whatever_its_address_lacks(settings) -> None:
    settings.SITE_URL = ""

    (made,) = notify(TRIAL, to=[OUTSIDER])

    assert made.deliveries.get().message_id == f"<{made.pk}@localhost>"


def test_same_key_is_told_once_to_each() -> None:
    first, second = UserFactory.create(), UserFactory.create()
    made = notify(TRIAL, to=[first, OUTSIDER], key="day-1")

    again = notify(TRIAL, to=[first, second, OUTSIDER], key="day-1")

    assert [len(made), [notice.user for notice in again]] == [2, [second]]
    assert (Notice.objects.count(), Delivery.objects.count()) == (3, 3)


def test_another_kind_is_told_under_the_same_key() -> None:
    user = UserFactory.create()
    notify(TRIAL, to=[user], key="day-1")

    assert len(notify(DIGEST, to=[user], key="day-1")) == 1


def test_worker_is_told_after_commit(
    woken: list[tuple[str, ...]], django_capture_on_commit_callbacks: Callable
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        notify(TRIAL, to=[UserFactory.create()], key="day-1")
        before = list(woken)

    assert (before, woken) == ([], [("portal.notices.tasks.relay", "mail")])


def test_worker_is_not_told_of_what_was_told_already(
    woken: list[tuple[str, ...]], django_capture_on_commit_callbacks: Callable
) -> None:
    user = UserFactory.create()
    notify(TRIAL, to=[user], key="day-1")

    with django_capture_on_commit_callbacks(execute=True):
        notify(TRIAL, to=[user], key="day-1")

    assert woken == []


@pytest.mark.parametrize(
    "value",
    [
        "x" * 201,
        "https://portal.example/secret",
        ["a", "list"],
        1.5,
        None,
        {"en": "Altyn Zhol"},
        dict.fromkeys(CODES, "x" * 201),
    ],
    ids=lambda value: str(value)[:20],
)
def test_parameter_that_is_no_short_name_is_refused(value: object) -> None:
    with pytest.raises(ForbiddenParameterError, match="'name'"):
        notify(TRIAL, to=[UserFactory.create()], params={"name": value})


def test_kind_that_nobody_registered_is_refused() -> None:
    with pytest.raises(KeyError, match="nothing"):
        notify("nothing", to=[])


def test_staff_room_of_a_kind_is_told_once(settings, roomy) -> None:
    settings.STAFF_ROOMS = parse(["registry=wecombot://secret?language=en"])

    made = notify(roomy, to=[UserFactory.create(), UserFactory.create()])

    assert [(notice.room, notice.language) for notice in made if notice.room] == [("registry", "en")]
    assert Delivery.objects.get(channel="room").notice.room == "registry"


def test_staff_room_that_is_not_set_up_is_not_told(roomy) -> None:
    made = notify(roomy, to=[UserFactory.create()])

    assert [notice.room for notice in made] == [""]


@pytest.mark.django_db(transaction=True)
def test_two_that_tell_the_same_at_once_tell_it_once() -> None:
    users = [UserFactory.create() for _ in range(5)]

    def tell(to: list[User]) -> None:
        with transaction.atomic():
            actions.notify(TRIAL, to=to, key="day-1")

    at_once(partial(tell, users), partial(tell, users[::-1]))

    assert sorted(Notice.objects.values_list("user", flat=True)) == sorted(user.pk for user in users)
