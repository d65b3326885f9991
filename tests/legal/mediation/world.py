"""A mediation and its people, for the tests: the applicant, the officer, and whoever takes part on the other side."""

import datetime
from typing import Any

from django.contrib.auth.models import Permission
from django.utils import timezone

from legal.matters.actions.moving import move
from legal.matters.actions.submitting import submit
from legal.matters.models import Actor, Declaration, Matter
from legal.mediation import agreement
from legal.mediation.actions import describing, meeting, settling
from legal.mediation.models import Mediator
from legal.serving.actions.accepting import accept
from legal.serving.actions.serving import Bundle, notify
from legal.serving.models import Invitation, Participant
from portal.accounts.models import User
from portal.workflow.actions import take
from tests.factories import MediatorFactory, UserFactory

OTHER = "lawyer@romashka.example"
DISPUTE: dict[str, Any] = {
    "about": "The yarn came late.",
    "sought": "A rebate.",
    "amount": None,
    "currency": "",
    "held_in": "en",
    "way": "either",
    "wishes": "Somebody who knows yarn.",
}
TEXTS = {"en": "The buyer pays by 1 March.", "ru": "Покупатель платит до 1 марта."}


def describe(matter: Matter, **facts: Any) -> Matter:
    """Write the dispute, and agree to mediate, as the enterprise's owner."""
    matter.refresh_from_db()
    describing.describe(matter, facts=DISPUTE | facts, version=matter.version, by=matter.begun_by)
    describing.agree(matter, version=agreement.VERSION, language="en", by=matter.begun_by)
    matter.refresh_from_db()
    return matter


def accepted(matter: Matter) -> Matter:
    """Submit a request, and let staff accept it."""
    submit(matter, by=matter.begun_by)
    matter.refresh_from_db()
    for name in ("examine", "accept"):
        move(matter, name, by=None, actor=Actor.OFFICER)
    return matter


def staff(*permissions: str) -> User:
    """Somebody of the staff who may do this."""
    person: User = UserFactory.create(is_staff=True)
    person.user_permissions.add(*Permission.objects.filter(codename__in=permissions))
    return person


def holder(matter: Matter) -> User:
    """An officer who has declared no conflict of interest, and on whose desk the mediation is."""
    person = staff("handle_dispute", "view_dispute")
    Declaration.objects.create(matter=matter, officer=person, conflict=False)
    take(matter, by=person)
    return type(person).objects.get(pk=person.pk)


def invited(matter: Matter, officer: User) -> Participant:
    """Serve the request on the other side; whoever is invited takes part."""
    party = matter.parties.get(own=False)
    notify(matter, [(party, "ru")], Bundle(submissions=[matter.submissions.get()]), by=officer)
    invitation = Invitation.objects.get(matter=matter)
    participant = accept(invitation.token, by=UserFactory.create(email=OTHER, time_zone="Asia/Almaty"))
    matter.refresh_from_db()
    return participant


def agreed(participant: Participant) -> Participant:
    describing.agree(participant.matter, version=agreement.VERSION, language="ru", by=participant.user)
    participant.matter.refresh_from_db()
    return participant


def in_sessions(participant: Participant, officer: User) -> Mediator:
    """Both sides agree, and a mediator is named."""
    mediator: Mediator = MediatorFactory.create()
    meeting.appoint(agreed(participant).matter, mediator=mediator, by=officer)
    participant.matter.refresh_from_db()
    return mediator


def settle(participant: Participant, officer: User) -> str:
    """Put a text to both sides, and answer its sum."""
    put = settling.put(participant.matter, texts=TEXTS, by=officer)
    participant.matter.refresh_from_db()
    return str(put.sha256)


def confirm_both(participant: Participant, sha256: str) -> None:
    for person in (participant.matter.begun_by, participant.user):
        settling.confirm(participant.matter, sha256=sha256, language="en", by=person)
    participant.matter.refresh_from_db()


def tomorrow(hour: int = 10) -> datetime.datetime:
    """A whole hour that is ahead."""
    day = timezone.localtime() + datetime.timedelta(days=1)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)
