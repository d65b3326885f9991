"""The files of fees: what they are for, and who may read them."""

from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from legal.fees.models import FeeNotice, Proof
from portal.accounts.models import User
from portal.files.media import PDF
from portal.files.registry import Purpose, allow, register

NOTICE: Final = Purpose("fees.notice", _("Fee notice"), media=(PDF,))
PROOF: Final = Purpose("fees.proof", _("Proof of transfer"), sensitive=True)


def notices_of(user: User) -> QuerySet[FeeNotice]:
    return FeeNotice.objects.visible_to(user)


def proofs_of(user: User) -> QuerySet[Proof]:
    return Proof.objects.visible_to(user)


register(NOTICE, PROOF)
# Changed by the actions of this app alone.
allow(FeeNotice, readable=notices_of)
allow(Proof, readable=proofs_of)
