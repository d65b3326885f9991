"""Invitations to take part in a matter: made and sent, sent anew, revoked, accepted; and taking part ends."""

import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from enterprises.models import Membership
from enterprises.models.enterprise import new_key
from legal.matters import crossing
from legal.matters.actions import guarding
from legal.matters.actions.guarding import lock_for_member
from legal.matters.kinds import Side
from legal.matters.models import Actor, Matter, Party, Representative
from legal.serving.actions.arriving import arrive_in_portal
from legal.serving.actions.guarding import lock_for_officer, note, require_open
from legal.serving.consent import has_consent, of_lawyer, of_party, receiver_of, require_consent
from legal.serving.models import Invitation, Participant
from legal.serving.models.invitation import PAUSE, Standing, fingerprint, new_nonce, token_of
from legal.serving.models.participant import today
from legal.serving.telling import tell_invited
from portal.accounts.addresses import same
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
    if there is None or _has_ended(there):
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
    _require_authority(there)
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
def accept(token: str, *, by: User) -> Participant:
    """Take part in the matter an invitation is for; Entry. What was served before is at disposal from now on.

    Raises `NotAllowedError` as `addressed`; "consent" where what leaves China was not agreed to; "own" for whom
    the matter is that of their enterprise, or one they handle; "member".
    """
    found = addressed(token, by=by)
    held = guarding.lock(found.matter)
    invitation = addressed(token, by=by)
    _require_another(held, invitation, by=by)
    if not has_consent(held, receiver_of(invitation)):
        raise NotAllowedError(
            _("Nothing of this matter may be shown to you at present. Ask whoever invited you."), code="consent"
        )
    moment = timezone.now()
    Invitation.objects.filter(pk=invitation.pk).update(accepted_by=by, accepted_at=moment)
    participant = Participant.objects.create(
        key=new_key(), matter=held, party=invitation.party, user=by, invitation=invitation, joined_at=moment
    )
    actor = Actor.MEMBER if participant.is_of_the_applicant else Actor.OTHER
    note(held, "join", by=by, actor=actor, details={"party": invitation.party.position})
    if not participant.is_representative:
        arrive_in_portal(invitation.party, at=moment)
    return participant


def addressed(token: str, *, by: User) -> Invitation:
    """The invitation a token is for, for who may take it up.

    `NotAllowedError` "unknown" for a token nobody sent, or that was sent anew; "used", "expired", "revoked";
    "authority" where that of the representative has ended; "address" where it was sent to another address than the one
    whoever acts has confirmed.
    """
    invitation = found_by(token)
    # An address stands in an account only once it is confirmed.
    if not same(invitation.email, by.email):
        raise NotAllowedError(
            _("This invitation was sent to another address. Sign in with the address it was sent to."), code="address"
        )
    return invitation


def found_by(token: str) -> Invitation:
    """The invitation a token is for, whoever asks; else `NotAllowedError` as `addressed` says why not."""
    matching = Invitation.objects.bearing(token)
    invitation = matching.select_related("matter__enterprise__country", "party__country", "representative").first()
    if invitation is None:
        raise NotAllowedError(
            _("This invitation is not known. If a later letter came, follow the link in that one."), code="unknown"
        )
    if invitation.is_open and not invitation.matter.is_ended:
        _require_authority(invitation)
        return invitation
    raise {
        Standing.ACCEPTED: NotAllowedError(
            _("This invitation was accepted already. Sign in with the account that accepted it."), code="used"
        ),
        Standing.EXPIRED: NotAllowedError(
            _("The days of this invitation are over. Ask whoever sent it for a new one."), code="expired"
        ),
    }.get(invitation.standing, NotAllowedError(_("This invitation was revoked."), code="revoked"))


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


def _require_authority(invitation: Invitation) -> None:
    if invitation.representative is not None and _has_ended(invitation.representative):
        raise NotAllowedError(_("The authority of this representative has ended."), code="authority")


def _has_ended(representative: Representative) -> bool:
    until = representative.valid_until
    return representative.revoked_at is not None or (until is not None and until < today())


def _require_new(party: Party, email: str) -> None:
    waiting = party.invitations.waiting().filter(email__iexact=email).exists()
    if waiting or party.participants.standing().filter(user__email__iexact=email).exists():
        raise NotAllowedError(_("This address has been invited already."), code="invited")


def _require_another(matter: Matter, invitation: Invitation, *, by: User) -> None:
    own = Membership.objects.filter(enterprise=matter.enterprise, person=by).exists()
    other_side = invitation.party.side != Side.APPLICANT
    sides = Participant.objects.standing().filter(matter=matter, user=by).exclude(party__side=invitation.party.side)
    if (own and other_side) or sides.exists() or Matter.objects.handled_by(by).filter(pk=matter.pk).exists():
        raise NotAllowedError(_("Nobody takes part on two sides of a matter, or in one they handle."), code="own")
    if Participant.objects.filter(party=invitation.party, user=by, revoked_at=None).exists():
        raise NotAllowedError(_("You take part for this party already."), code="member")


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
