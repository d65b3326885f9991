"""Who hears of what happens in a mediation. No name and no fact stands in a notice."""

from legal.clocks.telling import officers
from legal.matters.models import Matter
from legal.matters.telling import members, tell
from legal.serving.consent import reaches
from legal.serving.models import Participant, ParticipantQuerySet
from portal.accounts.models import User
from portal.notices.actions import notify


def tell_both(kind: str, matter: Matter, *, key: str, but: User | None = None) -> None:
    """Tell those who act for the enterprise and whoever takes part, once each; not who has done it."""
    tell(kind, matter, [person for person in members(matter) if person != but], key=key)
    tell_other_side(kind, matter, key=key, but=but)


def tell_reached(kind: str, matter: Matter, *, key: str, but: User) -> None:
    """Tell both sides of what a side has said, once each; outside China only whom new facts may reach now."""
    tell(kind, matter, [person for person in members(matter) if person != but], key=key)
    for participant in _taking_part(matter):
        if participant.user != but and reaches(participant):
            _tell(kind, participant, key=key)


def tell_desk(kind: str, matter: Matter, *, key: str) -> None:
    """Tell the officer on whose desk the mediation is; all who handle mediations, where it is on nobody's."""
    tell(kind, matter, officers(matter), key=key)


def tell_other_side(kind: str, matter: Matter, *, key: str, but: User | None = None) -> None:
    """Tell whoever takes part from outside of the enterprise, once each; it leads them to the page of their side."""
    for participant in _taking_part(matter):
        if participant.user != but:
            _tell(kind, participant, key=key)


def _taking_part(matter: Matter) -> ParticipantQuerySet:
    return Participant.objects.standing().with_matter().filter(matter=matter)


def _tell(kind: str, participant: Participant, *, key: str) -> None:
    params = {"reference": participant.matter.number}
    notify(kind, to=[participant.user], about=participant, params=params, key=f"{key}-{participant.pk}")
