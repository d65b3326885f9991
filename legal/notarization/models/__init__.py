"""The records of notarization."""

from legal.notarization.models.certificate import Certificate
from legal.notarization.models.particulars import Particulars, Subject
from legal.notarization.models.refusal import Refusal

__all__ = ["Certificate", "Particulars", "Refusal", "Subject"]
