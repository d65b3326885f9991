"""Invitations to take part in a matter: made and sent, sent anew, revoked; and taking part ends."""

import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.matters import crossing
from legal.matters.actions import guarding
from legal.matters.actions.guarding import lock_for_member
from legal.matters.models import Actor, Matter, Party, Representative
from legal.serving.actions.guarding import lock_for_officer, note, require_authority, require_open
from legal.serving.consent import of_lawyer, of_party, receiver_of, require_consent
from legal.serving.models import Invitation, Participant
from legal.serving.models.invitation import PAUSE, fingerprint, new_nonce, token_of
from legal.serving.models.participant import today
from legal.serving.telling import tell_invited
from portal.accounts.models import User
from portal.reference.models import Jurisdiction
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def invite(party: Party, *, email: str, language: str, by: User) -> Invitation:
    """Invite, as staff, whoever reads mail at an address to take part for a party; Entry, letter.

    Raises `NotAllowedError` "role", "state"; "own" for the enterprise itself; "consent" where the party is outside
    China and the applicant has not agreed; "invited" where the address waits, or takes part, already.
    """
    held = lock_for_officer(party.matter, by=by)
    return send_first(_still(held, party), email=email, language=language, by=by)


def send_first(party: Party, *, email: str, language: str, by: User) -> Invitation:
    """What `invite` does, within the transaction of whoever has asked whether it may be done."""
    if party.own:
        raise NotAllowedError(_("The enterprise invites its own people."), code="own")
    require_consent(party.matter, of_party(party))
    _require_new(party, email)
    return _made(party, None, country=party.country, email=email, language=language, by=by, actor=Actor.OFFICER)


@transaction.atomic
def invite_representative(
    representative: Representative, *, country: Jurisdiction, email: str, language: str, by: User
) -> Invitation:
    """Invite, for the enterprise, its representative from outside, who may take part while the authority lasts.

    Entry, letter. Raises `NotAllowedError` "role"; "authority" where it has ended or was revoked; "consent" where they
    are outside China and the applicant has not agreed; "invited"; "state" where the matter has ended.
    """
    held = lock_for_member(representative.matter, by=by)
    if held.is_ended:
        raise NotAllowedError(_("The matter has ended."), code="state")
    there = held.representatives.select_related("party__matter").filter(pk=representative.pk).first()
    if there is None or there.has_ended(today()):
        raise NotAllowedError(_("The authority of this representative has ended."), code="authority")
    require_consent(held, of_lawyer(there.name, country))
    _require_new(there.party, email)
    return _made(there.party, there, country=country, email=email, language=language, by=by, actor=Actor.MEMBER)


@transaction.atomic
def resend(invitation: Invitation, *, by: User) -> None:
    """Send an invitation anew: the link sent before works no more; Entry, letter.

    Raises `NotAllowedError` "role", "state" where it was accepted or revoked, "authority" where that of the
    representative has ended, "consent", or "many" where it was sent a moment ago.
    """
    held, actor = _lock(invitation, by=by)
    there = Invitation.objects.select_for_update(of=("self",)).waiting().filter(pk=invitation.pk).first()
    if there is None:
        raise NotAllowedError(_("This invitation was accepted or revoked meanwhile."), code="state")
    if not held.is_draft:
        require_open(held)
    require_authority(there)
    require_consent(held, receiver_of(there))
    if there.sent_at > timezone.now() - PAUSE:
        raise NotAllowedError(_("This invitation was sent a moment ago: wait before you send it again."), code="many")
    for name, value in _letter().items():
        setattr(there, name, value)
    there.save(update_fields=["nonce", "token_hash", "sent_at", "expires_at"])
    note(held, "resend", by=by, actor=actor, details={"invitation": there.pk})
    tell_invited(there)


@transaction.atomic
def revoke(invitation: Invitation, *, by: User) -> None:
    """Take an invitation back: its link works no more; Entry. `NotAllowedError` "role", or "state" as `resend`."""
    held, actor = _lock(invitation, by=by)
    if not Invitation.objects.waiting().filter(pk=invitation.pk).update(revoked_at=timezone.now()):
        raise NotAllowedError(_("This invitation was accepted or revoked meanwhile."), code="state")
    crossing.mark(held)
    note(held, "revoke-invitation", by=by, actor=actor, details={"invitation": invitation.pk})


@transaction.atomic
def end(participant: Participant, *, by: User) -> None:
    """Let somebody take part no longer; Entry. Nothing where it has ended so already. `NotAllowedError` "role"."""
    held, actor = _lock(participant.invitation, by=by)
    if Participant.objects.filter(pk=participant.pk, revoked_at=None).update(revoked_at=timezone.now()):
        crossing.mark(held)
        note(held, "leave", by=by, actor=actor, details={"party": participant.party.position})


def _lock(invitation: Invitation, *, by: User) -> tuple[Matter, Actor]:
    """The matter, for who sent such an invitation: its representatives the enterprise invites, the others staff."""
    if invitation.representative_id is not None:
        return lock_for_member(invitation.matter, by=by), Actor.MEMBER
    return guarding.lock_for_officer(invitation.matter, by=by), Actor.OFFICER


def _still(matter: Matter, party: Party) -> Party:
    there: Party | None = matter.parties.select_related("country", "matter").filter(pk=party.pk).first()
    if there is None:
        raise NotAllowedError(_("This party was taken out meanwhile."), code="gone")
    return there


def _require_new(party: Party, email: str) -> None:
    waiting = party.invitations.waiting().filter(email__iexact=email).exists()
    if waiting or party.participants.standing().filter(user__email__iexact=email).exists():
        raise NotAllowedError(_("This address has been invited already."), code="invited")


def _made(
    party: Party,
    representative: Representative | None,
    *,
    country: Jurisdiction,
    email: str,
    language: str,
    by: User,
    actor: Actor,
) -> Invitation:
    invitation = Invitation.objects.create(
        matter=party.matter,
        party=party,
        representative=representative,
        country=country,
        email=email,
        language=language,
        invited_by=by,
        **_letter(),
    )
    crossing.mark(party.matter)
    details = {"invitation": invitation.pk, "party": party.position}
    note(party.matter, "invite", by=by, actor=actor, details=details)
    tell_invited(invitation)
    return invitation


def _letter() -> dict[str, Any]:
    """What a letter makes new: the token, and the days it may be used."""
    nonce, moment = new_nonce(), timezone.now()
    return {
        "nonce": nonce,
        "token_hash": fingerprint(token_of(nonce, settings.SECRET_KEY)),
        "sent_at": moment,
        "expires_at": moment + datetime.timedelta(days=settings.INVITATION_DAYS),
    }
