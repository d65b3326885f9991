"""What each action asks first: may this person do that, and does the matter still stand so."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from enterprises.actions.guarding import require
from enterprises.errors import ChangedMeanwhileError
from enterprises.policies import Right
from enterprises.states import State as Registration
from legal.matters.models import Matter
from portal.accounts.models import User
from portal.workflow import actions as desk
from portal.workflow.errors import NotAllowedError


def lock(matter: Matter) -> Matter:
    """The matter as it stands now, and nobody else changes it until the transaction ends."""
    held: Matter = Matter.objects.locked().get(pk=matter.pk)
    return held


def lock_for_member(matter: Matter, *, by: User) -> Matter:
    """The matter, locked, for a member who may act for the enterprise; `NotAllowedError` "role" for anybody else."""
    held = lock(matter)
    require(held.enterprise, Right.EDIT, by=by)
    return held


def lock_to_write(matter: Matter, *, version: int | None, by: User) -> Matter:
    """The matter, locked, for a member who changes what is submitted.

    Raises `NotAllowedError` "role", or "state" where nothing may be changed now; `ChangedMeanwhileError` where
    something was saved since `version`. None is for what overwrites nothing.
    """
    held = lock_for_member(matter, by=by)
    if not held.is_writable:
        raise NotAllowedError(_("Nothing can be changed as it stands now."), code="state")
    if version is not None and held.version != version:
        raise ChangedMeanwhileError
    return held


def require_there(matter: Matter, facts: Mapping[str, Any]) -> None:
    """`NotAllowedError` "gone" where a row of the locked matter that is named in `facts` was taken out meanwhile."""
    for row in facts.values():
        of_it = isinstance(row, Model) and hasattr(row, "matter_id")
        if of_it and not type(row)._default_manager.filter(pk=row.pk, matter=matter).exists():
            raise NotAllowedError(_("This was taken out meanwhile."), code="gone")


def lock_for_handler(matter: Matter, *, by: User) -> Matter:
    """The matter, locked, for an officer who handles such matters; `NotAllowedError` "role" for anybody else.

    What concerns its content takes `lock_for_officer`.
    """
    held = lock(matter)
    if not Matter.objects.handled_by(by).filter(pk=held.pk).exists():
        raise NotAllowedError(_("Only staff who handle such matters may do this."), code="role")
    return held


def lock_for_officer(matter: Matter, *, by: User) -> Matter:
    """The matter, locked, for the officer on whose desk it is, and nobody else decides it meanwhile.

    `NotAllowedError` as `lock_for_reader`; "free" where it is on nobody's desk, "held" where it is on somebody else's.
    """
    held = lock_for_reader(matter, by=by)
    desk.require_holder(held, by=by)
    return held


def lock_for_reader(matter: Matter, *, by: User) -> Matter:
    """The matter, locked, for an officer it is opened to, on whosever desk it may be.

    `NotAllowedError` "role", or "declaration" without the declaration that there is no conflict of interest.
    """
    held = lock_for_handler(matter, by=by)
    if not may_handle(held, by):
        raise NotAllowedError(_("Declare first that you have no conflict of interest."), code="declaration")
    return held


def may_handle(matter: Matter, officer: User) -> bool:
    """Whether a matter is opened to an officer: of a kind they handle, and declared to be without conflict."""
    return officer.is_active and Matter.objects.opened_to(officer).filter(pk=matter.pk).exists()


def require_verified(matter: Matter) -> None:
    """`NotAllowedError` "verified" where staff have not verified the enterprise, or not as it stands now."""
    if matter.enterprise.state != Registration.VERIFIED:
        raise NotAllowedError(
            _("Matters are submitted by enterprises whose registration has been verified."), code="verified"
        )
