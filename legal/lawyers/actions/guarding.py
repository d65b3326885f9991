"""What each action asks first: may this person do that, and does it still stand so."""

from typing import TypeVar, cast

from django.utils.translation import gettext as _

from legal.lawyers.models import Claim, Firm, FirmMember, Lawyer, Revision
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError

Subject = TypeVar("Subject", bound=Lawyer | Firm)


def lock(subject: Subject) -> Subject:
    """The lawyer or the firm as it stands now; nobody else changes it until the transaction ends.

    `NotAllowedError` "gone" where it was discarded meanwhile. Whoever locks a revision or a claim, too, locks its
    subject first.
    """
    rows = type(subject)._default_manager.select_for_update(of=("self",))
    held = cast("Subject | None", rows.filter(pk=subject.pk).first())
    if held is None:
        raise NotAllowedError(_("This profile was discarded meanwhile."), code="gone")
    return held


def lock_kept(subject: Subject, *, by: User) -> Subject:
    """The lawyer or the firm, locked, for whoever keeps it; `NotAllowedError` "role" for anybody else."""
    held = lock(subject)
    if not keeps(held, by):
        raise NotAllowedError(_("Only whoever keeps this profile may do this."), code="role")
    return held


def lock_revision(revision: Revision) -> Revision:
    """The revision as it stands now, with its subject, both locked."""
    subject = lock(revision.subject)
    held = Revision.objects.select_for_update().get(pk=revision.pk)
    setattr(held, "lawyer" if isinstance(subject, Lawyer) else "firm", subject)
    return held


def lock_claim(claim: Claim) -> Claim:
    """The claim as it stands now, with its subject, both locked."""
    subject = lock(claim.subject)
    held = Claim.objects.select_for_update(of=("self",)).select_related("user").get(pk=claim.pk)
    setattr(held, "lawyer" if isinstance(subject, Lawyer) else "firm", subject)
    return held


def keeps(subject: Lawyer | Firm, user: User) -> bool:
    """Whether somebody keeps a profile: the lawyer themselves, or an administrator of the firm."""
    if isinstance(subject, Lawyer):
        return subject.user_id == user.pk
    return FirmMember.objects.filter(firm=subject, user=user, administrator=True).exists()


def require_moderator(subject: Lawyer | Firm, *, by: User) -> None:
    """`NotAllowedError` "role" for who may not decide such profiles, "own" for whom it concerns."""
    right = "lawyers.verify_lawyer" if isinstance(subject, Lawyer) else "lawyers.verify_firm"
    if not by.has_perm(right):
        raise NotAllowedError(_("Only staff who verify licences may do this."), code="role")
    if _concerns(subject, by):
        raise NotAllowedError(_("This is your own profile or firm: a colleague has to decide."), code="own")


def may_decide(subject: Lawyer | Firm, user: User) -> bool:
    """Whether somebody can decide what concerns a profile at all."""
    try:
        require_moderator(subject, by=user)
    except NotAllowedError:
        return False
    return True


def _concerns(subject: Lawyer | Firm, user: User) -> bool:
    if isinstance(subject, Lawyer):
        return subject.user_id == user.pk
    return FirmMember.objects.filter(firm=subject, user=user).exists()
