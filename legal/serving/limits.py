"""The deadlines of another side: who is told of them, where they are read, and which of them a side is shown."""

from legal.clocks.models import Deadline, DeadlineQuerySet
from legal.matters.kinds import Side
from legal.matters.models import Matter
from legal.serving.consent import reaches
from legal.serving.models import Participant
from legal.serving.shown import reached
from portal.accounts.models import User


def respondents(matter: Matter) -> list[User]:
    """Those who take part for respondents, as far as anything may be sent to them."""
    seats = Participant.objects.standing().with_matter().filter(matter=matter, party__side=Side.RESPONDENT)
    return [seat.user for seat in seats.select_related("user") if reaches(seat)]


def page(matter: Matter, user: User) -> str:
    """Where somebody who takes part reads a deadline of their side; "" for who does not."""
    seat = Participant.objects.of(user).standing().filter(matter=matter).first()
    return seat.get_absolute_url() if seat else ""


def of_side(seat: Participant) -> DeadlineQuerySet:
    """The deadlines by which a side has to act, as far as they may go to who takes part for it."""
    found = Deadline.objects.shown_to_parties().filter(matter=seat.matter, whose=seat.side)
    return found.filter(reached(seat, "changed_at"))
