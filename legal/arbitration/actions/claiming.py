"""What the other side claims in turn."""

from collections.abc import Mapping
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from legal.arbitration.actions.parts import TABLE, append
from legal.arbitration.models import Claim
from legal.arbitration.states import State
from legal.matters import chain
from legal.matters.actions.guarding import lock
from legal.matters.kinds import Side
from legal.matters.models import Actor, Matter
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError

ANSWERING: Final = (State.NOTIFIED, State.ANSWERED)


@transaction.atomic
def counterclaim(matter: Matter, *, facts: Mapping[str, Any], by: User) -> Claim:
    """Make a counterclaim for the respondents; Entry.

    That `by` acts for the respondents is for the caller to make sure of. `NotAllowedError` "state" before the
    respondent was notified or after the file was handed over, or "many".
    """
    held = lock(matter)
    if held.state not in ANSWERING:
        raise NotAllowedError(_("A counterclaim is made once the respondent was notified."), code="state")
    claim = append(held, Claim, {**facts, "side": Side.RESPONDENT})
    details = {"position": claim.position}
    chain.append(held, f"{TABLE}.add-counterclaim", by=by, actor=Actor.OTHER, details=details)
    return claim
