"""The applicant describes the dispute; each side agrees to mediate, declines, or leaves."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from legal.matters import chain
from legal.matters.actions.drafting import touch
from legal.matters.actions.guarding import lock_to_write
from legal.matters.actions.moving import move
from legal.matters.kinds import Side
from legal.matters.models import Actor, Matter
from legal.mediation import agreement
from legal.mediation.actions.guarding import PARTS, lock_for_side, require_state
from legal.mediation.models import Agreement, Dispute
from legal.mediation.states import State
from legal.mediation.telling import tell_both
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event


@transaction.atomic
def describe(matter: Matter, *, facts: Mapping[str, Any], version: int, by: User) -> Dispute:
    """Write what the dispute is about; Entry. `NotAllowedError` and `ChangedMeanwhileError` as `lock_to_write`."""
    held = lock_to_write(matter, version=version, by=by)
    dispute, _new = Dispute.objects.update_or_create(matter=held, defaults=dict(facts))
    touch(held, f"{PARTS}.describe", by=by)
    return dispute


@transaction.atomic
def agree(matter: Matter, *, version: int, language: str, by: User) -> Agreement:
    """Agree to mediate, to the text as it is shown in a language; Entry. Of the other side it is the move, too: Event.

    Agreed again, it stays as it is. Raises `NotAllowedError` "role", "text" where another version was shown, "state"
    where it is not this side's turn.
    """
    held, side, actor = lock_for_side(matter, by=by, binding=True)
    if version != agreement.VERSION:
        raise NotAllowedError(_("The text was changed since you opened this page: read it again."), code="text")
    there = held.mediation_agreements.filter(side=side).first()
    if there is not None:
        found: Agreement = there
        return found
    require_state(held, *((State.DRAFT, State.SUPPLEMENT) if side == Side.APPLICANT else (State.INVITED,)))
    agreed = Agreement.objects.create(
        matter=held, side=side, version=version, language=language, sha256=agreement.summed_up(language), by=by
    )
    details = {"side": str(side), "version": version, "sha256": agreed.sha256}
    chain.append(held, f"{PARTS}.agree", by=by, actor=actor, details=details)
    if side == Side.RESPONDENT:
        event = move(held, "agree", by=by, actor=Actor.OTHER)
        tell_both("mediation.agreed", held, key=f"event-{event.pk}")
    return agreed


@transaction.atomic
def decline(matter: Matter, *, reason: str = "", by: User) -> Event:
    """The other side does not want to mediate; Event, Entry, notice. `NotAllowedError` "role", or "state"."""
    return _of_the_other_side(matter, "decline", "mediation.declined", reason=reason, by=by)


@transaction.atomic
def leave(matter: Matter, *, reason: str = "", by: User) -> Event:
    """The other side leaves before there is a settlement; Event, Entry, notice. `NotAllowedError` as `decline`."""
    return _of_the_other_side(matter, "leave", "mediation.left", reason=reason, by=by)


def _of_the_other_side(matter: Matter, name: str, notice: str, *, reason: str, by: User) -> Event:
    held, side, actor = lock_for_side(matter, by=by, binding=True)
    if side != Side.RESPONDENT:
        raise NotAllowedError(_("This is for the other side alone."), code="role")
    event = move(held, name, by=by, actor=actor, reason=reason)
    tell_both(notice, held, key=f"event-{event.pk}")
    return event
