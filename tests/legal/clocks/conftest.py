"""A proceeding with clocks, and matters of it; models exist only once the tests are set up."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import timezone, translation


@pytest.fixture(autouse=True)
def told_in_english(no_language_chosen: None) -> None:
    """Sentences outside of a page are compared as they stand in the code; nobody has asked too often yet."""
    translation.activate("en")
    cache.clear()


@pytest.fixture(autouse=True)
def proceeding(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    from legal.clocks import registry  # noqa: PLC0415
    from legal.matters.kinds import BY_SLUG  # noqa: PLC0415
    from tests.legal.clocks.proceeding import CLOCKS, PROCEEDING  # noqa: PLC0415

    monkeypatch.setitem(BY_SLUG, PROCEEDING.slug, PROCEEDING)
    # What a test registers is gone with it.
    monkeypatch.setattr(registry, "_BY_KIND", {})
    registry.register(PROCEEDING.slug, *CLOCKS)
    return PROCEEDING


@pytest.fixture
def rule(db: None) -> Any:
    """Five working days, whose clock can stop, over a calendar whose year is published."""
    from tests.factories import CalendarYearFactory, RuleFactory  # noqa: PLC0415

    CalendarYearFactory.create(year=2026)
    return RuleFactory.create(slug="examination", value=5)


@pytest.fixture
def matter(rule: Any) -> Any:
    """A matter of Monday, 6 July 2026, as it was submitted in Kashgar at noon."""
    from legal.matters.models import Matter  # noqa: PLC0415
    from tests.factories import MatterFactory  # noqa: PLC0415

    made = MatterFactory.create()
    made.state, made.submitted_at, made.submitted_by = "submitted", noon(6), made.begun_by
    made.year, made.serial, made.number = 2026, 1, "TRY-2026-00001"
    made.save()
    return Matter.objects.select_related("enterprise__country").get(pk=made.pk)


def noon(day: int, month: int = 7) -> datetime.datetime:
    """Noon in Kashgar's official time."""
    return datetime.datetime(2026, month, day, 12, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def moved() -> Callable[..., Any]:
    """Make as if a matter had moved on a day of July 2026: the event, and what follows it."""
    from legal.clocks.actions import follow  # noqa: PLC0415
    from portal.workflow.actions import record  # noqa: PLC0415
    from portal.workflow.models import Event  # noqa: PLC0415

    def move(matter: Any, name: str, day: int) -> Any:
        before, after = matter.state, matter.table.transition(name).target
        event = record(matter, matter.table.slug, name, by=None)
        event = Event(pk=event.pk, move=name, before=before, after=after, at=noon(day))
        type(matter).objects.filter(pk=matter.pk).update(state=after)
        matter.state = after
        follow(matter, event)
        return event

    return move


@pytest.fixture
def running(matter: Any, moved: Any) -> Any:
    """The deadline of the examination, since 6 July 2026; it ends on Monday, 13 July."""
    from legal.clocks.models import Deadline  # noqa: PLC0415

    moved(matter, "submit", 6)
    return Deadline.objects.get()


@pytest.fixture
def officer(matter: Any) -> Any:
    """Who handles the matter: declared to be without conflict, and holding the file."""
    from legal.matters.actions.declaring import declare  # noqa: PLC0415
    from portal.workflow import actions as desk  # noqa: PLC0415

    user = handler()
    declare(matter, conflict=False, by=user)
    desk.take(matter, by=user)
    return user


def handler() -> Any:
    """Somebody of the staff who handles matters of the kind, and sees deadlines."""
    from django.contrib.auth.models import Permission  # noqa: PLC0415

    from tests.factories import UserFactory  # noqa: PLC0415

    user = UserFactory.create(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_matter", "view_deadline"]))
    return type(user).objects.get(pk=user.pk)
