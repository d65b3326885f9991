"""What is held of enterprises: facts, numbers, people, what is asked of them."""

from enterprises.models.enterprise import Enterprise, EnterpriseQuerySet
from enterprises.models.identifier import CheckLevel, Identifier
from enterprises.models.industry import Industry
from enterprises.models.invitation import Invitation
from enterprises.models.joining import JoinRequest
from enterprises.models.membership import Membership
from enterprises.models.remark import Remark
from enterprises.models.sheet import Sheet
from enterprises.models.transfer import Transfer

__all__ = [
    "CheckLevel",
    "Enterprise",
    "EnterpriseQuerySet",
    "Identifier",
    "Industry",
    "Invitation",
    "JoinRequest",
    "Membership",
    "Remark",
    "Sheet",
    "Transfer",
]
