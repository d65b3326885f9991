"""Arbitration as a proceeding of matters."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.arbitration.actions import supplementing
from legal.arbitration.following import empty, moved
from legal.arbitration.requesting import Request
from legal.arbitration.states import DRAFTING, ENDED, FILING, PAUSED, WAY, State
from legal.arbitration.steps import missing
from legal.matters.emptying import also
from legal.matters.kinds import Decision, Page, Proceeding, register
from legal.services.starting import Start, register_start

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
    missing=missing,
    content=lambda matter: Request.of(matter).content(),
    pages=(Page("arbitration:review", pgettext_lazy("page of a request for arbitration", "All steps of the request")),),
    permission="arbitration.handle_arbitration",
    decisions=(
        Decision("examine"),
        Decision("ask-supplement", doing=supplementing.ask),
        Decision("accept"),
        Decision("refuse"),
        Decision("notify"),
        Decision("hand-over"),
        Decision("deem-withdrawn"),
        Decision("close"),
    ),
    moved=moved,
)
register(ARBITRATION)
also(empty)
register_start(
    ARBITRATION.slug,
    Start(
        "arbitration:file",
        _("File a request for arbitration"),
        _("You sign in, choose your enterprise and write as you go; nothing is submitted before you have read it all."),
    ),
)
