"""What becomes of a verified enterprise when something changes that it was verified by."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from enterprises.models import Enterprise
from enterprises.telling import tell_members, tell_registrars
from portal.accounts.models import User
from portal.workflow.actions import advance


def reopen(enterprise: Enterprise, details: Mapping[str, Any], *, by: User) -> None:
    """Send a verified enterprise back into the queue, within the transaction of the change; Event, notices.

    Staff look again, and until then nobody is told that it is verified.
    """
    event = advance(enterprise, "change", by=by, details=dict(details), submitted_at=timezone.now())
    tell_members("enterprises.reopened", enterprise, event)
    tell_registrars(enterprise, event)
