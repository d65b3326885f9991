"""The files of mediations: the settlement as a paper, read by both sides and by whom it is opened to."""

from typing import Final

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from legal.mediation.models import Settlement
from legal.serving.models import Participant
from portal.accounts.models import User
from portal.files.media import PDF
from portal.files.registry import Purpose, allow, register

SETTLEMENT: Final = Purpose("mediation.settlement", _("Settlement"), media=(PDF,), sensitive=True)


def of_members(user: User) -> QuerySet[Settlement]:
    return Settlement.objects.visible_to(user)


def of_participants(user: User) -> QuerySet[Settlement]:
    """Those of matters somebody takes part in, which were put to the sides while they might leave China to them."""
    mine = Participant.objects.of(user).standing().filter(matter=OuterRef("matter"))
    return Settlement.objects.filter(Exists(mine.reached("at")))


def of_officers(user: User) -> QuerySet[Settlement]:
    return Settlement.objects.read_by_staff(user)


register(SETTLEMENT)
allow(Settlement, readable=of_members)
allow(Settlement, readable=of_participants)
allow(Settlement, readable=of_officers)
