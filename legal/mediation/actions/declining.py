"""A side declines the text of a settlement: the sessions go on, and another text can be put."""

from django.db import transaction
from django.utils.translation import gettext as _

from legal.matters import chain
from legal.matters.actions.moving import move
from legal.matters.models import Matter
from legal.mediation.actions.guarding import PARTS, lock_for_side, require_state
from legal.mediation.actions.settling import standing
from legal.mediation.models import Refusal
from legal.mediation.states import State
from legal.mediation.telling import tell_desk, tell_reached
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def decline(matter: Matter, *, sha256: str, reason: str, by: User) -> Refusal:
    """Decline, for one's side, the very text that this sum names, even one it has confirmed; Event, Entries, notices.

    Declined again by the same side, it stays as it is. Raises `NotAllowedError` "role"; "declined" where the other
    side was first; "state" where no text waits to be confirmed; "changed" where another one does; "reason" without one.
    """
    held, side, actor = lock_for_side(matter, by=by, binding=True)
    there = Refusal.objects.filter(matter=held, settlement__sha256=sha256).first()
    if there is not None:
        if there.side != side:
            raise NotAllowedError(_("The other side has declined this text already."), code="declined")
        return there
    require_state(held, State.SETTLED)
    settlement = standing(held)
    if settlement.sha256 != sha256:
        raise NotAllowedError(
            _("Another text stands now than the one you have read: read it before you decline it."), code="changed"
        )
    if not reason.strip():
        raise NotAllowedError(_("Give a reason: it is told to those whom it concerns."), code="reason")
    event = move(held, "decline-text", by=by, actor=actor, details={"version": settlement.version})
    refusal = Refusal.objects.create(matter=held, settlement=settlement, side=side, reason=reason.strip(), by=by)
    details = {"side": str(side), "version": settlement.version, "sha256": sha256}
    chain.append(held, f"{PARTS}.decline", by=by, actor=actor, details=details)
    tell_reached("mediation.text-declined", held, key=f"event-{event.pk}", but=by)
    tell_desk("mediation.staff-text-declined", held, key=f"event-{event.pk}")
    return refusal
