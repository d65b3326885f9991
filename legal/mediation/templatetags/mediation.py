"""What the pages of a matter show of a mediation, to each of those who have one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django import template
from django.utils.translation import gettext as _

from legal.matters.models import Matter
from legal.matters.supplementing import asked_for
from legal.mediation import seats
from legal.mediation.comparing import compared
from legal.mediation.models import Dispute, Refusal
from legal.mediation.seats import Place
from legal.mediation.shown import award_of, settlement_of
from legal.mediation.states import State
from legal.serving.models import Participant

if TYPE_CHECKING:
    # The console is not set up yet when this library is loaded.
    from legal.matters.officers import OfficerSeat

register = template.Library()


@register.inclusion_tag("mediation/_section.html")
def mediation_of(matter: Matter, acts: bool = False) -> dict[str, Any]:  # noqa: FBT001, FBT002 — a tag of a template
    """The section of a mediation for members of the enterprise; nothing for any other matter."""
    if matter.kind != seats.KIND:
        return {}
    shown = _shown(seats.of_matter(matter, acts=acts))
    supplement = acts and matter.state == State.SUPPLEMENT
    return shown | {"supplement": supplement, "asked": asked_for(matter) if supplement else ""}


@register.inclusion_tag("mediation/_section.html")
def mediation_with(seat: Participant) -> dict[str, Any]:
    """The same for whoever takes part from outside: the dispute they read as it was served on them."""
    if seat.matter.kind != seats.KIND:
        return {}
    place = seats.of_participant(seat)
    told = _shown(place) | {"dispute": None}
    return told if place.is_reached else told | {"mediator": None}


@register.inclusion_tag("admin/mediation/_section.html")
def mediation_for_staff(seat: "OfficerSeat") -> dict[str, Any]:
    """The same for staff, with the way to the sessions."""
    if seat.matter.kind != seats.KIND:
        return {}
    versions = seat.matter.settlements.select_related("paper", "matter", "refusal__by")
    return _about(seat.matter) | {"seat": seat, "settlements": [(one, compared(one)) for one in versions]}


def _about(matter: Matter) -> dict[str, Any]:
    dispute = Dispute.objects.filter(matter=matter).select_related("mediator").first()
    return {
        "matter": matter,
        "dispute": dispute,
        "mediator": dispute.mediator if dispute else None,
        "agreements": matter.mediation_agreements.all(),
    }


def _shown(place: Place) -> dict[str, Any]:
    award = award_of(place.matter, place.side, seat=place.participant)
    shown = {"open": True, "steps": list(_steps(place)), "award": award, "refusals": _refusals(place)}
    return _about(place.matter) | shown


def _refusals(place: Place) -> "list[Refusal]":
    """The texts that were declined, for whoever may open the settlement."""
    if not (place.acts or place.participant) or not place.is_reached:
        return []
    return list(place.matter.refusals.select_related("settlement__matter", "by"))


def _steps(place: Place) -> Iterator[tuple[str, str, bool]]:
    """What there is to open: what it is called, its address, and whether it is what is to be done now."""
    matter, other = place.matter, place.participant is not None
    invited = matter.state == State.INVITED
    if other and place.acts and invited:
        yield _("Read and agree to mediate"), place.address("agree"), True
        yield _("Decline"), place.address("decline"), False
    if not other and not place.acts:
        return
    if place.is_reached:
        yield from _meeting(place)
    if other and place.acts and "leave" in {move.name for move in matter.moves}:
        yield _("Leave the mediation"), place.address("leave"), False


def _meeting(place: Place) -> Iterator[tuple[str, str, bool]]:
    matter = place.matter
    if matter.mediation_sessions.exists() or matter.state == State.SESSIONS:
        yield _("Sessions and their times"), place.address("sessions"), matter.state == State.SESSIONS
    if settlement_of(matter) is not None:
        yield _("The settlement"), place.address("settlement"), matter.state == State.SETTLED
