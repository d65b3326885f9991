"""The files of the other side: what they are for, and who may read them."""

from typing import Any, Final

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from enterprises.models import Membership
from legal.fees.models import FeeNotice, Proof
from legal.matters.models import Matter
from legal.serving import paying
from legal.serving.actions.certifying import CERTIFICATES, RECEIPTS
from legal.serving.models import Answer, Paper, Participant, Service
from portal.files.media import DOCUMENTS, PDF
from portal.files.registry import Purpose, allow, register

PAPER: Final = Purpose(
    "serving.paper", _("Exhibit of a side"), media=DOCUMENTS, largest=50 * 1024 * 1024, sensitive=True
)
CERTIFICATE: Final = Purpose(CERTIFICATES, _("Certificate of service"), media=(PDF,))
RECEIPT: Final = Purpose(RECEIPTS, _("Receipt of an answer"), media=(PDF,))


def served(user: Any) -> QuerySet[Service]:
    """Those whose certificates somebody reads: the party's own people, the enterprise, staff who handle the matter."""
    mine = Participant.objects.of(user).standing()
    members = Membership.objects.filter(person_id=user.pk).values("enterprise")
    handled = Matter.objects.read_by_staff(user)
    return Service.objects.filter(
        Q(party__in=mine.values("party")) | Q(matter__enterprise__in=members) | Q(matter__in=handled)
    )


def answered(user: Any) -> QuerySet[Answer]:
    """Those whose receipt somebody reads: it lists every file, so it is for the party that filed them alone."""
    return Answer.objects.filter(party__in=Participant.objects.of(user).standing().values("party"))


register(PAPER, CERTIFICATE, RECEIPT)
# Changed by the actions of this app alone, which know what was filed and what was served.
allow(Paper, readable=Paper.objects.visible_to)
allow(Service, readable=served)
allow(Answer, readable=answered)
allow(FeeNotice, readable=paying.notices_of)
allow(Proof, readable=paying.proofs_of)
