"""Staff ask for a supplement, point by point; the applicant changes what was asked for and submits once more."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.arbitration.actions.parts import append
from legal.arbitration.models import Supplement
from legal.matters.actions.guarding import lock, lock_for_member
from legal.matters.actions.moving import move
from legal.matters.actions.submitting import freeze
from legal.matters.completeness import missing_in
from legal.matters.errors import IncompleteMatterError
from legal.matters.models import Actor, Matter, Submission
from legal.matters.telling import tell_members
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event


@transaction.atomic
def ask(matter: Matter, *, by: User, reason: str) -> Event:
    """Ask for a supplement; each line of the reason is a point of its own; Event, Entry, notice.

    That `by` handles the matter is for the caller to make sure of. `NotAllowedError` as `move`, "reason" among them.
    """
    held = lock(matter)
    event = move(held, "ask-supplement", by=by, actor=Actor.OFFICER, reason=reason)
    points = [line.strip() for line in reason.splitlines() if line.strip()]
    append(held, Supplement, {"points": points, "asked_by": by})
    tell_members("handling.decided", held, event)
    return event


@transaction.atomic
def submit(matter: Matter, *, version: int, by: User) -> Submission:
    """Submit the supplement: what is submitted of the matter is frozen once more; Event, Entries, receipt.

    `NotAllowedError` "role", "state"; "changed" where somebody has written something since the page was read;
    `IncompleteMatterError` where something is missing.
    """
    held = lock_for_member(matter, by=by)
    if held.version != version:
        raise NotAllowedError(_("Somebody has changed something meanwhile: read it once more."), code="changed")
    if missing := missing_in(held):
        raise IncompleteMatterError(missing)
    now = timezone.now()
    move(held, "supplement", by=by, actor=Actor.MEMBER, version=held.version + 1)
    Supplement.objects.filter(matter=held, answered_at=None).update(answered_at=now)
    return freeze(held, by=by, at=now)
