"""What the other side reads of exhibits: those of submissions that were served on its party, unless kept from it."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from legal.exhibits.models import Exhibit
from legal.exhibits.registry import let_read
from legal.matters.kinds import Side
from legal.matters.models import Audience, Produced
from legal.serving.models import Participant


def produced_for(user: Any) -> QuerySet[Produced]:
    """What the applicant has produced, as far as somebody who takes part is shown it."""
    mine = Participant.objects.of(user).standing().filter(matter=OuterRef("matter"))
    alike = mine.filter(party__side=OuterRef("side"), party__side__in=[Side.APPLICANT])
    own = Q(Exists(alike.reached("produced_at")))
    served = Exists(mine.filter(party__services__items__submission=OuterRef("submission")))
    return Produced.objects.filter(own | Q(served, audience=Audience.EVERYONE))


def readable(user: Any) -> QuerySet[Exhibit]:
    if not user.is_authenticated:
        return Exhibit.objects.none()
    return Exhibit.objects.filter(pk__in=produced_for(user).values("exhibit"))


let_read(readable)
