"""Who speaks for a party: named, revoked, taken out."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.matters import chain, crossing
from legal.matters.actions.drafting import touch
from legal.matters.actions.guarding import lock_for_member, lock_to_write
from legal.matters.kinds import Side
from legal.matters.models import Actor, Matter, Party, Representative
from portal.accounts.models import User
from portal.files import actions as files
from portal.files.models import File
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def appoint(
    party: Party,
    *,
    name: str,
    authority: File,
    valid_from: datetime.date,
    valid_until: datetime.date | None = None,
    by: User,
) -> Representative:
    """Name somebody who speaks for a party on one's own side, by a paper from one's own shelf; Entry.

    Raises `NotAllowedError` "role", "state", "side" for a party of another side, "gone" where the party was taken out
    meanwhile; and what `portal.files.actions.hand_in` does where the file is not one's own.
    """
    held = lock_to_write(party.matter, version=None, by=by)
    there = held.parties.filter(pk=party.pk).first()
    if there is None:
        raise NotAllowedError(_("This party was taken out meanwhile."), code="gone")
    if there.side != Side.APPLICANT:
        raise NotAllowedError(_("The other side names its representatives itself."), code="side")
    paper = files.hand_in(authority, owner=held, by=by)
    representative = Representative.objects.create(
        matter=held, party=there, name=name, authority=paper, valid_from=valid_from, valid_until=valid_until
    )
    touch(held, "appoint", by=by, details={"party": there.position, "representative": representative.pk})
    return representative


@transaction.atomic
def revoke(representative: Representative, *, by: User) -> None:
    """End the authority of a representative, however far the matter is; Entry. Nothing where it has ended so already.

    Raises `NotAllowedError` "role", or "gone" where they were taken out meanwhile.
    """
    held = lock_for_member(representative.matter, by=by)
    there = _still(held, representative)
    if there.revoked_at is None:
        there.revoked_at = timezone.now()
        there.save(update_fields=["revoked_at"])
        crossing.mark(held)
        chain.append(held, "revoke", by=by, actor=Actor.MEMBER, details={"representative": there.pk})


@transaction.atomic
def remove(representative: Representative, *, by: User) -> None:
    """Take a representative and the paper out of what was never submitted; Entry.

    Raises `NotAllowedError` "role", "gone", or "state" where the matter was submitted: authority is revoked then.
    """
    held = lock_to_write(representative.matter, version=None, by=by)
    there = _still(held, representative)
    if not held.is_draft:
        raise NotAllowedError(_("What was submitted stays: revoke the authority."), code="state")
    paper = there.authority
    there.delete()
    if paper:
        files.drop(paper)
    touch(held, "remove-representative", by=by, details={"representative": representative.pk})


def _still(matter: Matter, representative: Representative) -> Representative:
    there = matter.representatives.select_related("authority").filter(pk=representative.pk).first()
    if there is None:
        raise NotAllowedError(_("This representative was taken out meanwhile."), code="gone")
    found: Representative = there
    return found
