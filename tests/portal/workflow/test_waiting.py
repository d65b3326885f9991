"""What waits is shown to whoever may see it, in its order; a chart's bars are measured by the longest."""

import pytest
from django.contrib.auth.models import Permission

from portal.accounts.models import User
from portal.workflow.waiting import Bar, Waiting, shown_to, waiting_for
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def translator() -> User:
    user = UserFactory.create(is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_topic"))
    return user


@pytest.fixture(autouse=True)
def two_things_that_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.workflow.waiting._registered", [])
    shown_to("reference.view_topic", position=2)(lambda: Waiting("Second", 1, "One waits."))
    shown_to("reference.view_topic", position=1)(lambda: Waiting("First", 0, "Nothing waits."))
    shown_to("reference.view_region", position=3)(lambda: Waiting("Hidden", 9, "Nine wait."))


def test_what_waits_is_in_order_and_only_what_one_may_see(translator: User) -> None:
    assert [one.title for one in waiting_for(translator)] == ["First", "Second"]


def test_bars_are_drawn_in_hundredths_of_the_longest() -> None:
    waiting = Waiting("", 0, "", bars=(Bar("a", 4), Bar("b", 1), Bar("c", 0)))

    assert [share for _, share in waiting.drawn] == [100, 25, 0]


def test_bars_of_nothing_have_no_length() -> None:
    assert Waiting("", 0, "", bars=(Bar("a", 0),)).drawn == [(Bar("a", 0), 0)]
