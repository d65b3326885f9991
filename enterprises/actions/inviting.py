"""Invitations into an enterprise: made, sent, withdrawn, accepted."""

import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from enterprises.actions.guarding import lock, lock_as, require, require_active, require_officer
from enterprises.models import Enterprise, Invitation, Membership
from enterprises.models.invitation import fingerprint, new_nonce, token_of
from enterprises.policies import Right, Role, grantable_by
from enterprises.states import PEOPLE, InvitationState, State
from enterprises.telling import tell_invited, tell_owners
from portal.accounts.addresses import same
from portal.accounts.models import User
from portal.workflow.actions import advance, record
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def invite(enterprise: Enterprise, *, email: str, role: str, language: str, by: User) -> Invitation:
    """Invite whoever reads mail at an address; Event.

    The letter goes out at once; out of a draft, with its submission.

    Raises `NotAllowedError`: "role" where one may not invite, or not into this role; "member" where the address is a
    member's; "invited" where it was invited already; "many" where too many invitations wait, or one was sent to this
    address a moment ago; "barred" where the enterprise was rejected or is suspended.
    """
    held, membership = lock_as(enterprise, Right.INVITE, by=by)
    require_active(held)
    _check(held, email, role, membership)
    invitation = Invitation.objects.create(enterprise=held, email=email, role=role, language=language, invited_by=by)
    record(held, PEOPLE, "invite", by=by, details={"invitation": invitation.pk, "role": role})
    if held.state != State.DRAFT:
        _send(invitation, by=by)
    return invitation


def invite_first_owner(enterprise: Enterprise, *, email: str, language: str, by: User) -> Invitation:
    """Invite whoever is to own an enterprise that staff have taken over, within the transaction of that; Event."""
    invitation = Invitation.objects.create(
        enterprise=enterprise, email=email, role=Role.OWNER, language=language, invited_by=by
    )
    record(enterprise, PEOPLE, "invite", by=by, details={"invitation": invitation.pk, "role": Role.OWNER.value})
    _send(invitation, by=by)
    return invitation


@transaction.atomic
def invite_owner(enterprise: Enterprise, *, email: str, language: str, by: User) -> Invitation:
    """Invite, as an officer, whoever is to own an enterprise that nobody owns; Events. What waited before is withdrawn.

    An enterprise that was imported has nobody else who could: its first owner may have let the days pass, or have
    another address. `NotAllowedError` as `require_officer`; "own" for one's own address too; "owned" where it has an
    owner; "barred".
    """
    require_officer(enterprise, by=by)
    if same(email, by.email):
        raise _own()
    held = lock(enterprise)
    require_active(held)
    if held.memberships.owners().exists():
        raise NotAllowedError(_("This enterprise has an owner, who invites others."), code="owned")
    for earlier in held.invitations.pending():
        _withdraw(earlier, by=by)
    return invite_first_owner(held, email=email, language=language, by=by)


@transaction.atomic
def resend(invitation: Invitation, *, by: User) -> None:
    """Send an invitation anew: the link sent before works no more.

    `NotAllowedError` "role", "state", "many" or "barred".
    """
    held, membership = lock_as(invitation.enterprise, Right.INVITE, by=by)
    require_active(held)
    if held.state == State.DRAFT:
        raise NotAllowedError(_("The letter goes out when the registration is submitted."), code="state")
    if invitation.role not in grantable_by(membership.role):
        raise _above()
    if held.invitations.fresh(timezone.now()).filter(pk=invitation.pk).exists():
        raise _fresh()
    _send(invitation, by=by)


@transaction.atomic
def withdraw(invitation: Invitation, *, by: User) -> None:
    """Take an invitation back: its link works no more; Event. `NotAllowedError` "role" or "state"."""
    membership = require(invitation.enterprise, Right.INVITE, by=by)
    if invitation.role not in grantable_by(membership.role):
        raise _above()
    _withdraw(invitation, by=by)


@transaction.atomic
def accept(token: str, *, by: User, now: datetime.datetime | None = None) -> Membership:
    """Join the enterprise an invitation is for; Event, notice to the owners.

    Raises `NotAllowedError`: "unknown" for a token nobody sent, or that was used, withdrawn, sent anew or is too old;
    "address" where it was sent to another address than the one whoever acts has confirmed; "own" to whoever sent it;
    "member" for a member; "barred" where the enterprise was rejected or is suspended.
    """
    invitation = addressed(token, by=by, now=now)
    enterprise = lock(invitation.enterprise)
    require_active(enterprise)
    if Membership.objects.filter(enterprise=enterprise, person=by).exists():
        raise NotAllowedError(_("You are a member of this enterprise already."), code="member")
    advance(invitation, "accept", by=by)
    membership = Membership.objects.create(enterprise=enterprise, person=by, role=invitation.role)
    event = record(enterprise, PEOPLE, "join", by=by, details={"person": by.pk, "role": membership.role})
    tell_owners("enterprises.joined", enterprise, event, person=str(by), role=membership.role)
    return membership


def addressed(token: str, *, by: User, now: datetime.datetime | None = None) -> Invitation:
    """The invitation a token is for, for who may take it up; else `NotAllowedError` "unknown", "address" or "own"."""
    invitation = Invitation.objects.bearing(token).select_related("enterprise__country", "invited_by").first()
    if invitation is None or invitation.has_ended(now or timezone.now()):
        raise NotAllowedError(
            _("This invitation cannot be used any more. Ask whoever invited you to send a new one."), code="unknown"
        )
    # An address stands in an account only once it is confirmed.
    if not same(invitation.email, by.email):
        raise NotAllowedError(
            _("This invitation was sent to another address. Sign in with the address it was sent to."), code="address"
        )
    if invitation.invited_by_id == by.pk:
        raise _own()
    return invitation


def send_prepared(enterprise: Enterprise, *, by: User, role: str) -> None:
    """Send what was prepared in a draft, within the transaction of its submission."""
    prepared = enterprise.invitations.filter(state=InvitationState.PREPARED)
    for invitation in prepared.filter(role__in=grantable_by(role)):
        _send(invitation, by=by)


def end_beyond(enterprise: Enterprise, person: User, role: str | None) -> None:
    """Withdraw what somebody sent who may not invite so any more, within the transaction that ends their right.

    Else an owner who is removed would come back as whom they have invited before.
    """
    allowed = grantable_by(role) if role else []
    for invitation in enterprise.invitations.pending().filter(invited_by=person).exclude(role__in=allowed):
        _withdraw(invitation, by=None)


def _withdraw(invitation: Invitation, *, by: User | None) -> None:
    advance(invitation, "withdraw", by=by)
    record(invitation.enterprise, PEOPLE, "withdraw-invitation", by=by, details={"invitation": invitation.pk})


def _send(invitation: Invitation, *, by: User) -> None:
    nonce = new_nonce()
    token = token_of(nonce, settings.SECRET_KEY)
    event = advance(
        invitation,
        "send",
        by=by,
        nonce=nonce,
        token_hash=fingerprint(token),
        expires_at=timezone.now() + datetime.timedelta(days=settings.INVITATION_DAYS),
        sent_at=timezone.now(),
    )
    tell_invited(invitation, event)


def _check(enterprise: Enterprise, email: str, role: str, membership: Membership) -> None:
    if role not in grantable_by(membership.role):
        raise _above()
    if enterprise.memberships.filter(person__email__iexact=email).exists():
        raise NotAllowedError(_("Whoever has this address is a member already."), code="member")
    earlier, now = enterprise.invitations.filter(email__iexact=email), timezone.now()
    if earlier.pending().exists():
        raise NotAllowedError(_("This address has been invited already."), code="invited")
    # Withdrawn and made anew, letters would go out without end.
    if earlier.fresh(now).exists():
        raise _fresh()
    if enterprise.invitations.counting(now).count() >= settings.INVITATIONS_PENDING:
        raise NotAllowedError(
            _("Too many invitations wait for an answer or were withdrawn today: try again tomorrow."), code="many"
        )


def _fresh() -> NotAllowedError:
    return NotAllowedError(_("This invitation was sent a moment ago: wait before you send it again."), code="many")


def _own() -> NotAllowedError:
    return NotAllowedError(_("Nobody takes up an invitation of their own: a colleague has to send it."), code="own")


def _above() -> NotAllowedError:
    return NotAllowedError(_("You cannot invite anybody into a role above your own."), code="role")
