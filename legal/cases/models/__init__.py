"""Cases, their words in each language, the provisions they apply, and the cases they follow or depart from."""

from legal.cases.models.applied import CaseMention, CaseProvision, CaseProvisionQuerySet
from legal.cases.models.case import Case, CaseQuerySet
from legal.cases.models.relation import CaseRelation
from legal.cases.models.text import CaseText

__all__ = [
    "Case",
    "CaseMention",
    "CaseProvision",
    "CaseProvisionQuerySet",
    "CaseQuerySet",
    "CaseRelation",
    "CaseText",
]
