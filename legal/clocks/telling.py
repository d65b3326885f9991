"""Who hears of a deadline. No name and no fact of a matter stands in a notice."""

from collections.abc import Iterable

from legal.clocks.models import Change, Deadline, Feed
from legal.clocks.states import Whose
from legal.matters.models import Matter
from legal.matters.telling import members
from portal.accounts.models import User
from portal.notices.actions import notify
from portal.workflow.models import Assignment


def remind(deadline: Deadline, days: int) -> None:
    """Tell whoever has to act that so many days are left, once."""
    kind = "clocks.staff-reminder" if deadline.whose == Whose.STAFF else "clocks.reminder"
    _tell(kind, deadline, acting(deadline), key=f"{_sign(deadline)}-{days}", days=days)


def escalate(deadline: Deadline) -> None:
    """Tell that a last day is past, once: of what staff had to do, all who handle such matters; else who had to act."""
    if deadline.whose == Whose.STAFF:
        _tell("clocks.staff-overdue", deadline, handlers(deadline.matter), key=f"{_sign(deadline)}-past")
    else:
        _tell("clocks.overdue", deadline, acting(deadline), key=f"{_sign(deadline)}-past")


def tell_of_change(deadline: Deadline, change: Change) -> None:
    """Tell whoever has to act, and the members whom it concerns, that a day is another one, once."""
    key = f"change-{change.pk}"
    if deadline.whose == Whose.STAFF:
        _tell("clocks.staff-changed", deadline, acting(deadline), key=key)
    if not deadline.internal:
        others = [] if deadline.whose == Whose.STAFF else acting(deadline)
        _tell("clocks.changed", deadline, [*members(deadline.matter), *others], key=key)


def tell_of_ended(feed: Feed) -> None:
    """Tell the owners that their calendars follow no longer, once."""
    owners = feed.enterprise.memberships.owners().select_related("person")
    people = [membership.person for membership in owners]
    notify("clocks.calendar-ended", to=people, about=feed.enterprise, key=f"feed-{feed.pk}")


def acting(deadline: Deadline) -> list[User]:
    """Who has to act: whom its clock names; else the members, or the officer who has the file, or all who may take it.

    Who speaks for a respondent only the apps above know.
    """
    spec = deadline.spec
    if spec and spec.tells:
        return list(spec.tells(deadline.matter))
    if deadline.whose == Whose.APPLICANT:
        return members(deadline.matter)
    return officers(deadline.matter) if deadline.whose == Whose.STAFF else []


def officers(matter: Matter) -> list[User]:
    """The officer on whose desk a matter is; all who handle such matters where it is on nobody's."""
    assignment = Assignment.objects.of(matter).select_related("holder").first()
    return [assignment.holder] if assignment else handlers(matter)


def handlers(matter: Matter) -> list[User]:
    """The staff who handle matters of its kind."""
    return list(User.objects.with_right(matter.proceeding.permission))


def _sign(deadline: Deadline) -> str:
    return f"deadline-{deadline.pk}-{deadline.due:%Y%m%d}"


def _tell(kind: str, deadline: Deadline, to: Iterable[User], *, key: str, **params: int) -> None:
    told: dict[str, str | int] = {"reference": deadline.matter.number or deadline.matter.key, **params}
    notify(kind, to=to, about=deadline, params=told, key=key)
