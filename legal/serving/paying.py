"""Fees that another side owes: each party pays its own, and its own people alone see them."""

from typing import Final

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from legal.fees import payers
from legal.fees.models import FeeNotice, Proof
from legal.matters.kinds import Side
from legal.serving.consent import reaches
from legal.serving.models import Participant, ParticipantQuerySet
from legal.serving.shown import reached
from portal.accounts.models import User

SIDES: Final = (Side.RESPONDENT, Side.THIRD)


def owed_by(seat: Participant) -> QuerySet[FeeNotice]:
    """The notices that the party of somebody who takes part owes, the first one first."""
    notices = seat.matter.fee_notices.filter(party=seat.party_id, side__in=SIDES)
    return notices.filter(reached(seat, "issued_at")).select_related("party", "file").order_by("position")


def notices_of(user: User) -> QuerySet[FeeNotice]:
    """The notices whose paper somebody reads who takes part for the party that owes them."""
    mine = Participant.objects.of(user).standing().filter(party=OuterRef("party"))
    return FeeNotice.objects.filter(Exists(mine.reached("issued_at")), side__in=SIDES)


def proofs_of(user: User) -> QuerySet[Proof]:
    """The proofs handed in for these."""
    return Proof.objects.filter(notice__in=notices_of(user))


def page(notice: FeeNotice, user: User | None) -> str:
    """Where somebody who takes part reads a notice; all of their matters, where they take part no longer."""
    seat = _paying(notice).of(user).first() if user else None
    return reverse("serving:fee", args=[seat.key, notice.position]) if seat else reverse("serving:list")


def told(notice: FeeNotice) -> list[User]:
    """Those who take part for the party, as far as anything may be sent to them."""
    return [one.user for one in _paying(notice).with_matter().select_related("user") if reaches(one)]


def _paying(notice: FeeNotice) -> ParticipantQuerySet:
    return Participant.objects.standing().filter(party=notice.party_id)


for side in SIDES:
    payers.register(
        side,
        payers.Payers(
            may=lambda notice, user: notices_of(user).filter(pk=notice.pk).exists(),
            told=told,
            page=page,
        ),
    )
