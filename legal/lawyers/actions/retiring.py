"""What becomes of a profile and of what somebody is in firms when their account is deleted."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.lawyers.actions.claiming import withdraw as withdraw_claim
from legal.lawyers.actions.firms import step_down
from legal.lawyers.actions.guarding import lock_kept
from legal.lawyers.actions.revising import remove_papers, withdraw
from legal.lawyers.models import Claim, Firm, FirmMember, Lawyer
from legal.lawyers.states import KEEPING, State
from portal.accounts.models import User
from portal.files import actions as files
from portal.files.models import File
from portal.workflow.actions import advance, record

# What a lawyer has written themselves.
WORDS = ("summary", "fees")
PARTS = ("admissions", "skills", "office_hours", "education", "publications", "mentions", "portraits", "invitations")


@transaction.atomic
def retire(lawyer: Lawyer, *, by: User) -> None:
    """Take a profile from readers and from its lawyer; Events.

    One that was never verified is gone. Of another the name, the licence and who verified it stay, hidden: whoever was
    advised must be able to learn by whom. `NotAllowedError` "role".
    """
    held = lock_kept(lawyer, by=by)
    for revision in held.revisions.open():
        withdraw(revision, by=by)
    for revision in held.revisions.all():
        remove_papers(revision)
    held.refresh_from_db()
    if not held.is_verified:
        held.delete()
        return
    held.revisions.all().delete()
    _empty(held)
    if held.state == State.PUBLISHED:
        advance(held, "hide", by=by, reason=_("The account of the lawyer was deleted."))
    record(held, KEEPING, "erase", by=by)


@transaction.atomic
def leave_firms(user: User) -> None:
    """End what somebody is in firms; a firm whose last administrator goes is handed back, of which moderators hear."""
    for firm in Firm.objects.administered_by(user):
        step_down(firm, handing_back=True, by=user)
    FirmMember.objects.filter(user=user).delete()


@transaction.atomic
def drop_claims(user: User) -> None:
    """Take out what somebody has claimed, with its papers; what waits is withdrawn first."""
    for claim in Claim.objects.of(user).open():
        withdraw_claim(claim, by=user)
    for claim in Claim.objects.of(user):
        for file in File.objects.belonging_to(claim):
            files.drop(file)
        claim.delete()


def _empty(lawyer: Lawyer) -> None:
    columns = [f"{field}_{language}" for field in WORDS for language in ("zh_hans", "en", "ru")]
    for column in columns:
        setattr(lawyer, column, "")
    lawyer.user, lawyer.firm, lawyer.photo = None, None, None
    lawyer.takes_new_matters, lawyer.changed_at = False, timezone.now()
    lawyer.save(update_fields=[*columns, "user", "firm", "photo", "takes_new_matters", "changed_at"])
    lawyer.topics.clear()
    for part in PARTS:
        getattr(lawyer, part).all().delete()
