"""Papers handed in for a registration, and taken back."""

from django.db import transaction
from django.utils.translation import gettext as _

from enterprises.actions.guarding import lock_as
from enterprises.models import Enterprise
from enterprises.papers import PURPOSES
from enterprises.policies import Right
from enterprises.states import PEOPLE
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

    The same file again changes nothing, None takes it back. Raises `NotAllowedError` "role", "state", or "consent"
    for an identity document of who has not agreed that sensitive data are kept; and what
    `portal.files.actions.hand_in` does where the file is not one's own.
    """
    held, _membership = lock_as(enterprise, Right.EDIT, by=by)
    if file is not None and PURPOSES[purpose].sensitive and not has_consent(by, ConsentPurpose.SENSITIVE):
        raise NotAllowedError(_("Agree first that sensitive data are kept."), code="consent")
    if not held.is_editable:
        raise NotAllowedError(_("Nothing can be changed as it stands now."), code="state")
    before = File.objects.of(held, PURPOSES[purpose].slug)
    if file is not None and before.filter(pk=file.pk).exists():
        return
    for old in before:
        files.remove(old, by=by)
        record(held, PEOPLE, "remove-paper", by=by, details={"purpose": purpose})
    if file is not None:
        files.hand_in(file, owner=held, by=by)
        record(held, PEOPLE, "receive-paper", by=by, details={"purpose": purpose})


def remove_all(enterprise: Enterprise) -> None:
    """Remove every paper of an enterprise, within the transaction of whoever discards it."""
    for file in File.objects.belonging_to(enterprise):
        files.drop(file)
