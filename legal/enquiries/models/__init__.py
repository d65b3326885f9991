"""What is held of requests for a consultation: who asks whom, about whom, what was checked, said and agreed."""

from legal.enquiries.models.appointment import Appointment, AppointmentQuerySet
from legal.enquiries.models.check import ConflictCheck
from legal.enquiries.models.enquiry import Enquiry, EnquiryQuerySet
from legal.enquiries.models.message import Message, MessageQuerySet
from legal.enquiries.models.named import KnownName, Party, Side

__all__ = [
    "Appointment",
    "AppointmentQuerySet",
    "ConflictCheck",
    "Enquiry",
    "EnquiryQuerySet",
    "KnownName",
    "Message",
    "MessageQuerySet",
    "Party",
    "Side",
]
