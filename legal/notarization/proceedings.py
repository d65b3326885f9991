"""Notarization as a proceeding of matters, and where it is begun."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.clocks import registry
from legal.clocks.actions import follow
from legal.clocks.registry import Clock
from legal.clocks.states import Whose
from legal.fees import courses
from legal.matters import emptying
from legal.matters.kinds import Decision, Page, Proceeding, Side, register
from legal.notarization.completeness import content, missing
from legal.notarization.kinds import SLUG
from legal.notarization.retaining import empty
from legal.notarization.states import DRAFTING, ENDED, NOTARIZING, PAUSED, WAY, State
from legal.services.starting import of_matters, register_start

NOTARIZATION: Final = Proceeding(
    slug=SLUG,
    label=pgettext_lazy("kind of proceeding", "Notarization"),
    prefix="NOT",
    machine=NOTARIZING,
    drafting=DRAFTING,
    ended=ENDED,
    way=WAY,
    missing=missing,
    content=content,
    pages=(Page("notarization:particulars", _("What is to be notarized")),),
    # Nobody is against whoever has something certified: what is in dispute is not (Article 31).
    abroad="notarization:particulars",
    sides=(Side.APPLICANT, Side.THIRD),
    paused=PAUSED,
    moved=follow,
    permission="notarization.handle_notarization",
    decisions=(
        Decision("check"),
        Decision("ask-supplement"),
        Decision("accept"),
        Decision("not-accept"),
        Decision("notify-fee", page="admin:fees_feenotice_issue"),
        Decision("review"),
        Decision("verify"),
        Decision("note-verified"),
        Decision("approve"),
        Decision("refuse", page="admin:notarization_certificate_refuse"),
        Decision("terminate"),
        Decision("issue", page="admin:notarization_certificate_issue"),
        Decision("apply-apostille"),
        Decision("note-apostille", page="admin:notarization_certificate_note_apostille"),
        Decision("deliver", page="admin:notarization_certificate_deliver"),
        Decision("correct"),
        Decision("revoke"),
        Decision("close"),
    ),
    marks={
        State.APPROVED: "done",
        State.ISSUED: "done",
        State.APOSTILLED: "done",
        State.DELIVERED: "done",
        State.CORRECTED: "done",
        State.NOT_ACCEPTED: "refused",
        State.REFUSED: "refused",
        State.TERMINATED: "refused",
        State.REVOKED: "refused",
        State.WITHDRAWN: "unknown",
        State.CLOSED: "unknown",
    },
)
register(NOTARIZATION)
# What it costs is typed off the notice of the notary office: no figure of it is confirmed.
courses.register(SLUG, notify="notify-fee", paid="note-payment")
registry.register(
    SLUG,
    Clock(
        "certificate",
        _("Issue of the notarial certificate"),
        whose=Whose.STAFF,
        starts=("accept",),
        ends=("issue", "refuse"),
        rule="notarization",
    ),
)
register_start("notarization", of_matters(SLUG, label=_("Apply for a notarization"), carries=True))
emptying.also(empty)
