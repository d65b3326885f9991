"""What is held about a person is theirs to see, and is erased with their account."""

import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone, translation

from portal.accounts.models import User
from portal.notices import personal
from portal.notices.models import Notice, Preference, QuietHours
from portal.notices.notices import TRIAL
from portal.notices.recipients import fingerprint
from portal.notices.states import Mail, State
from tests.factories import DeliveryFactory, NoticeFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    user = UserFactory.create()
    NoticeFactory.create(user=user)
    NoticeFactory.create(user=user, kind="gone.away")
    DeliveryFactory.create(notice__user=None, notice__email=user.email.upper(), notice__language="ru")
    Preference.objects.create(user=user, group=TRIAL.group.slug, mail=Mail.DAILY)
    Preference.objects.create(outsider=fingerprint(user.email), group="gone", mail=Mail.NEVER)
    QuietHours.objects.create(user=user, begin=datetime.time(22), end=datetime.time(7))
    NoticeFactory.create()
    return user


def test_everything_held_is_shown_in_words(user: User) -> None:
    with translation.override("en"):
        held = {
            section["slug"]: [list(map(str, row.values()))[-2:] for row in section["rows"]]
            for section in personal.held_about(user)
        }

    assert [title for title, _ in held.pop("notices")] == [
        "A trial of the notices",
        "gone.away",
        "A trial of the notices",
    ]
    assert held == {
        "notice-preferences": [["The portal itself", "In one mail a day"], ["gone", "No mail"]],
        "quiet-hours": [["22:00", "07:00"]],
    }


@pytest.mark.django_db(transaction=True)
def test_what_was_written_to_an_address_is_found_by_an_index(user: User, analyzed: Callable[[str], None]) -> None:
    found = Notice.objects.to_address(user.email)
    # Among few, or among many it knows nothing of, the planner may take another way.
    others = NoticeFactory.build_batch(2000, user=None, language="en")
    for number, notice in enumerate(others):
        notice.email = f"somebody-{number}@enterprise.example"
    Notice.objects.bulk_create(others)
    analyzed("notices_notice")

    assert (found.count(), "notices_of_an_address" in found.explain()) == (1, True)
    assert "notices_of_an_address" in personal._notices(user).explain()


def test_rows_have_the_values_their_labels_name(user: User) -> None:
    sections = list(personal.held_about(user))

    assert all(set(row) == set(section["labels"]) for section in sections for row in section["rows"])


def test_erasing_leaves_nothing_but_what_is_others(user: User) -> None:
    told = [(count, why) for _, count, why, _ in personal.fates(user)]

    personal.erase(user, by=user)

    assert told == [(3, ""), (3, "")]
    assert [count for _, count, _, _ in personal.fates(user)] == [0, 0]
    assert Notice.objects.count() == 1


def test_old_notices_expire_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(personal, "AT_ONCE", 2)
    NoticeFactory.create_batch(5, created_at=timezone.now() - datetime.timedelta(days=365))

    gone = personal.EXPIRES["notices"](timezone.now() - datetime.timedelta(days=30), rehearse=False)

    assert (gone, Notice.objects.count()) == (5, 0)


def test_old_notices_expire_but_those_still_to_be_delivered() -> None:
    year_ago = timezone.now() - datetime.timedelta(days=365)
    old = NoticeFactory.create(created_at=year_ago)
    DeliveryFactory.create(notice=old, state=State.DEAD)
    waiting = DeliveryFactory.create(notice__created_at=year_ago, state=State.RETRY).notice
    new = NoticeFactory.create()
    before = timezone.now() - datetime.timedelta(days=30)

    counted = [personal.EXPIRES["notices"](before, rehearse=rehearse) for rehearse in (True, False, False)]

    assert counted == [1, 1, 0]
    assert set(Notice.objects.all()) == {waiting, new}
