"""Judicial appraisal as a proceeding of matters, and where it is begun."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.appraisal.completeness import content, missing
from legal.appraisal.kinds import OPINION_CLOCK, SLUG
from legal.appraisal.retaining import empty
from legal.appraisal.states import APPRAISING, DRAFTING, ENDED, PAUSED, WAY, State
from legal.clocks import registry
from legal.clocks.actions import follow
from legal.clocks.registry import Clock
from legal.clocks.states import Whose
from legal.fees import courses
from legal.matters import emptying
from legal.matters.kinds import Decision, Page, Proceeding, Side, register
from legal.services.starting import of_matters, register_start

# The other side need not be named: an appraisal can precede any dispute.
APPRAISAL: Final = Proceeding(
    slug=SLUG,
    label=pgettext_lazy("kind of proceeding", "Judicial appraisal"),
    prefix="APP",
    machine=APPRAISING,
    drafting=DRAFTING,
    ended=ENDED,
    way=WAY,
    missing=missing,
    content=content,
    pages=(
        Page("appraisal:entrustment", _("Entrustment letter")),
        Page("appraisal:materials", _("Materials to be examined")),
    ),
    sides=(Side.APPLICANT, Side.THIRD),
    paused=PAUSED,
    moved=follow,
    permission="appraisal.handle_appraisal",
    decisions=(
        Decision("screen"),
        Decision("ask-supplement"),
        Decision("not-accept"),
        Decision("draft-entrustment"),
        Decision("sign"),
        Decision("receive", page="admin:appraisal_opinion_take_over"),
        Decision("notify-fee", page="admin:fees_feenotice_issue"),
        Decision("appoint"),
        Decision("begin-work"),
        Decision("ask-materials"),
        Decision("resume", page="admin:appraisal_opinion_take_over"),
        Decision("extend", page="admin:appraisal_opinion_extend"),
        Decision("draft-opinion"),
        Decision("take-back"),
        Decision("issue", page="admin:appraisal_opinion_issue"),
        Decision("deliver"),
        Decision("terminate"),
        Decision("archive"),
    ),
    marks={
        State.ISSUED: "done",
        State.DELIVERED: "done",
        State.NOT_ACCEPTED: "refused",
        State.TERMINATED: "refused",
        State.WITHDRAWN: "unknown",
        State.ARCHIVED: "unknown",
    },
)
register(APPRAISAL)
# What it costs is typed off the notice of the institution: no figure of it is confirmed.
courses.register(SLUG, notify="notify-fee", paid="note-payment")
registry.register(
    SLUG,
    Clock(
        "decision",
        _("Decision on accepting the entrustment"),
        whose=Whose.STAFF,
        starts=("submit",),
        ends=("not-accept", "draft-entrustment"),
        rule="appraisal-acceptance",
    ),
    Clock(
        OPINION_CLOCK,
        _("Completion of the appraisal"),
        whose=Whose.STAFF,
        starts=("sign",),
        ends=("issue",),
        rule="appraisal",
    ),
)
register_start("judicial-appraisal", of_matters(SLUG, label=_("Entrust an appraisal")))
emptying.also(empty)
