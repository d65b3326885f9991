"""What is held of the other side of a matter."""

from legal.serving.models.answer import Answer, AnswerDraft, AnswerReceipt
from legal.serving.models.invitation import Invitation
from legal.serving.models.paper import Paper, PaperQuerySet
from legal.serving.models.participant import Participant, ParticipantQuerySet
from legal.serving.models.recipient import Agreement, Recipient, RecipientKind
from legal.serving.models.service import Arrival, Certificate, Item, Service, Stage

__all__ = [
    "Agreement",
    "Answer",
    "AnswerDraft",
    "AnswerReceipt",
    "Arrival",
    "Certificate",
    "Invitation",
    "Item",
    "Paper",
    "PaperQuerySet",
    "Participant",
    "ParticipantQuerySet",
    "Recipient",
    "RecipientKind",
    "Service",
    "Stage",
]
