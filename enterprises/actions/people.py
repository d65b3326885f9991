"""Memberships: roles changed, members removed, members who leave."""

from django.db import transaction
from django.utils.translation import gettext as _

from enterprises import parting
from enterprises.actions.guarding import lock, lock_as, require_given
from enterprises.actions.inviting import end_beyond
from enterprises.actions.transferring import end_of
from enterprises.models import Enterprise, Membership
from enterprises.policies import Right, Role
from enterprises.states import PEOPLE
from enterprises.telling import tell_owners, tell_person
from portal.accounts.models import User
from portal.workflow.actions import record
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def change_role(membership: Membership, role: str, *, by: User) -> Membership:
    """Give a member another role; Event, notice to the member. Invitations beyond that role are withdrawn.

    Raises `NotAllowedError` "role", "consent" where the member would be an owner, "last-owner" where nobody would own
    the enterprise, "gone" for no member any more.
    """
    enterprise, _own = lock_as(membership.enterprise, Right.MANAGE, by=by)
    held = _still(membership)
    if held.role == role:
        return held
    require_given(role)
    _keep_an_owner(enterprise, held)
    owned = held.is_owner
    held.role = role
    held.save(update_fields=["role"])
    end_of(enterprise, held.person)
    if owned:
        parting.tell(enterprise, held.person)
    end_beyond(enterprise, held.person, role)
    event = record(enterprise, PEOPLE, "change-role", by=by, details={"person": held.person_id, "role": role})
    tell_person("enterprises.role-changed", enterprise, held.person, event, role=role)
    return held


@transaction.atomic
def remove(membership: Membership, *, by: User) -> None:
    """End somebody's membership, and the invitations they sent; Event, notice to whom it concerns.

    Raises `NotAllowedError` "role", "last-owner" or "gone".
    """
    enterprise, _own = lock_as(membership.enterprise, Right.MANAGE, by=by)
    held = _still(membership)
    _keep_an_owner(enterprise, held)
    held.delete()
    end_of(enterprise, held.person)
    parting.tell(enterprise, held.person)
    end_beyond(enterprise, held.person, None)
    event = record(enterprise, PEOPLE, "remove", by=by, details={"person": held.person_id})
    tell_person("enterprises.removed", enterprise, held.person, event)


@transaction.atomic
def leave(enterprise: Enterprise, *, by: User) -> None:
    """Leave an enterprise; Event, notice to its owners. `NotAllowedError` "gone" or "last-owner"."""
    held = lock(enterprise)
    membership = Membership.objects.filter(enterprise=held, person=by).select_related("person").first()
    if membership is None:
        raise _gone()
    _keep_an_owner(held, membership)
    membership.delete()
    end_of(held, by)
    parting.tell(held, by)
    event = record(held, PEOPLE, "leave", by=by, details={"person": by.pk})
    tell_owners("enterprises.left", held, event, person=str(by))


def _keep_an_owner(enterprise: Enterprise, membership: Membership) -> None:
    """The enterprise is locked: nobody else takes an owner away meanwhile."""
    if membership.role == Role.OWNER and enterprise.memberships.owners().count() == 1:
        raise NotAllowedError(
            _("An enterprise needs an owner: transfer ownership to another member first."), code="last-owner"
        )


def _still(membership: Membership) -> Membership:
    held = Membership.objects.filter(pk=membership.pk).select_related("person").first()
    if held is None:
        raise _gone()
    return held


def _gone() -> NotAllowedError:
    return NotAllowedError(_("This person is no member any more."), code="gone")
