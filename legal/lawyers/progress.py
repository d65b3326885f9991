"""How far a profile has come, as its keeper's pages show it."""

from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

from legal.lawyers.completeness import missing_in
from legal.lawyers.facts.groups import Group, groups_of
from legal.lawyers.facts.reading import kind_of
from legal.lawyers.models import Firm, Lawyer, Revision
from legal.lawyers.states import RevisionState, State
from portal.workflow.models import Event

LINES: Final = 20


@dataclass(frozen=True, slots=True)
class Passed:
    """A group as the list beside a page shows it."""

    group: Group
    is_current: bool
    is_done: bool
    number: int


def passed(revision: Revision, current: Group) -> list[Passed]:
    """The groups in order; one is done when nothing is missing in it and something is answered."""
    lacking = {missing.group for missing in missing_in(revision)}
    return [
        Passed(group, group == current, group.slug not in lacking and _answered(revision, group), number)
        for number, group in enumerate(groups_of(kind_of(revision.subject)), 1)
    ]


def following(revision: Revision, group: Group) -> Group | None:
    """The group after this one; none after the last."""
    groups = groups_of(kind_of(revision.subject))
    place = groups.index(group) + 1
    return groups[place] if place < len(groups) else None


def next_step(subject: Lawyer | Firm, revision: Revision | None) -> StrPromise:
    """What its keeper can do next, in a sentence."""
    if revision is None:
        return (
            _HIDDEN if isinstance(subject, Lawyer) and subject.state == State.HIDDEN else _STANDS[subject.is_verified]
        )
    return _NEXT[revision.state]


def course(subject: Lawyer | Firm, revision: Revision | None) -> list[Event]:
    """What happened lately to a profile and to the revision under way, the newest first."""
    events = list(Event.objects.of(subject).reverse()[:LINES])
    if revision is not None:
        events += Event.objects.of(revision).reverse()[:LINES]
    return sorted(events, key=lambda event: (event.at, event.pk), reverse=True)[:LINES]


def _answered(revision: Revision, group: Group) -> bool:
    return any(_told(revision.facts.get(name)) for name in group.names)


def _told(value: Any) -> bool:
    return bool(value)


_HIDDEN: Final = _("Readers are not shown this profile at present. The reason stands in its course.")
_STANDS: Final = {
    True: _("Readers are shown this profile. Change something, and a moderator compares it before readers see it."),
    False: _("Nothing is shown yet and nothing is under way. Write the profile, then submit it."),
}
_NEXT: Final[dict[str, StrPromise]] = {
    RevisionState.DRAFT: _("Answer the questions below, then submit: a moderator looks before readers see anything."),
    RevisionState.SUBMITTED: _(
        "A moderator compares what you have submitted. Until then readers see what was accepted last."
    ),
    RevisionState.RETURNED: _("A moderator has returned it with a remark. Mend what is remarked, and submit it again."),
}
