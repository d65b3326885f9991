"""What a person has chosen about mail, as the page of it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.utils import timezone

from portal.notices.kinds import BY_SLUG, Group, Kind, Words, groups, of
from portal.notices.models import Preference, QuietHours
from portal.notices.recipients import zone
from portal.notices.states import Mail


@dataclass(frozen=True, slots=True)
class Locked:
    """The kinds of a group that come whatever one wishes, with the reason."""

    group: Group
    kinds: Sequence[Kind]


def locked() -> list[Locked]:
    """What cannot be turned off, by group."""
    found = [Locked(group, [kind for kind in of(group) if kind.mandatory]) for group in groups()]
    return [one for one in found if one.kinds]


def optional() -> list[Group]:
    """The groups that have kinds one may do without."""
    return [group for group in groups() if not all(kind.mandatory for kind in of(group))]


def of_user(user: AbstractBaseUser) -> dict[str, Any]:
    """The values of the form: a group nobody chose for comes at once."""
    wishes = dict(Preference.objects.filter(user=user.pk).values_list("group", "mail"))
    hours = QuietHours.objects.filter(user=user.pk).first()
    mail = {f"mail-{group.slug}": wishes.get(group.slug, Mail.AT_ONCE) for group in optional()}
    return mail | ({"begin": hours.begin, "end": hours.end} if hours else {})


def clock(user: AbstractBaseUser) -> str:
    """What the clock shows where a user lives."""
    return f"{timezone.now().astimezone(zone(user)):%H:%M}"


def label(slug: str) -> Words:
    """What a group is called; nothing where it is no longer there."""
    return next((kind.group.label for kind in BY_SLUG.values() if kind.group.slug == slug), "")
