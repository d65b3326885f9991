"""Which enterprises may be the other side of a mediation, for whoever takes part on it."""

from django.db.models import QuerySet

from enterprises.models import Enterprise, Identifier, Membership
from enterprises.states import State as Registration
from legal.serving.models import Participant


def enterprises_of(seat: Participant) -> QuerySet[Enterprise]:
    """The verified ones for which somebody of the other side may ask for an award: each may be the party itself.

    It is where the party is, and under no other number of the same register.
    """
    party, acting = seat.party, Membership.objects.acting().filter(person=seat.user)
    found = Enterprise.objects.filter(
        pk__in=acting.values("enterprise"), state=Registration.VERIFIED, country=party.country
    )
    others = Identifier.objects.filter(scheme=party.scheme).exclude(value=party.number)
    return found.exclude(pk=seat.matter.enterprise_id).exclude(pk__in=others.values("enterprise")).order_by("pk")
