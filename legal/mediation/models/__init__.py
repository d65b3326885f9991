"""What is held of mediations: disputes, agreements, mediators, sessions, settlements and who declined which, awards."""

from legal.mediation.models.dispute import Agreement, Dispute, Way
from legal.mediation.models.mediator import Mediator, MediatorQuerySet
from legal.mediation.models.refusal import Refusal
from legal.mediation.models.session import Session, SessionQuerySet
from legal.mediation.models.settlement import Award, Confirmation, Settlement, SettlementQuerySet

__all__ = [
    "Agreement",
    "Award",
    "Confirmation",
    "Dispute",
    "Mediator",
    "MediatorQuerySet",
    "Refusal",
    "Session",
    "SessionQuerySet",
    "Settlement",
    "SettlementQuerySet",
    "Way",
]
