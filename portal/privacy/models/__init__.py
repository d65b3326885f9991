"""What is kept for the sake of persons: their consents, how long what is kept, what happened to their accounts."""

from portal.privacy.models.consents import NAMED, Consent, ConsentText, Purpose, Withdrawal
from portal.privacy.models.erasures import Erasure
from portal.privacy.models.exports import DataExport
from portal.privacy.models.retention import RetentionRule
from portal.privacy.models.security import SecurityEvent

__all__ = [
    "NAMED",
    "Consent",
    "ConsentText",
    "DataExport",
    "Erasure",
    "Purpose",
    "RetentionRule",
    "SecurityEvent",
    "Withdrawal",
]
