"""Which lawyers may be asked, about the law of which countries, and whether what they are told leaves China."""

from collections.abc import Iterable

from django.utils import translation

from legal.enquiries.models import Enquiry
from legal.lawyers.models import Lawyer
from legal.lawyers.offers import CHINA, PRC_KINDS, may_handle
from portal.reference.models import Jurisdiction


def laws_of(lawyer: Lawyer) -> list[Jurisdiction]:
    """The jurisdictions on whose law a lawyer may be asked now: none where the lawyer takes no requests.

    That is where the profile is published, somebody keeps it, and new matters are taken; by admission and by what the
    kind of lawyer may offer.
    """
    if not (lawyer.is_published and lawyer.user_id and lawyer.takes_new_matters):
        return []
    admitted = [admission.jurisdiction for admission in lawyer.admissions.all()]
    codes = {one.code for one in admitted}
    return [one for one in admitted if may_handle(lawyer.kind, one.code, admitted=codes)]


def is_abroad(lawyer: Lawyer) -> bool:
    """Whether what reaches a lawyer leaves China, or may: all but PRC lawyers in firms of China.

    A representative office hands what it is told to its firm abroad.
    """
    return lawyer.kind not in PRC_KINDS or bool(lawyer.firm and lawyer.firm.jurisdiction.code != CHINA)


def recipient_of(lawyer: Lawyer) -> str:
    """Whom a consent names, in the active language: the lawyer, the firm, the number of the licence."""
    return _joined([lawyer, lawyer.firm, lawyer.licence_number])[:200]


def is_as_agreed(enquiry: Enquiry) -> bool:
    """Whether the lawyer is still whom the consents name: another recipient wants another one (PIPL 23, 39 abroad)."""
    with translation.override(enquiry.language):
        recipient = recipient_of(enquiry.lawyer)
    return (recipient, is_abroad(enquiry.lawyer)) == (enquiry.recipient, enquiry.leaves_china)


def _joined(parts: Iterable[object]) -> str:
    return " · ".join(str(part) for part in parts if part)
