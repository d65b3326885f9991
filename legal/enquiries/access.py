"""From which side somebody opens a request, and whether they may act in it."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from enterprises.models import Membership
from enterprises.policies import Right
from legal.enquiries.models import Enquiry
from legal.lawyers.models import Lawyer
from portal.accounts.acting import acting


@dataclass(frozen=True, slots=True)
class Seat:
    """A request as one side has it before them."""

    enquiry: Enquiry
    as_lawyer: bool
    may_act: bool

    @property
    def sees_parties(self) -> bool:
        return not self.as_lawyer or self.enquiry.is_agreed

    @property
    def sees_facts(self) -> bool:
        """The lawyer does once there is no conflict, and while the consent stands."""
        return not self.as_lawyer or (self.enquiry.is_agreed and self.enquiry.unlocked_at is not None)


def seat(request: HttpRequest, key: str, *, to_act: bool = False) -> Seat:
    """The request of this key for whoever asks.

    Http404 where it is none of theirs, or has not reached them: whether there is one stays unknown. PermissionDenied
    where they want to act and may only read.
    """
    user = acting(request)
    enquiry = Enquiry.objects.visible_to(user).with_sides().with_consent().filter(key=key).first()
    if enquiry is None:
        raise Http404(_("There is no such request among yours."))
    as_lawyer = enquiry.lawyer.user_id == user.pk
    found = Seat(enquiry, as_lawyer, as_lawyer or _may_edit(enquiry, user.pk))
    if to_act and not found.may_act:
        raise PermissionDenied(_("Your role in this enterprise does not allow this."))
    return found


def draft(request: HttpRequest, key: str) -> Enquiry:
    """A draft that whoever asks may write. Http404 where it was sent already; else both as `seat`."""
    found = seat(request, key, to_act=True)
    if not found.enquiry.is_draft:
        raise Http404(_("This request was sent already."))
    return found.enquiry


def own_profile(request: HttpRequest) -> Lawyer:
    """The lawyer whoever asks is; Http404 for who is none."""
    profile: Any = Lawyer.objects.filter(user=acting(request)).first()
    if profile is None:
        raise Http404(_("This page is for lawyers with a profile here."))
    found: Lawyer = profile
    return found


def _may_edit(enquiry: Enquiry, person: int) -> bool:
    membership = Membership.objects.filter(enterprise=enquiry.enterprise_id, person=person).first()
    return membership is not None and membership.may(Right.EDIT)
