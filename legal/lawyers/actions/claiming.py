"""Claims to profiles and firms that nobody keeps: made with a proof, decided by moderators."""

import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.lawyers.actions.guarding import lock, lock_claim, require_moderator
from legal.lawyers.models import Claim, Firm, FirmMember, Lawyer
from legal.lawyers.papers import proofs
from legal.lawyers.states import KEEPING, ClaimState
from legal.lawyers.telling import tell_claimant, tell_moderators
from portal.accounts.models import User
from portal.files import actions as files
from portal.files.models import File
from portal.workflow import actions as desk
from portal.workflow.actions import advance, record
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event

DAY = datetime.timedelta(days=1)


@transaction.atomic
def claim(subject: Lawyer | Firm, *, statement: str, proof: File, by: User) -> Claim:
    """Claim a profile or a firm that nobody keeps, with a paper from one's own shelf; notice to the moderators.

    Nothing is gained before it is decided. Raises `NotAllowedError`: "kept" where somebody keeps it; "own" for a
    lawyer's profile where one has a profile already; "once" where one's own claim waits; "many" where too many of
    one's claims wait or were made today; and what `portal.files.actions.hand_in` raises.
    """
    # One claim of a person after the other: two at once would both find room for one more.
    _lock_person(by.pk)
    held = lock(subject)
    _require_free(held, by)
    mine = Claim.objects.of(by)
    named = {"lawyer": held} if isinstance(held, Lawyer) else {"firm": held}
    if mine.open().filter(**named).exists():
        raise NotAllowedError(_("You have claimed this already."), code="once")
    recent = mine.filter(asked_at__gt=timezone.now() - DAY).count()
    if mine.open().count() >= settings.LAWYER_CLAIMS or recent >= settings.LAWYER_CLAIMS_A_DAY:
        raise NotAllowedError(_("Too many of your claims wait or were made today: try again later."), code="many")
    made = Claim.objects.create(user=by, statement=statement, **named)
    files.hand_in(proof, owner=made, by=by)
    event = record(made, KEEPING, "begin", by=by)
    tell_moderators("claim-waiting", held, event, about=made)
    return made


@transaction.atomic
def withdraw(made: Claim, *, by: User) -> Event:
    """Give up a claim of one's own, with its paper; Event. `NotAllowedError` "role" or "state"."""
    held = lock_claim(made)
    if held.user_id != by.pk:
        raise NotAllowedError(_("Only whoever made this claim may do this."), code="role")
    event = advance(held, "withdraw", by=by, statement="")
    _end(held)
    return event


@transaction.atomic
def accept(made: Claim, *, by: User) -> Event:
    """Hand a profile to whoever claimed it; every other claim to it is refused; Events, notices.

    `NotAllowedError` "role", "own", "state", "kept" where somebody keeps it by now, or "holder" where the claimant has
    another profile by now.
    """
    _lock_person(made.user_id)
    held = _decidable(made, by=by)
    subject = held.subject
    _require_free(subject, held.user)
    event = advance(held, "accept", by=by, details={"papers": [proof.sha256 for proof in proofs(held)]})
    if isinstance(subject, Lawyer):
        # Its page asks nobody to claim it any more, and takes requests.
        subject.user, subject.changed_at = held.user, timezone.now()
        subject.save(update_fields=["user", "changed_at"])
    else:
        FirmMember.objects.update_or_create(firm=subject, user=held.user, defaults={"administrator": True})
    record(subject, KEEPING, "hand-to", by=by, details={"person": held.user_id})
    tell_claimant("claim-accepted", held, event)
    for rival in subject.claims.open().exclude(pk=held.pk):
        _refuse(rival, _("Somebody else has proved that this profile is theirs."), by=by)
    return event


@transaction.atomic
def refuse(made: Claim, *, reason: str, by: User) -> Event:
    """Refuse a claim for a reason the claimant reads; Event, notice.

    `NotAllowedError` "role", "own", "state" or "reason".
    """
    return _refuse(_decidable(made, by=by), reason, by=by)


def is_free(subject: Lawyer | Firm) -> bool:
    """Whether nobody keeps a profile, and it is shown and of somebody real, so that it can be claimed."""
    if isinstance(subject, Lawyer):
        return subject.user_id is None and subject.is_published and not subject.sample
    return subject.is_verified and not subject.sample and not subject.members.filter(administrator=True).exists()


def _refuse(held: Claim, reason: str, *, by: User) -> Event:
    event = advance(held, "refuse", by=by, reason=reason, remark=reason.strip())
    _end(held)
    tell_claimant("claim-refused", held, event)
    return event


def _end(held: Claim) -> None:
    """A claim that came to nothing leaves no paper behind."""
    desk.clear_desk(held)
    for proof in File.objects.belonging_to(held):
        files.drop(proof)


def _decidable(made: Claim, *, by: User) -> Claim:
    held = lock_claim(made)
    require_moderator(held.subject, by=by)
    if held.user_id == by.pk:
        raise NotAllowedError(_("This is your own profile or firm: a colleague has to decide."), code="own")
    if held.state != ClaimState.ASKED:
        raise NotAllowedError(_("This claim does not wait for a decision."), code="state")
    return held


def _lock_person(key: int) -> None:
    """A person, locked before the profile by everybody; who is told something meanwhile need not wait."""
    User.objects.select_for_update(no_key=True).get(pk=key)


def _require_free(subject: Lawyer | Firm, user: User) -> None:
    if not is_free(subject):
        raise NotAllowedError(_("Somebody keeps this profile already, or it is not shown."), code="kept")
    if isinstance(subject, Lawyer) and Lawyer.objects.filter(user=user).exists():
        raise NotAllowedError(
            _("Whoever has a profile cannot take a second one: discard the one that was never published first."),
            code="own",
        )
