"""Invitations as those they were sent to take them up, by the token of the letter."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from enterprises.models import Membership
from enterprises.models.enterprise import new_key
from legal.matters.actions import guarding
from legal.matters.kinds import Side
from legal.matters.models import Actor, Matter
from legal.serving.actions.arriving import arrive_in_portal
from legal.serving.actions.guarding import note, require_authority
from legal.serving.consent import has_consent, receiver_of
from legal.serving.models import Invitation, Participant
from legal.serving.models.invitation import Standing
from portal.accounts.addresses import same
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError


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
        require_authority(invitation)
        return invitation
    raise {
        Standing.ACCEPTED: NotAllowedError(
            _("This invitation was accepted already. Sign in with the account that accepted it."), code="used"
        ),
        Standing.EXPIRED: NotAllowedError(
            _("The days of this invitation are over. Ask whoever sent it for a new one."), code="expired"
        ),
    }.get(invitation.standing, NotAllowedError(_("This invitation was revoked."), code="revoked"))


def _require_another(matter: Matter, invitation: Invitation, *, by: User) -> None:
    own = Membership.objects.filter(enterprise=matter.enterprise, person=by).exists()
    other_side = invitation.party.side != Side.APPLICANT
    sides = Participant.objects.standing().filter(matter=matter, user=by).exclude(party__side=invitation.party.side)
    if (own and other_side) or sides.exists() or Matter.objects.handled_by(by).filter(pk=matter.pk).exists():
        raise NotAllowedError(_("Nobody takes part on two sides of a matter, or in one they handle."), code="own")
    if Participant.objects.filter(party=invitation.party, user=by, revoked_at=None).exists():
        raise NotAllowedError(_("You take part for this party already."), code="member")
