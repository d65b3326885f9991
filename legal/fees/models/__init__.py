"""What is held of fees: who is paid, what is asked for, what was handed in, received, waived and given back."""

from legal.fees.models.line import FeeLine
from legal.fees.models.notice import FeeNotice, FeeNoticeQuerySet
from legal.fees.models.payee import Payee, PayeeQuerySet
from legal.fees.models.payment import Payment, Proof, ProofQuerySet
from legal.fees.models.relief import Relief, ReliefKind, ReliefQuerySet

__all__ = [
    "FeeLine",
    "FeeNotice",
    "FeeNoticeQuerySet",
    "Payee",
    "PayeeQuerySet",
    "Payment",
    "Proof",
    "ProofQuerySet",
    "Relief",
    "ReliefKind",
    "ReliefQuerySet",
]
