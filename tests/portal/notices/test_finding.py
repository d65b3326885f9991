"""Notices and deliveries are found by whom they went to."""

import pytest

from portal.notices.finding import addressed_to, sent_to
from portal.notices.models import Delivery, Notice
from tests.factories import DeliveryFactory, NoticeFactory

pytestmark = pytest.mark.django_db

USERS = {"user__email": "wang@people.example"}
OUTSIDERS = {"user": None, "email": "Wang@people.example", "language": "ru"}


@pytest.mark.parametrize("fields", [USERS, OUTSIDERS])
@pytest.mark.parametrize("typed", ["wang@people.example", " WANG@people.example\0"])
def test_notice_is_found_by_the_address_of_its_recipient(fields: dict[str, str | None], typed: str) -> None:
    notice = NoticeFactory.create(**fields)
    NoticeFactory.create()

    assert list(addressed_to(Notice.objects.all(), typed)) == [notice]
    assert list(addressed_to(Notice.objects.exclude(pk=notice.pk), typed)) == []


@pytest.mark.parametrize("typed", ["wang@people.example", "<7@people.example>"])
def test_delivery_is_found_by_address_and_by_message(typed: str) -> None:
    notice = NoticeFactory.create(**USERS)
    delivery = DeliveryFactory.create(notice=notice, message_id="<7@people.example>")
    DeliveryFactory.create(message_id="")

    assert list(sent_to(Delivery.objects.all(), typed)) == [delivery]


def test_notices_without_an_address_are_not_those_of_nobody() -> None:
    NoticeFactory.create()
    DeliveryFactory.create(message_id="")

    assert not addressed_to(Notice.objects.all(), "").exists()
    assert not sent_to(Delivery.objects.all(), "").exists()
