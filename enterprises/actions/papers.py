"""Papers handed in for a registration, and taken back."""

from django.db import transaction
from django.utils.translation import gettext as _

from enterprises.actions.guarding import lock_as
from enterprises.actions.reopening import reopen
from enterprises.models import Enterprise
from enterprises.papers import FORMER, PURPOSES, VOUCHING
from enterprises.policies import Right
from enterprises.states import PEOPLE, State
from portal.accounts.models import User
from portal.files import actions as files
from portal.files.models import File
from portal.privacy.actions.consents import has_consent
from portal.privacy.models import Purpose as ConsentPurpose
from portal.workflow.actions import record
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def put(enterprise: Enterprise, purpose: str, file: File | None, *, by: User) -> None:
    """Let a file on one's own shelf be the paper for a purpose, as `licence`, in the place of what was; Event.

    The same file again changes nothing, None takes it back. What an enterprise was verified by stays, aside, until the
    new paper is verified, and a verified enterprise goes back into the queue with the new one.

    Raises `NotAllowedError` "role", "state", "verified" for a paper that would be taken back with none in its place,
    or "consent" for an identity document of who has not agreed that sensitive data are kept; and what
    `portal.files.actions.hand_in` does where the file is not one's own.
    """
    held, _membership = lock_as(enterprise, Right.EDIT, by=by)
    before = list(File.objects.of(held, PURPOSES[purpose].slug))
    _check(held, purpose, file, before, by=by)
    if file in before:
        return
    for old in before:
        _take_out(old, held, purpose)
        record(held, PEOPLE, "remove-paper", by=by, details={"purpose": purpose})
    if file is not None:
        files.hand_in(file, owner=held, by=by)
        record(held, PEOPLE, "receive-paper", by=by, details={"purpose": purpose})
        if _vouches(held, purpose):
            reopen(held, {"purpose": purpose}, by=by)


def fingerprints(enterprise: Enterprise) -> dict[str, str]:
    """The SHA-256 of each paper an enterprise is verified by, as `licence`."""
    slugs = {PURPOSES[name].slug: name for name in VOUCHING}
    papers = File.objects.of(enterprise).filter(purpose__in=slugs)
    return {slugs[paper.purpose]: paper.sha256 for paper in papers}


def remove_former(enterprise: Enterprise) -> None:
    """Remove the papers others have taken the place of, within the transaction that verifies those."""
    for file in File.objects.of(enterprise, FORMER.slug):
        files.drop(file)


def remove_all(enterprise: Enterprise) -> None:
    """Remove every paper of an enterprise, within the transaction of whoever discards it."""
    for file in File.objects.belonging_to(enterprise):
        files.drop(file)


def _check(enterprise: Enterprise, purpose: str, file: File | None, before: list[File], *, by: User) -> None:
    if file is not None and PURPOSES[purpose].sensitive and not has_consent(by, ConsentPurpose.SENSITIVE):
        raise NotAllowedError(_("Agree first that sensitive data are kept."), code="consent")
    if not enterprise.is_editable:
        raise NotAllowedError(_("Nothing can be changed as it stands now."), code="state")
    if file is None and before and _vouches(enterprise, purpose):
        raise NotAllowedError(
            _("The enterprise was verified by this paper: hand in another in its place."), code="verified"
        )


def _vouches(enterprise: Enterprise, purpose: str) -> bool:
    """Whether an enterprise is verified, and by papers for such a purpose."""
    return enterprise.state == State.VERIFIED and purpose in VOUCHING


def _take_out(file: File, enterprise: Enterprise, purpose: str) -> None:
    """Set a paper aside by which the enterprise was verified; remove any other."""
    verified = enterprise.verified_at
    if purpose in VOUCHING and verified and file.received_at and file.received_at <= verified:
        file.purpose = FORMER.slug
        file.save(update_fields=["purpose"])
    else:
        files.drop(file)
