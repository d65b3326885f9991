"""A request is begun and written, for nobody else to see yet, or thrown away."""

from typing import Final

from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from enterprises.actions.guarding import require
from enterprises.models import Enterprise
from enterprises.models.enterprise import new_key
from enterprises.policies import Right
from legal.enquiries.actions.guarding import (
    lock_draft,
    require_taking,
    require_verified,
)
from legal.enquiries.eligible import is_abroad, recipient_of
from legal.enquiries.models import Enquiry, Party
from legal.lawyers.models import Lawyer
from portal.accounts.models import User
from portal.reference.models import Jurisdiction
from portal.workflow.errors import NotAllowedError

MOST_PARTIES: Final = 10


@transaction.atomic
def begin(
    lawyer: Lawyer, *, enterprise: Enterprise, jurisdiction: Jurisdiction, language: str, facts: str, by: User
) -> Enquiry:
    """Write down what an enterprise wants to ask a lawyer, for nobody else to see yet.

    Raises `NotAllowedError`: "role"; "verified" where staff have not verified the enterprise; "lawyer" where this
    lawyer takes no such request; "own" to the lawyer; "open" where a request to this lawyer is under way.
    """
    require(enterprise, Right.EDIT, by=by)
    require_verified(enterprise)
    require_taking(lawyer, jurisdiction, by=by)
    key = new_key()
    with translation.override(language):
        aim = _("Request %(key)s for a consultation on the law of %(jurisdiction)s") % {
            "key": key,
            "jurisdiction": jurisdiction,
        }
        recipient = recipient_of(lawyer)
    try:
        with transaction.atomic():
            return Enquiry.objects.create(
                key=key,
                enterprise=enterprise,
                lawyer=lawyer,
                asked_by=by,
                jurisdiction=jurisdiction,
                language=language,
                facts=facts,
                leaves_china=is_abroad(lawyer),
                recipient=recipient,
                aim=aim[:200],
            )
    except IntegrityError as error:
        raise NotAllowedError(
            _("A request of this enterprise to this lawyer is under way already."), code="open"
        ) from error


@transaction.atomic
def rewrite(enquiry: Enquiry, *, facts: str, by: User) -> None:
    """Write anew what a draft is about. `NotAllowedError` "role" or "state"."""
    held = lock_draft(enquiry, by=by)
    held.facts = facts
    held.save(update_fields=["facts"])


@transaction.atomic
def add_party(
    enquiry: Enquiry,
    *,
    side: str,
    name: str,
    other_name: str = "",
    country: Jurisdiction | None = None,
    number: str = "",
    by: User,
) -> Party:
    """Name somebody a draft concerns. `NotAllowedError` "role", "state", or "many"."""
    held = lock_draft(enquiry, by=by)
    if held.parties.count() >= MOST_PARTIES:
        raise NotAllowedError(_("More parties than these cannot be named in one request."), code="many")
    party = Party(enquiry=held, side=side, name=name, other_name=other_name, country=country, number=number)
    party.key_names()
    party.save()
    return party


@transaction.atomic
def remove_party(party: Party, *, by: User) -> None:
    """Take somebody out of a draft. `NotAllowedError` "role" or "state"."""
    lock_draft(party.enquiry, by=by)
    party.delete()


@transaction.atomic
def discard(enquiry: Enquiry, *, by: User) -> None:
    """Throw a draft away. `NotAllowedError` "role" or "state"."""
    lock_draft(enquiry, by=by).delete()
