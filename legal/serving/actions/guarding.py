"""What each action asks first: who acts, from which side, and does the matter still stand so."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from legal.matters import chain
from legal.matters.actions import declaring, guarding
from legal.matters.models import Actor, Matter
from legal.serving import spoken
from legal.serving.models import Invitation, Participant
from legal.serving.models.participant import today
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError


def lock_for_officer(matter: Matter, *, by: User) -> Matter:
    """The matter, locked, for the officer on whose desk it is; `NotAllowedError` as `guarding.lock_for_officer`.

    "state" where it was not submitted yet, or has ended.
    """
    held = guarding.lock_for_officer(matter, by=by)
    require_open(held)
    return held


def lock_for_participant(participant: Participant, *, by: User) -> tuple[Matter, Participant]:
    """The matter, locked, and how somebody takes part in it; `NotAllowedError` "role" where they do no longer."""
    held = guarding.lock(participant.matter)
    there = Participant.objects.of(by).standing().with_matter().filter(pk=participant.pk).first()
    if there is None:
        raise NotAllowedError(_("You take part in this matter no longer."), code="role")
    return held, there


def require_open(matter: Matter) -> None:
    """`NotAllowedError` "state" where a matter was not submitted yet, or has ended."""
    if matter.is_draft or matter.is_ended:
        raise NotAllowedError(_("This is done while a matter is under way."), code="state")


def require_authority(invitation: Invitation) -> None:
    """`NotAllowedError` "authority" where an invitation is that of a representative whose authority has ended."""
    if invitation.representative is not None and invitation.representative.has_ended(today()):
        raise NotAllowedError(_("The authority of this representative has ended."), code="authority")


def actor_of(participant: Participant) -> Actor:
    """As what somebody who takes part acts: a representative of the applicant, or of another side."""
    return Actor.MEMBER if participant.is_of_the_applicant else Actor.OTHER


def note(matter: Matter, what: str, *, by: User | None, actor: Actor, details: Mapping[str, Any] | None = None) -> None:
    """Write into the history of a matter what happened on the other side; Entry."""
    chain.append(matter, f"{spoken.TABLE}.{what}", by=by, actor=actor, details=details)


def takes_part(matter: Matter, person: User) -> bool:
    """Whether somebody takes part in a matter from outside of the enterprise, or has done so."""
    return bool(Participant.objects.of(person).filter(matter=matter).exists())


declaring.also(takes_part)
