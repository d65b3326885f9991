"""What moderators decide on the cases and places in laws that a lawyer names."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.lawyers.actions.guarding import lock, require_moderator
from legal.lawyers.actions.profiles import touch
from legal.lawyers.models import Lawyer, Mention
from legal.lawyers.states import KEEPING
from legal.lawyers.telling import tell_keepers
from portal.accounts.models import User
from portal.workflow.actions import record
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def accept_work(mention: Mention, *, by: User) -> None:
    """Let readers see a case or a place in a law that a lawyer has named; Event, notice.

    `NotAllowedError` "role", "own", or "state" where it was decided or taken out.
    """
    held, lawyer = _waiting_work(mention, by=by)
    held.accepted_at, held.accepted_by = timezone.now(), by
    held.save(update_fields=["accepted_at", "accepted_by"])
    touch(lawyer)
    event = record(lawyer, KEEPING, "accept-work", by=by, details={"mention": held.pk, "what": str(held)})
    tell_keepers("work-accepted", lawyer, event)


@transaction.atomic
def refuse_work(mention: Mention, *, reason: str, by: User) -> None:
    """Refuse something a lawyer has named, for a reason the lawyer reads; Event, notice.

    `NotAllowedError` as `accept_work`, or "reason".
    """
    held, lawyer = _waiting_work(mention, by=by)
    if not reason.strip():
        raise NotAllowedError(_("Give a reason: it is told to those whom it concerns."), code="reason")
    held.refused_at, held.refusal = timezone.now(), reason.strip()
    held.save(update_fields=["refused_at", "refusal"])
    details = {"mention": held.pk, "what": str(held)}
    event = record(lawyer, KEEPING, "refuse-work", by=by, reason=reason, details=details)
    tell_keepers("work-refused", lawyer, event)


def _waiting_work(mention: Mention, *, by: User) -> tuple[Mention, Lawyer]:
    lawyer = lock(mention.lawyer)
    require_moderator(lawyer, by=by)
    held = Mention.objects.waiting().filter(pk=mention.pk).first()
    if held is None:
        raise NotAllowedError(_("This was decided or taken out meanwhile."), code="state")
    return held, lawyer
