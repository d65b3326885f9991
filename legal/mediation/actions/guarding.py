"""What each action asks first: on which side does this person act, and does the mediation still stand so."""

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enterprises.models import Membership
from legal.matters.actions.guarding import lock
from legal.matters.kinds import Side
from legal.matters.models import Actor, Matter
from legal.serving.models import Participant
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError
from portal.workflow.naming import name_moves

PARTS: Final = "mediation.parts"
name_moves(
    PARTS,
    {
        "describe": gettext_lazy("What the dispute is about was written"),
        "agree": gettext_lazy("A side agreed to mediate"),
        "appoint": gettext_lazy("A mediator was named"),
        "propose": gettext_lazy("A time for a session was proposed"),
        "agree-time": gettext_lazy("A side agreed to the time of a session"),
        "book": gettext_lazy("Both sides agreed to the time of a session"),
        "cancel": gettext_lazy("The time of a session was given free"),
        "hold": gettext_lazy("A session was held"),
        "write": gettext_lazy("The text of a settlement was written"),
        "confirm": gettext_lazy("A side confirmed the text of the settlement"),
        "decline": gettext_lazy("A side declined the text of the settlement"),
        "paper": gettext_lazy("The settlement was made a paper"),
        "hand-on": gettext_lazy("The settlement was handed on: an award by consent is asked for"),
        "begun-from": gettext_lazy("It was begun from a confirmed settlement, for an award by consent"),
    },
)


def side_of(matter: Matter, user: User) -> Side | None:
    """On which side somebody acts in a mediation; None where they do not."""
    if acts_for(matter, user):
        return Side.APPLICANT
    mine = Participant.objects.of(user).standing().filter(matter=matter).select_related("party")
    return next((one.side for one in mine), None)


def acts_for(matter: Matter, user: User) -> bool:
    """Whether somebody acts for the enterprise whose matter it is."""
    return Membership.objects.acting().filter(enterprise=matter.enterprise, person=user).exists()


def lock_for_side(matter: Matter, *, by: User, binding: bool = False) -> tuple[Matter, Side, Actor]:
    """The matter, locked, with the side somebody acts on; `NotAllowedError` "role" for whoever acts on none.

    What is `binding` for the enterprise is done by its own people: a representative from outside only meets for it.
    """
    held = lock(matter)
    side = side_of(held, by)
    if side is None:
        raise NotAllowedError(_("Only the two sides of the mediation may do this."), code="role")
    if binding and side == Side.APPLICANT and not acts_for(held, by):
        raise NotAllowedError(_("Only members who act for the enterprise may do this."), code="role")
    return held, side, Actor.MEMBER if side == Side.APPLICANT else Actor.OTHER


def require_state(matter: Matter, *states: str) -> None:
    """`NotAllowedError` "state" where a mediation stands elsewhere."""
    if matter.state not in states:
        raise NotAllowedError(_("This cannot be done with it as it stands now."), code="state")
