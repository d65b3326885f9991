"""Mediation as a proceeding of matters: what it lacks, what is frozen and shown of it, and where it is begun."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from legal.clocks.registry import Clock
from legal.clocks.registry import register as register_clocks
from legal.clocks.states import Whose
from legal.matters import emptying
from legal.matters.completeness import lacking
from legal.matters.kinds import Decision, Page, Proceeding, Side, register
from legal.matters.models import Matter
from legal.mediation.following import moved
from legal.mediation.models import Dispute
from legal.mediation.removing import empty
from legal.mediation.seats import KIND
from legal.mediation.states import DRAFTING, ENDED, MEDIATION, PAUSED, WAY, State
from legal.services.starting import of_matters, register_start
from legal.serving import courses as serving
from legal.serving import limits


def missing(matter: Matter) -> Iterator[str]:
    """What a request lacks: the dispute, the applicant's own agreement to mediate; and two sides, no more."""
    if not Dispute.objects.filter(matter=matter).exists():
        yield lacking(matter, "mediation:dispute", _("Write what the dispute is about."))
    if not matter.mediation_agreements.filter(side=Side.APPLICANT).exists():
        yield lacking(matter, "mediation:agree", _("Agree to mediate yourself."))
    if matter.parties.filter(side=Side.RESPONDENT).count() > 1:
        sentence = _("A mediation is held here between two sides: name one party on the other side.")
        yield lacking(matter, "matters:parties", sentence)


def frozen(matter: Matter) -> Mapping[str, Any]:
    return Dispute.objects.select_related("matter").get(matter=matter).frozen()


def told(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What the other side is shown of a request."""
    yield _("What the dispute is about"), content["about"]
    yield _("What the applicant seeks"), content["sought"]
    if content["amount"]:
        yield _("Amount in dispute"), f"{content['amount']} {content['currency']}"


# No mediation has a third side here, and nobody but the enterprise itself asks for it.
MEDIATING: Final = Proceeding(
    slug=KIND,
    label=pgettext_lazy("kind of proceeding", "Mediation"),
    prefix="MED",
    machine=MEDIATION,
    drafting=DRAFTING,
    ended=ENDED,
    way=WAY,
    paused=PAUSED,
    missing=missing,
    content=frozen,
    pages=(
        Page("mediation:dispute", pgettext_lazy("page of a mediation", "The dispute")),
        Page("mediation:agree", pgettext_lazy("page of a mediation", "Agreement to mediate")),
    ),
    sides=(Side.RESPONDENT,),
    marks={
        State.AGREED: "done",
        State.CONFIRMED: "done",
        State.REFUSED: "refused",
        State.DECLINED: "refused",
        State.SILENT: "unknown",
        State.NOT_SETTLED: "unknown",
        State.WITHDRAWN: "unknown",
        State.CLOSED: "unknown",
    },
    permission="mediation.handle_dispute",
    decisions=(
        Decision("examine"),
        Decision("ask-supplement"),
        Decision("accept"),
        Decision("refuse"),
        Decision("invite", page="admin:serving_serve"),
        Decision("note-silence"),
        Decision("begin-sessions", page="admin:mediation_dispute_appoint"),
        Decision("settle", page="admin:mediation_dispute_settle"),
        Decision("reopen"),
        Decision("not-settle"),
        Decision("close"),
    ),
    moved=moved,
)
register(MEDIATING)
emptying.also(empty)
# The other side answers by agreeing or declining, and files no statement.
serving.register(serving.Course(KIND, notify="invite", told=told))
# No source was confirmed of how long either may take: both days are as the institution notifies them.
register_clocks(
    KIND,
    Clock(
        "examination",
        pgettext_lazy("clock of a mediation", "Decision on accepting the request"),
        Whose.STAFF,
        starts=("submit",),
        ends=("accept", "refuse"),
    ),
    Clock(
        "answer",
        pgettext_lazy("clock of a mediation", "Answer to the invitation to mediate"),
        Whose.RESPONDENT,
        starts=("invite",),
        ends=("agree", "decline"),
        tells=limits.respondents,
        leads=limits.page,
        extendable=True,
    ),
)
register_start(KIND, of_matters(KIND, label=gettext_lazy("Ask for a mediation"), carries=True))
