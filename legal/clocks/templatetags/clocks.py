"""What the page of a matter shows of its deadlines: for its parties, and for the staff who handle it."""

import datetime
from dataclasses import dataclass
from typing import Any, Final

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from legal.clocks.drawing import Picture, draw
from legal.clocks.models import Deadline
from legal.clocks.models.deadline import official_day
from legal.clocks.states import State
from legal.matters.models import Matter

register = template.Library()

BADGES: Final = {
    State.RUNNING: "waiting",
    State.PAUSED: "unknown",
    State.MET: "done",
    State.MISSED: "refused",
    State.LAPSED: "unknown",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A deadline as it is shown on a day."""

    deadline: Deadline
    mark: str
    left: str
    picture: Picture | None


@register.inclusion_tag("clocks/_section.html")
def deadlines_of(matter: Matter) -> dict[str, Any]:
    """The deadlines of a matter for those whom it concerns, with why each ends on its day."""
    return {"shown": shown(matter, staff=False), "matter": matter}


@register.inclusion_tag("admin/clocks/_section.html")
def deadlines_for_staff(matter: Matter) -> dict[str, Any]:
    """The same in the console, with those that are for staff alone, and the way to deal with each."""
    return {"shown": shown(matter, staff=True)}


def shown(matter: Matter, *, staff: bool) -> list[Shown]:
    """The deadlines of a matter, those that are open first."""
    found = Deadline.objects.filter(matter=matter)
    return [as_shown(one) for one in (found if staff else found.shown_to_parties()).told()]


def as_shown(deadline: Deadline) -> Shown:
    """One deadline as it is shown today."""
    return _shown(deadline, official_day(timezone.now()))


def left_of(deadline: Deadline, today: datetime.date) -> str:
    """How many days are left of one that runs, or how many it is past."""
    left = deadline.days_left(today)
    if deadline.state != State.RUNNING or left is None:
        return ""
    if left == 0:
        return _("Today is the last day.")
    if left > 0:
        return ngettext("%(count)s day is left.", "%(count)s days are left.", left) % {"count": left}
    return ngettext("%(count)s day overdue.", "%(count)s days overdue.", -left) % {"count": -left}


def _shown(deadline: Deadline, today: datetime.date) -> Shown:
    late = deadline.is_overdue(today)
    mark = "refused" if late else BADGES[State(deadline.state)]
    return Shown(deadline, mark, left_of(deadline, today), draw(deadline, today))
