"""What each action asks first: may this person do that, and does it still stand so."""

from django.utils.translation import gettext as _

from enterprises.models import Enterprise, Membership
from enterprises.policies import GIVEN, Right
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError


def lock(enterprise: Enterprise) -> Enterprise:
    """The enterprise as it stands now, and nobody else changes it until the transaction ends."""
    held: Enterprise = Enterprise.objects.locked().get(pk=enterprise.pk)
    return held


def lock_as(enterprise: Enterprise, right: Right, *, by: User) -> tuple[Enterprise, Membership]:
    """The enterprise, locked, and the membership that lets somebody do this now; `NotAllowedError` "role" as `require`.

    Asked before the lock, whoever has just lost a role would act under it once more.
    """
    held = Enterprise.objects.locked().filter(pk=enterprise.pk).first()
    if held is None:
        raise _beyond_the_role()
    return held, require(held, right, by=by)


def require(enterprise: Enterprise, right: Right, *, by: User) -> Membership:
    """The membership of whoever acts; `NotAllowedError` "role" where it does not allow this, or there is none."""
    membership = Membership.objects.filter(enterprise=enterprise, person=by).first()
    if membership is None or not membership.may(right):
        raise _beyond_the_role()
    return membership


def require_officer(enterprise: Enterprise, *, by: User) -> None:
    """`NotAllowedError` "role" for who may not decide registrations, "own" for who is a member of this enterprise."""
    if not by.has_perm("enterprises.verify_enterprise"):
        raise NotAllowedError(_("Only staff who decide registrations may do this."), code="role")
    if Membership.objects.filter(enterprise=enterprise, person=by).exists():
        raise NotAllowedError(_("You are a member of this enterprise: a colleague has to decide."), code="own")


def require_given(role: str) -> None:
    """`NotAllowedError` "consent" for a role nobody is given without having agreed to it."""
    if role not in GIVEN:
        raise NotAllowedError(
            _("Nobody becomes an owner unasked: hand ownership over, and the member answers."), code="consent"
        )


def require_active(enterprise: Enterprise) -> None:
    """`NotAllowedError` "barred" where the enterprise was rejected or is suspended: it takes nobody in."""
    if enterprise.is_barred:
        raise NotAllowedError(_("The enterprise is suspended, or was rejected: nobody can join it now."), code="barred")


def may_decide(enterprise: Enterprise, officer: User) -> bool:
    """Whether somebody can decide the registration of an enterprise at all."""
    try:
        require_officer(enterprise, by=officer)
    except NotAllowedError:
        return False
    return True


def _beyond_the_role() -> NotAllowedError:
    return NotAllowedError(_("Your role in this enterprise does not allow this."), code="role")
