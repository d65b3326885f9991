"""Which mail comes when: by group, by hours, in one mail a day; and what comes whatever one wishes."""

import datetime
import threading
from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction

from portal.accounts.models import User
from portal.notices.digests import gather
from portal.notices.models import Delivery, Notice, Preference, QuietHours
from portal.notices.notices import TRIAL
from portal.notices.recipients import fingerprint
from portal.notices.relay import relay
from portal.notices.states import Mail, State
from portal.notices.wishes import Go, Skip, Wait, Wishes, coming, is_quiet
from tests.factories import DeliveryFactory, NoticeFactory, UserFactory

pytestmark = pytest.mark.django_db

GROUP = TRIAL.group.slug
Clock = Callable[[str], datetime.datetime]


def wish(user: User, mail: str) -> None:
    Preference.objects.create(user=user, group=GROUP, mail=mail)


def at(hour: int, minute: int = 0) -> datetime.time:
    return datetime.time(hour, minute)


@pytest.fixture
def delivery(set_clock: Clock) -> Delivery:
    now = set_clock("2096-11-26 23:30")
    return DeliveryFactory.create(due_at=now, next_attempt_at=now)


def decided(delivery: Delivery, now: datetime.datetime) -> object:
    return Wishes([delivery]).decide(delivery.notice, now)


def test_nobody_who_has_not_chosen_waits(delivery: Delivery, set_clock: Clock) -> None:
    assert decided(delivery, set_clock("2096-11-26 23:30")) == Go()


def test_mail_not_wanted_is_not_sent(delivery: Delivery, mailoutbox: list) -> None:
    wish(delivery.notice.user, Mail.NEVER)

    relay("mail")

    delivery.refresh_from_db()
    assert (delivery.state, delivery.last_error, mailoutbox) == (State.SKIPPED, "unwanted", [])


def test_mail_to_an_address_that_wants_none_is_not_sent(set_clock: Clock) -> None:
    Preference.objects.create(outsider=fingerprint("NEW@people.example "), group=GROUP, mail=Mail.NEVER)
    delivery = DeliveryFactory.create(notice__user=None, notice__email="new@people.example", notice__language="ru")

    assert decided(delivery, set_clock("2096-11-26 10:00")) == Skip("unwanted")


def test_address_that_has_not_chosen_gets_its_mail(set_clock: Clock) -> None:
    delivery = DeliveryFactory.create(notice__user=None, notice__email="new@people.example", notice__language="ru")

    assert decided(delivery, set_clock("2096-11-26 10:00")) == Go()


def test_closed_account_gets_no_mail(delivery: Delivery, mailoutbox: list) -> None:
    User.objects.update(is_active=False)

    relay("mail")

    delivery.refresh_from_db()
    assert (delivery.state, delivery.last_error, mailoutbox) == (State.SKIPPED, "inactive", [])


def test_quiet_hours_let_mail_wait_until_they_end(delivery: Delivery, mailoutbox: list, set_clock: Clock) -> None:
    QuietHours.objects.create(user=delivery.notice.user, begin=at(22), end=at(7))
    relay("mail")
    at_night = len(mailoutbox)

    set_clock("2096-11-27 07:00")
    relay("mail")

    delivery.refresh_from_db()
    assert (at_night, len(mailoutbox), delivery.state) == (0, 1, State.SENT)
    assert delivery.due_at.isoformat() == "2096-11-26T23:00:00+00:00"


def test_quiet_hours_are_those_of_the_persons_clock(delivery: Delivery, set_clock: Clock) -> None:
    delivery.notice.user.time_zone = "Asia/Almaty"  # three hours behind Shanghai
    QuietHours.objects.create(user=delivery.notice.user, begin=at(21), end=at(7))

    assert decided(delivery, set_clock("2096-11-26 23:30")) == Go()
    assert decided(delivery, set_clock("2096-11-27 00:30")) == Wait(set_clock("2096-11-27 10:00"))


@pytest.mark.usefixtures("mandatory")
def test_mandatory_mail_goes_at_any_hour_whatever_was_chosen(delivery: Delivery, set_clock: Clock) -> None:
    QuietHours.objects.create(user=delivery.notice.user, begin=at(22), end=at(7))
    Preference.objects.create(user=delivery.notice.user, group="security", mail=Mail.NEVER)

    assert decided(delivery, set_clock("2096-11-26 23:30")) == Go()


@pytest.mark.parametrize(
    ("begin", "end", "time", "quiet"),
    [
        (22, 7, 22, True),
        (22, 7, 6, True),
        (22, 7, 7, False),
        (22, 7, 12, False),
        (12, 14, 12, True),
        (12, 14, 14, False),
        (12, 14, 11, False),
    ],
)
def test_quiet_hours_may_go_past_midnight(begin: int, end: int, time: int, quiet: bool) -> None:
    assert is_quiet(QuietHours(begin=at(begin), end=at(end)), at(time)) is quiet


def test_coming_hour_is_today_or_tomorrow(set_clock: Clock) -> None:
    now = set_clock("2096-11-26 07:59")

    assert coming(now, at(8)) == set_clock("2096-11-26 08:00")
    assert coming(set_clock("2096-11-26 08:00"), at(8)) == set_clock("2096-11-27 08:00")


def test_mails_of_a_day_come_in_one(set_clock: Clock, mailoutbox: list) -> None:
    now, user = set_clock("2096-11-26 23:30"), UserFactory.create(language="ru")
    wish(user, Mail.DAILY)
    DeliveryFactory.create_batch(3, notice__user=user, due_at=now, next_attempt_at=now)
    relay("mail")
    gather()
    waiting = list(Delivery.objects.values_list("state", flat=True))

    set_clock("2096-11-27 08:00")
    gather()
    gather()
    relay("mail")

    assert (waiting, len(mailoutbox)) == ([State.GATHERING] * 3, 1)
    assert mailoutbox[0].subject == "Ваши уведомления за день"
    assert mailoutbox[0].body.count("Проверка уведомлений\n") == 3
    assert sorted(Delivery.objects.values_list("state", flat=True)) == [State.GATHERED] * 3 + [State.SENT]
    assert Notice.objects.inbox_of(user).count() == 3


def test_daily_mail_of_a_long_day_says_how_many_more(
    set_clock: Clock, mailoutbox: list, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portal.notices.mailing.NAMED", 2)
    now, user = set_clock("2096-11-26 10:00"), UserFactory.create()
    digest = NoticeFactory.create(user=user, kind="notices.digest", shown=False)
    DeliveryFactory.create_batch(5, notice__user=user, state=State.GATHERED, digest=digest)
    DeliveryFactory.create(notice=digest, due_at=now, next_attempt_at=now)

    relay("mail")

    assert mailoutbox[0].body.count("A trial of the notices\n") == 2
    assert "And 3 more, in your inbox." in mailoutbox[0].body


def test_each_person_gets_a_daily_mail_of_their_own(set_clock: Clock) -> None:
    due, people = set_clock("2096-11-27 08:00"), UserFactory.create_batch(2)
    for user in people:
        DeliveryFactory.create(notice__user=user, state=State.GATHERING, due_at=due)

    gather()

    digests = Notice.objects.filter(kind="notices.digest")
    assert {digest.user: digest.gathered.count() for digest in digests} == dict.fromkeys(people, 1)


@pytest.mark.django_db(transaction=True)
def test_daily_mail_that_another_worker_makes_is_left_to_it(set_clock: Clock) -> None:
    due = set_clock("2096-11-27 08:00")
    delivery = DeliveryFactory.create(state=State.GATHERING, due_at=due)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            list(Delivery.objects.select_for_update())
            held.set()
            done.wait(30)
        connection.close()

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(30)
    gather()
    done.set()
    holder.join(30)

    delivery.refresh_from_db()
    assert (delivery.state, Notice.objects.count()) == (State.GATHERING, 1)


def test_wish_is_a_users_or_an_addresss() -> None:
    for owner in ({"user": UserFactory.create(), "outsider": "a" * 64}, {}):
        with pytest.raises(IntegrityError, match="one_owner"), transaction.atomic():
            Preference.objects.create(group=GROUP, **owner)


def test_hours_that_last_nothing_are_refused() -> None:
    with pytest.raises(IntegrityError, match="quiet_hours_last"):
        QuietHours.objects.create(user=UserFactory.create(), begin=at(7), end=at(7))
