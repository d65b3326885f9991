"""Requests as far as the actions bring them."""

from legal.enquiries.actions import answering, sending
from legal.enquiries.models import Enquiry
from portal.privacy.actions import record_consent
from portal.privacy.models import ConsentText, Purpose
from tests.factories import AskableLawyerFactory, EnquiryFactory, OfficeHoursFactory, PartyFactory


def agree(enquiry: Enquiry, *purposes: Purpose) -> None:
    """Let whoever asked agree that the lawyer is told."""
    for purpose in purposes or (Purpose.SHARING, Purpose.ABROAD):
        text = ConsentText.objects.get(purpose=purpose)
        record_consent(
            enquiry.asked_by,
            text,
            language="en",
            by=enquiry.asked_by,
            recipient=enquiry.recipient,
            aim=enquiry.aim,
        )


def bring(enquiry: Enquiry, to: str) -> Enquiry:
    """The request in a later state, brought there by what both sides do."""
    steps = {
        "checked": lambda: sending.send(enquiry, by=enquiry.asked_by),
        "named": lambda: (agree(enquiry), sending.pass_on(enquiry, by=enquiry.asked_by)),
        "opened": lambda: answering.clear(enquiry, by=enquiry.lawyer.user),
        "accepted": lambda: answering.accept(enquiry, by=enquiry.lawyer.user),
    }
    for state, step in steps.items():
        step()
        if state == to:
            break
    enquiry.refresh_from_db()
    return enquiry


def a_draft(**fields: object) -> Enquiry:
    """A draft to a lawyer in Kazakhstan with office hours every day, with an opposing party."""
    lawyer = fields.pop("lawyer", None) or a_lawyer()
    adverse = fields.pop("adverse", "ТОО «Ромашка»")
    enquiry = EnquiryFactory.create(lawyer=lawyer, **fields)
    PartyFactory.create(enquiry=enquiry, name=adverse)
    return enquiry


def a_lawyer(**fields: object):
    lawyer = AskableLawyerFactory.create(
        **{"kind": "foreign-lawyer", "admission": "kz", "time_zone": "Asia/Almaty"} | fields
    )
    for weekday in range(1, 8):
        OfficeHoursFactory.create(lawyer=lawyer, weekday=weekday)
    return lawyer
