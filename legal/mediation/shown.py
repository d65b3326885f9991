"""What pages show of a mediation: its times by the clocks of both sides, its mediator, the text that stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from legal.matters.kinds import Side
from legal.matters.models import Matter
from legal.mediation.calendar import told, zones_of
from legal.mediation.models import Award, Dispute, Mediator, Session, Settlement
from legal.mediation.states import HOLDING, Meeting, State
from legal.serving.models import Participant

# In these a settlement stands that is to be confirmed, or is; one that was taken back is no text to be relied on.
STANDING = (State.SETTLED, State.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Times:
    """A session, when it begins by whose clocks, and what the reader may do with it."""

    session: Session
    words: Sequence[str]
    may_agree: bool
    may_cancel: bool

    @classmethod
    def of(cls, matter: Matter, side: Side | None = None) -> "list[Times]":
        """Every session, for a side; for staff, who stand on none."""
        zones = dict.fromkeys([timezone.get_current_timezone_name(), *zones_of(matter)])
        rows = matter.mediation_sessions.select_related("mediator")
        return [
            cls(
                one,
                [told(one, zone) for zone in zones],
                may_agree=side is not None and one.state == Meeting.PROPOSED and one.agreed_at(side) is None,
                may_cancel=one.state in HOLDING,
            )
            for one in rows
        ]

    @property
    def may_hold(self) -> bool:
        """Whether staff can note now that it was held."""
        return self.session.state == Meeting.AGREED and self.session.starts <= timezone.now()


def mediator_of(matter: Matter) -> Mediator | None:
    """Who mediates; None where nobody is named yet."""
    dispute = Dispute.objects.select_related("mediator").filter(matter=matter).first()
    return dispute.mediator if dispute else None


def settlement_of(matter: Matter) -> Settlement | None:
    """The text that stands; None where none is to be confirmed or was."""
    texts = matter.settlements.select_related("paper", "matter")
    if matter.state == State.CLOSED:
        # Many a mediation is closed without one.
        texts = texts.confirmed()
    elif matter.state not in STANDING:
        return None
    found: Settlement | None = texts.last()
    return found


def award_of(matter: Matter, side: Side, *, seat: Participant | None) -> Award | None:
    """The award a side has asked for, where whoever looks may read its draft; members of the enterprise always may."""
    awards = matter.awards.filter(side=side).select_related("begun__enterprise")
    if seat is not None:
        awards = awards.filter(begun__in=Matter.objects.visible_to(seat.user))
    found: Award | None = awards.last()
    return found
