"""Arbitration as a proceeding of matters."""

from typing import Final

from django.utils.translation import pgettext_lazy

from legal.arbitration.states import DRAFTING, ENDED, FILING, PAUSED, WAY, State
from legal.matters.kinds import Proceeding, register
from legal.serving import courses

ARBITRATION: Final = Proceeding(
    slug="arbitration",
    label=pgettext_lazy("kind of proceeding", "Arbitration"),
    prefix="ARB",
    machine=FILING,
    drafting=DRAFTING,
    ended=ENDED,
    way=WAY,
    paused=PAUSED,
    marks={
        State.ACCEPTED: "done",
        State.HANDED_OVER: "done",
        State.REFUSED: "refused",
        State.DEEMED: "refused",
        State.WITHDRAWN: "unknown",
        State.CLOSED: "unknown",
    },
    # Offered once its own parts — agreement, claims, facts, track — can be written.
    offered=False,
)
register(ARBITRATION)
# A second respondent answers after the first; what was claimed is told once its own parts are written here.
courses.register(ARBITRATION.slug, notify="notify", answer="answer", answering=(State.ANSWERED,), counterclaim=True)
