"""Who hears of what happens in a mediation. No name and no fact stands in a notice."""

from legal.matters.models import Matter
from legal.matters.telling import members, tell
from legal.serving.models import Participant
from portal.accounts.models import User
from portal.notices.actions import notify


def tell_both(kind: str, matter: Matter, *, key: str, but: User | None = None) -> None:
    """Tell those who act for the enterprise and whoever takes part, once each; not who has done it."""
    tell(kind, matter, [person for person in members(matter) if person != but], key=key)
    tell_other_side(kind, matter, key=key, but=but)


def tell_other_side(kind: str, matter: Matter, *, key: str, but: User | None = None) -> None:
    """Tell whoever takes part from outside of the enterprise, once each; it leads them to the page of their side."""
    for participant in Participant.objects.standing().with_matter().filter(matter=matter):
        if participant.user != but:
            params = {"reference": matter.number}
            notify(kind, to=[participant.user], about=participant, params=params, key=f"{key}-{participant.pk}")
