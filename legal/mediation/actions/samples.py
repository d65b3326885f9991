"""Sample mediations of a demonstration, plainly marked: in sessions, with a settlement to be confirmed, and settled."""

import datetime
from decimal import Decimal
from typing import Final

from django.db import transaction
from django.utils import timezone

from enterprises.actions.samples import make_sample_enterprise
from enterprises.models import Enterprise
from enterprises.sample_texts import OWNER
from enterprises.states import State
from enterprises.telling import registrars
from legal.exhibits.models import Exhibit
from legal.matters.actions.declaring import declare
from legal.matters.actions.drafting import add_party, begin
from legal.matters.actions.moving import move
from legal.matters.actions.producing import produce
from legal.matters.actions.submitting import submit
from legal.matters.kinds import Side
from legal.matters.models import Actor, Matter, PartyKind
from legal.mediation import agreement
from legal.mediation.actions import describing, meeting, settling
from legal.mediation.models import Mediator, Way
from legal.mediation.sample_texts import MEDIATORS, OTHER_SIDE, ROOM, SAMPLES, WITHDRAWN, Sample
from legal.serving.actions import accepting, consenting
from legal.serving.actions.serving import Bundle, notify
from legal.serving.consent import concerned
from legal.serving.models import Invitation
from portal.accounts.models import User
from portal.reference.models import Jurisdiction
from portal.workflow import actions as desk

KIND: Final = "mediation"
# The role of the sample officer, and the sample lawyer who takes part on the other side, in Russian.
OFFICER: Final = "mediation-officer"
OTHER: Final = "serik@law-valley.example"


@transaction.atomic
def make_sample_mediations() -> list[Matter]:
    """The sample mediations of the verified sample enterprise; none where one is there.

    With them come their mediators, and an enterprise of the other side, which can ask for an award as ours can.
    """
    owner = User.objects.get(email=OWNER)
    enterprise = Enterprise.objects.visible_to(owner).get(state=State.VERIFIED)
    if enterprise.matters.filter(kind=KIND).exists():
        return []
    officer = User.objects.filter(groups__name=OFFICER).earliest("pk")
    other = User.objects.get(email=OTHER)
    make_sample_enterprise(OTHER_SIDE, owner=other, officer=registrars().earliest("pk"))
    mediators = [Mediator.objects.create(sample=True, **facts) for facts in MEDIATORS]
    made = []
    for place, sample in enumerate(SAMPLES):
        matter = _asked_for(sample, enterprise, by=owner)
        _agreed_to(matter, officer=officer, other=other)
        meeting.appoint(matter, mediator=mediators[place % len(mediators)], by=officer)
        _met(matter, officer=officer, other=other)
        _settled(matter, sample, officer=officer, other=other)
        matter.refresh_from_db()
        made.append(matter)
    return made


def _asked_for(sample: Sample, enterprise: Enterprise, *, by: User) -> Matter:
    """A request as the enterprise submits it, with its consent to what leaves China."""
    matter = begin(KIND, enterprise=enterprise, title=sample.title, language=sample.language, by=by)
    other = {"side": Side.RESPONDENT, "kind": PartyKind.COMPANY, "name": sample.against, "email": OTHER}
    add_party(matter, facts=other | {"country": Jurisdiction.objects.get(code="kz"), "language": "ru"}, by=by)
    produce(matter, list(Exhibit.objects.of(enterprise).listed().order_by("number")[:1]), audience="everyone", by=by)
    matter.refresh_from_db()
    facts = {"about": sample.about, "sought": sample.sought, "wishes": sample.wishes, "held_in": sample.language}
    money = {"amount": Decimal(sample.amount), "currency": "CNY"}
    describing.describe(matter, facts=facts | money | {"way": Way.EITHER}, version=matter.version, by=by)
    describing.agree(matter, version=agreement.VERSION, language=sample.language, by=by)
    submit(matter, by=by)
    consenting.name_recipients(matter)
    seen = [text.pk for text in consenting.texts_in_force()]
    for recipient in concerned(matter):
        consenting.agree(recipient, seen=seen, language=sample.language, by=by)
    matter.refresh_from_db()
    return matter


def _agreed_to(matter: Matter, *, officer: User, other: User) -> None:
    """The officer accepts the request and invites the other side, which agrees."""
    declare(matter, conflict=False, by=officer)
    desk.take(matter, by=officer)
    for name in ("examine", "accept"):
        move(matter, name, by=officer, actor=Actor.OFFICER)
    party = matter.parties.get(own=False)
    notify(matter, [(party, "ru")], Bundle(submissions=[matter.submissions.get()]), by=officer)
    accepting.accept(Invitation.objects.get(matter=matter).token, by=other)
    describing.agree(matter, version=agreement.VERSION, language="ru", by=other)


def _met(matter: Matter, *, officer: User, other: User) -> None:
    """A time both sides have agreed to, and one that the enterprise has still to answer; days apart from others."""
    day = timezone.localtime().replace(hour=11, minute=0, second=0, microsecond=0)
    ahead = 7 * (Matter.objects.filter(kind=KIND).count())
    session = meeting.propose(matter, starts=day + datetime.timedelta(days=ahead), hours=2, place=ROOM, by=officer)
    for person in (matter.begun_by, other):
        meeting.agree(session, by=person)
    meeting.propose(matter, starts=day + datetime.timedelta(days=ahead + 2), hours=1, by=other)


def _settled(matter: Matter, sample: Sample, *, officer: User, other: User) -> None:
    """The versions of the settlement, all but the last taken back; and the paper, where both sides confirm it."""
    for version, texts in enumerate(sample.texts, start=1):
        if version > 1:
            matter.refresh_from_db()
            move(matter, "reopen", by=officer, actor=Actor.OFFICER, reason=WITHDRAWN)
        settlement = settling.put(matter, texts=texts, by=officer)
    if sample.confirmed:
        for person, language in ((matter.begun_by, sample.language), (other, "ru")):
            settling.confirm(matter, sha256=settlement.sha256, language=language, by=person)
        settling.make_paper(settlement.pk)
