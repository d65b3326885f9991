"""What is held of mediations: disputes, who agreed to mediate, mediators, sessions, settlements, awards asked for."""

from legal.mediation.models.dispute import Agreement, Dispute, Way
from legal.mediation.models.mediator import Mediator, MediatorQuerySet
from legal.mediation.models.session import Session, SessionQuerySet
from legal.mediation.models.settlement import Award, Confirmation, Settlement, SettlementQuerySet

__all__ = [
    "Agreement",
    "Award",
    "Confirmation",
    "Dispute",
    "Mediator",
    "MediatorQuerySet",
    "Session",
    "SessionQuerySet",
    "Settlement",
    "SettlementQuerySet",
    "Way",
]
