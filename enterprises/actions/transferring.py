"""Ownership handed on: asked for by an owner, agreed to by another member."""

import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from enterprises import parting
from enterprises.actions.guarding import lock, lock_as, require
from enterprises.actions.inviting import end_beyond
from enterprises.models import Enterprise, Membership, Transfer
from enterprises.policies import Right, Role
from enterprises.states import PEOPLE
from enterprises.telling import tell_owners, tell_person
from portal.accounts.models import User
from portal.workflow.actions import advance, record
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def ask(enterprise: Enterprise, *, to: Membership, by: User) -> Transfer:
    """Ask another member to be the owner in one's own place; Event, notice to that member.

    Raises `NotAllowedError`: "role"; "gone" where the other is no member; "own" where it is an owner already;
    "asked" where a transfer waits already.
    """
    held, _membership = lock_as(enterprise, Right.MANAGE, by=by)
    member = Membership.objects.filter(pk=to.pk, enterprise=held).select_related("person").first()
    if member is None:
        raise NotAllowedError(_("This person is no member any more."), code="gone")
    if member.is_owner:
        raise NotAllowedError(_("This person is an owner already."), code="own")
    if held.transfers.open().exists():
        raise NotAllowedError(_("A transfer of ownership waits for an answer already."), code="asked")
    transfer = Transfer.objects.create(
        enterprise=held,
        owner=by,
        to=member.person,
        expires_at=timezone.now() + datetime.timedelta(days=settings.TRANSFER_DAYS),
    )
    event = record(held, PEOPLE, "ask-transfer", by=by, details={"person": member.person_id})
    tell_person("enterprises.transfer-asked", held, member.person, event, person=str(by))
    return transfer


@transaction.atomic
def agree(transfer: Transfer, *, by: User, now: datetime.datetime | None = None) -> None:
    """Take ownership over: who had it becomes a representative; Event, notice to the former owner.

    Raises `NotAllowedError`: "role" for anybody but who was asked; "state" where it waits no more or is too old.
    """
    _require_asked(transfer, by=by)
    enterprise = lock(transfer.enterprise)
    if transfer.expires_at <= (now or timezone.now()):
        raise NotAllowedError(_("This transfer has expired: ask for it to be made anew."), code="state")
    advance(transfer, "agree", by=by)
    # An owner who has left or is none any more has ended the transfer with that.
    enterprise.memberships.filter(person=by).update(role=Role.OWNER)
    enterprise.memberships.filter(person=transfer.owner).update(role=Role.REPRESENTATIVE)
    end_beyond(enterprise, transfer.owner, Role.REPRESENTATIVE)
    parting.tell(enterprise, transfer.owner)
    event = record(enterprise, PEOPLE, "agree-transfer", by=by, details={"person": by.pk, "role": Role.OWNER.value})
    tell_person("enterprises.transfer-agreed", enterprise, transfer.owner, event, person=str(by))


@transaction.atomic
def decline(transfer: Transfer, *, by: User) -> None:
    """Refuse to take ownership over; Event, notice to the owners. `NotAllowedError` "role" or "state"."""
    _require_asked(transfer, by=by)
    advance(transfer, "decline", by=by)
    event = record(transfer.enterprise, PEOPLE, "decline-transfer", by=by)
    tell_owners("enterprises.transfer-declined", transfer.enterprise, event, person=str(by))


@transaction.atomic
def withdraw(transfer: Transfer, *, by: User) -> None:
    """Take a transfer back that waits for an answer; Event. `NotAllowedError` "role" or "state"."""
    require(transfer.enterprise, Right.MANAGE, by=by)
    advance(transfer, "withdraw", by=by)
    record(transfer.enterprise, PEOPLE, "withdraw-transfer", by=by)


def end_of(enterprise: Enterprise, person: User) -> None:
    """End the transfer somebody takes part in who is no member any more, within the transaction that ends that."""
    for transfer in enterprise.transfers.open().filter(Q(owner=person) | Q(to=person)):
        advance(transfer, "withdraw", by=None)
        record(enterprise, PEOPLE, "withdraw-transfer", by=None)


def _require_asked(transfer: Transfer, *, by: User) -> None:
    if transfer.to_id != by.pk:
        raise NotAllowedError(_("Only the member who was asked can answer."), code="role")
