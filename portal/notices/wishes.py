"""Whether a mail goes now, later, with the day's others, or not at all."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.contrib.auth.base_user import AbstractBaseUser

from portal.notices.kinds import BY_SLUG, Kind
from portal.notices.models import Delivery, Notice, Preference, QuietHours
from portal.notices.recipients import fingerprint, zone
from portal.notices.states import Mail

# The hour of the reader's morning at which the daily mail goes.
DAILY_AT: Final = datetime.time(8)


@dataclass(frozen=True, slots=True)
class Go:
    """It goes now."""


@dataclass(frozen=True, slots=True)
class Skip:
    """It does not go: `why` is a word for the record."""

    why: str


@dataclass(frozen=True, slots=True)
class Wait:
    """It goes at a time; `daily` in one mail with the others of the day."""

    until: datetime.datetime
    daily: bool = False


Decision = Go | Skip | Wait


class Wishes:
    """What the recipients of some deliveries want, read in two queries."""

    def __init__(self, deliveries: Iterable[Delivery]) -> None:
        notices = [delivery.notice for delivery in deliveries]
        users = {notice.user_id for notice in notices if notice.user_id}
        outsiders = {fingerprint(notice.email) for notice in notices if notice.email}
        wanted = Preference.objects.filter(user__in=users) | Preference.objects.filter(outsider__in=outsiders)
        self._mail = {(wish.user_id or wish.outsider, wish.group): wish.mail for wish in wanted}
        self._quiet = {hours.user_id: hours for hours in QuietHours.objects.filter(user__in=users)}

    def decide(self, notice: Notice, now: datetime.datetime) -> Decision:
        """Mandatory kinds go at once, at any hour; a closed account gets nothing. KeyError for an unknown kind."""
        if notice.room:
            return Go()
        if notice.user and not notice.user.is_active:
            return Skip("inactive")
        kind = BY_SLUG[notice.kind]
        if kind.mandatory:
            return Go()
        wish = self._mail.get((notice.user_id or fingerprint(notice.email), kind.group.slug), Mail.AT_ONCE)
        if wish == Mail.NEVER:
            return Skip("unwanted")
        return self._when(notice.user, kind, now, daily=wish == Mail.DAILY) if notice.user else Go()

    def _when(self, user: AbstractBaseUser, kind: Kind, now: datetime.datetime, *, daily: bool) -> Decision:
        local = now.astimezone(zone(user))
        if daily and kind.shown:
            return Wait(coming(local, DAILY_AT), daily=True)
        hours = self._quiet.get(user.pk)
        return Wait(coming(local, hours.end)) if hours and is_quiet(hours, local.time()) else Go()


def is_quiet(hours: QuietHours, time: datetime.time) -> bool:
    """Whether a time of the clock is within the hours; they may go past midnight."""
    if hours.begin < hours.end:
        return hours.begin <= time < hours.end
    return time >= hours.begin or time < hours.end


def coming(local: datetime.datetime, time: datetime.time) -> datetime.datetime:
    """The next moment after this one at which the clock there shows a time."""
    today = datetime.datetime.combine(local.date(), time, local.tzinfo)
    return today if today > local else today + datetime.timedelta(days=1)
