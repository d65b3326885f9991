"""What can never be false of a notice and of its deliveries."""

import datetime

import pytest
from django.db import IntegrityError

from portal.notices.models import Preference, QuietHours
from portal.notices.states import State
from tests.factories import DeliveryFactory, NoticeFactory

pytestmark = pytest.mark.django_db

NOBODY = {"user": None, "email": "", "language": "", "room": ""}


@pytest.mark.parametrize(
    "recipient",
    [
        {},
        {"email": "new@people.example"},
        {"language": "ru"},
        {"room": "registry"},
        {"email": "new@people.example", "room": "registry", "language": "ru"},
    ],
)
def test_notice_has_one_recipient_with_a_language(recipient: dict[str, str]) -> None:
    with pytest.raises(IntegrityError, match="has_one_recipient"):
        NoticeFactory.create(**NOBODY | recipient)


def test_users_language_is_asked_at_delivery_and_not_kept() -> None:
    with pytest.raises(IntegrityError, match="has_one_recipient"):
        NoticeFactory.create(language="ru")


def test_what_a_notice_is_about_is_whole() -> None:
    with pytest.raises(IntegrityError, match="about_is_whole"):
        NoticeFactory.create(about_id="7")


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [({"state": State.SENDING}, "sending_is_leased"), ({"state": State.SENT}, "sent_has_its_time")],
)
def test_state_has_what_belongs_to_it(fields: dict[str, str], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        DeliveryFactory.create(**fields)


def test_notice_goes_once_by_each_channel() -> None:
    delivery = DeliveryFactory.create()

    with pytest.raises(IntegrityError, match="one_delivery_a_channel"):
        DeliveryFactory.create(notice=delivery.notice)


def test_records_are_called_by_what_they_are() -> None:
    delivery = DeliveryFactory.create()
    wish = Preference(group="portal", mail="daily")
    hours = QuietHours(begin=datetime.time(22), end=datetime.time(7))

    called = [str(record) for record in (delivery.notice, delivery, wish, hours)]

    pk = delivery.notice.pk
    assert called == [f"notices.trial {pk}", f"mail {pk}", "portal daily", "22:00–07:00"]
