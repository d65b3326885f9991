"""What is done for the sake of persons; other rooms take what they need from here."""

from portal.privacy.actions.consents import has_consent, may_share, may_share_abroad, record_consent, withdraw
from portal.privacy.actions.erasures import delete_account
from portal.privacy.actions.security import record

__all__ = [
    "delete_account",
    "has_consent",
    "may_share",
    "may_share_abroad",
    "record",
    "record_consent",
    "withdraw",
]
