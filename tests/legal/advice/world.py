"""What is asked, and who answers, for the tests of advice."""

from typing import Any

from django.contrib.auth.models import Permission

from legal.advice.actions import asking
from legal.matters.actions.moving import move
from legal.matters.actions.submitting import submit
from legal.matters.models import Actor, Declaration, Matter
from portal.accounts.models import User
from portal.reference.models import Jurisdiction
from portal.workflow.actions import take
from tests.factories import ProducedFactory, UserFactory

QUESTION = {"text": "May we set off?", "topic": None, "answer_in": "en", "urgency": "none"}
REMARK = {"clause": "7.2", "severity": "risk", "body": "It names no court.", "proposal": "SCIA decides."}


def ask(matter: Matter, country: Jurisdiction, **facts: Any) -> Matter:
    """Write a question of an enterprise's owner."""
    matter.refresh_from_db()
    told = QUESTION | {"country": country} | facts
    asking.ask(matter, facts=told, articles=[], version=matter.version, by=matter.begun_by)
    matter.refresh_from_db()
    return matter


def want_review(matter: Matter) -> Matter:
    """Produce a contract and say what to look at."""
    produced = ProducedFactory.create(matter=matter)
    facts = {
        "contract": produced,
        "governing": None,
        "counterparty": "ТОО «Ромашка»",
        "points": "Who pays for the delay?",
        "answer_in": "en",
        "wished_by": None,
    }
    asking.request_review(matter, facts=facts, version=matter.version, by=matter.begun_by)
    matter.refresh_from_db()
    return matter


def take_up(matter: Matter) -> Matter:
    """Submit a matter and let a staff lawyer take it up."""
    submit(matter, by=matter.begun_by)
    matter.refresh_from_db()
    move(matter, "take-up", by=None, actor=Actor.OFFICER)
    return matter


def staff(permission: str) -> User:
    """Somebody of the staff who may do this."""
    person: User = UserFactory.create(is_staff=True)
    person.user_permissions.add(Permission.objects.get(codename=permission))
    return person


def holder(matter: Matter, permission: str) -> User:
    """A staff lawyer who has declared no conflict of interest, and on whose desk the matter is."""
    person = staff(permission)
    Declaration.objects.create(matter=matter, officer=person, conflict=False)
    take(matter, by=person)
    return person
