"""The history of an enterprise, as people read it."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from enterprises.models import Enterprise, Membership
from enterprises.papers import PURPOSES
from enterprises.policies import Role
from enterprises.steps import FIELDS
from portal.accounts.models import User
from portal.workflow.models import Event, EventQuerySet

LINES_A_PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Line:
    """Something that happened: when, what, by whom, why, and to what."""

    at: datetime.datetime
    what: str
    by: str
    reason: str = ""
    about: tuple[str, ...] = ()
    note: str = ""
    changes: tuple[tuple[str, str, str], ...] = ()


def latest(enterprise: Enterprise) -> EventQuerySet:
    """What happened to an enterprise, the newest first."""
    return Event.objects.of(enterprise).select_related("by").reverse()


def past(enterprise: Enterprise, number: str | None) -> Page[Event]:
    """A page of what happened to an enterprise, the newest first; the nearest where there is none of that number."""
    return Paginator(latest(enterprise), LINES_A_PAGE).get_page(number)


def trail(enterprise: Enterprise, events: Iterable[Event], *, for_staff: bool) -> list[Line]:
    """What happened to an enterprise, as people read it: three queries however much it is.

    Members do not read which officer acted, also when that one has left the staff; staff do.
    """
    events = list(events)
    named = {event.details["person"] for event in events if "person" in event.details}
    people: dict[object, str] = {person.pk: str(person) for person in User.objects.filter(pk__in=named)}
    members = set(Membership.objects.filter(enterprise=enterprise).values_list("person_id", flat=True))
    return [
        Line(
            event.at,
            str(event),
            _who(event.by, hidden=not for_staff and event.by_id not in members | named),
            event.reason,
            tuple(_about(event.details, people)),
            str(event.details.get("note", "")) if for_staff else "",
            tuple(_changes(event.details)) if for_staff else (),
        )
        for event in events
    ]


def barred_for(enterprise: Enterprise) -> str:
    """The reason for which an enterprise was rejected or is suspended; empty where it is not."""
    if not enterprise.is_barred:
        return ""
    reasons = Event.objects.of(enterprise).exclude(reason="").reverse().values_list("reason", flat=True)
    return reasons.first() or ""


def _who(by: User | None, *, hidden: bool) -> str:
    if by is None:
        return pgettext("who did it", "The portal itself")
    if hidden:
        return pgettext("who did it", "An officer of the zone")
    return str(by)


def _about(details: Mapping[str, Any], people: Mapping[object, str]) -> list[str]:
    """What an event is about, in the words of the reader's language."""
    about = []
    if "person" in details:
        about.append(people.get(details["person"], _("An account that was deleted")))
    if details.get("role") in Role.values:
        about.append(str(Role(details["role"]).label))
    if details.get("purpose") in PURPOSES:
        about.append(str(PURPOSES[str(details["purpose"])].label))
    about += [str(FIELDS[field][1]) for field in _fields(details) if field in FIELDS]
    return about


def _changes(details: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """What a change of verified facts replaced by what."""
    before, after = details.get("before", {}), details.get("after", {})
    return [(str(FIELDS[name][1]), before[name], after[name]) for name in before if name in FIELDS]


def _fields(details: Mapping[str, Any]) -> list[str]:
    fields = details.get("fields") or details.get("before") or []
    return [str(field) for field in fields] if isinstance(fields, list | dict) else []
