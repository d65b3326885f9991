"""Arbitration as a proceeding of matters."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.arbitration.actions import supplementing
from legal.arbitration.following import empty, moved
from legal.arbitration.limits import of_the_defence
from legal.arbitration.models.filing import filing_of
from legal.arbitration.requesting import Request
from legal.arbitration.states import DRAFTING, ENDED, FILING, PAUSED, WAY, State
from legal.arbitration.steps import missing
from legal.arbitration.told import counterclaims, receiver, told, told_in_turn
from legal.bundles import courses as bundles
from legal.clocks.registry import Clock
from legal.clocks.registry import register as register_clocks
from legal.clocks.states import Whose
from legal.fees import courses
from legal.matters.emptying import also
from legal.matters.kinds import Decision, Page, Proceeding, Side, register
from legal.services.starting import Start, register_start
from legal.serving import courses as serving
from legal.serving import limits

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
    own=Request.of,
    missing=missing,
    content=Request.content,
    tribunal=True,
    pages=(Page("arbitration:review", pgettext_lazy("page of a request for arbitration", "All steps of the request")),),
    permission="arbitration.handle_arbitration",
    decisions=(
        Decision("examine"),
        Decision("ask-supplement", doing=supplementing.ask),
        Decision("accept"),
        Decision("refuse"),
        Decision("notify-fee", page="admin:fees_feenotice_issue"),
        Decision("notify", page="admin:serving_serve"),
        Decision("hand-over", page="admin:bundles_bundle_of"),
        Decision("deem-withdrawn"),
        Decision("close"),
    ),
    moved=moved,
)
register(ARBITRATION)
also(empty)
courses.register(
    ARBITRATION.slug,
    notify="notify-fee",
    paid="note-payment",
    estimate=lambda matter: filing_of(matter).estimate,
    # What a respondent owes for its counterclaim holds nothing up.
    sides=(Side.APPLICANT,),
)
# A second respondent answers after the first.
serving.register(
    serving.Course(
        ARBITRATION.slug,
        notify="notify",
        answer="answer",
        answering=(State.ANSWERED,),
        counterclaim=True,
        counterclaims=serving.Counterclaims("arbitration:counterclaims", frozen=counterclaims, told=told_in_turn),
        told=told,
    )
)
bundles.register(ARBITRATION.slug, move="hand-over", receiver=receiver)
register_clocks(
    ARBITRATION.slug,
    # No source was confirmed of how long the examination takes: its day is as the institution notifies it.
    Clock(
        "examination",
        pgettext_lazy("clock of a request for arbitration", "Decision on accepting the request"),
        Whose.STAFF,
        starts=("submit",),
        ends=("accept", "refuse"),
        rule="scia-acceptance",
    ),
    Clock(
        "payment",
        pgettext_lazy("clock of a request for arbitration", "Advance payment of the fee"),
        Whose.APPLICANT,
        starts=("accept",),
        ends=("note-payment",),
        rule="arbitration-prepayment",
        extendable=True,
    ),
    # No source was confirmed of how long it may take: officers enter the day that the institution has notified.
    Clock(
        "answer",
        pgettext_lazy("clock of a request for arbitration", "Answer of the respondent"),
        Whose.RESPONDENT,
        starts=("notify",),
        ends=("answer",),
        rule=of_the_defence,
        tells=limits.respondents,
        leads=limits.page,
        extendable=True,
    ),
)
register_start(
    ARBITRATION.slug,
    Start(
        "arbitration:file",
        _("File a request for arbitration"),
        _("You sign in, choose your enterprise and write as you go; nothing is submitted before you have read it all."),
        carries=True,
    ),
)
