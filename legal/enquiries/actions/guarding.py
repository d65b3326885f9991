"""What each action asks first: from which side somebody acts, and whether the lawyer may be shown anything."""

from django.utils.translation import gettext as _

from enterprises.actions.guarding import require
from enterprises.models import Enterprise
from enterprises.policies import Right
from enterprises.states import State as Registration
from legal.enquiries.eligible import laws_of
from legal.enquiries.models import Enquiry
from legal.lawyers.models import Lawyer
from portal.accounts.models import User
from portal.reference.models import Jurisdiction
from portal.workflow.errors import NotAllowedError


def lock(enquiry: Enquiry) -> Enquiry:
    """The request as it stands now, and nobody else changes it until the transaction ends; with its consents.

    `NotAllowedError` "gone" where it was a draft, and thrown away meanwhile.
    """
    if Enquiry.objects.select_for_update(of=("self",)).filter(pk=enquiry.pk).first() is None:
        raise NotAllowedError(_("This request was thrown away meanwhile."), code="gone")
    held: Enquiry = Enquiry.objects.with_sides().with_consent().get(pk=enquiry.pk)
    return held


def lock_for_member(enquiry: Enquiry, *, by: User) -> Enquiry:
    """The request, locked, for a member who may act for the enterprise; `NotAllowedError` "role" for anybody else."""
    held = lock(enquiry)
    require(held.enterprise, Right.EDIT, by=by)
    return held


def lock_draft(enquiry: Enquiry, *, by: User) -> Enquiry:
    """The request, locked, while it is written; `NotAllowedError` "role", or "state" where it was sent already."""
    held = lock_for_member(enquiry, by=by)
    if not held.is_draft:
        raise NotAllowedError(_("The request was sent already."), code="state")
    return held


def lock_for_lawyer(enquiry: Enquiry, *, by: User) -> Enquiry:
    """The request, locked, for the lawyer it is for.

    `NotAllowedError` "role" for anybody else, "consent" where who asked does not agree that the lawyer sees it.
    """
    held = lock(enquiry)
    if held.lawyer.user_id != by.pk:
        raise NotAllowedError(_("Only the lawyer whom it is for may do this."), code="role")
    require_consent(held)
    return held


def lock_from_either_side(enquiry: Enquiry, *, by: User) -> tuple[Enquiry, bool]:
    """The request, locked, and whether it is the lawyer who acts; `NotAllowedError` "role" or "consent"."""
    held = lock(enquiry)
    if held.lawyer.user_id != by.pk:
        require(held.enterprise, Right.EDIT, by=by)
    require_consent(held)
    return held, held.lawyer.user_id == by.pk


def require_consent(enquiry: Enquiry) -> None:
    """`NotAllowedError` "consent" where nothing of the request may go to the lawyer (PIPL 23, and 39 abroad)."""
    if not enquiry.is_agreed:
        raise NotAllowedError(
            _("Nothing of this request may be passed on: whoever asked has not agreed, or agrees no longer."),
            code="consent",
        )


def require_open(enquiry: Enquiry) -> None:
    """`NotAllowedError` "state" where the lawyer has not been shown the request, or it has ended."""
    if not enquiry.is_unlocked:
        raise NotAllowedError(_("This cannot be done with the request as it stands now."), code="state")


def require_verified(enterprise: Enterprise) -> None:
    """`NotAllowedError` "verified" where staff have not verified an enterprise."""
    if enterprise.state != Registration.VERIFIED:
        raise NotAllowedError(
            _("Requests are sent by enterprises whose registration has been verified."), code="verified"
        )


def require_taking(lawyer: Lawyer, jurisdiction: Jurisdiction, *, by: User) -> None:
    """`NotAllowedError` "own" to the lawyer, "lawyer" where this lawyer takes no request on this law."""
    if lawyer.user_id == by.pk:
        raise NotAllowedError(_("Nobody asks themselves for a consultation."), code="own")
    if jurisdiction not in laws_of(lawyer):
        raise NotAllowedError(_("This lawyer takes no requests on this law now."), code="lawyer")
