"""A request for arbitration against a Kazakh company, as far as a test needs it."""

import datetime
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import Permission
from django.utils import timezone

from legal.arbitration.actions import agreeing, parts
from legal.arbitration.models import Claim
from legal.matters.actions import submitting
from legal.matters.actions.declaring import declare
from legal.matters.actions.moving import move
from legal.matters.models import Actor, Matter
from legal.rules.loading import figures
from legal.rules.models import Institution
from portal.accounts.models import User
from portal.workflow.actions import take
from tests.factories import MatterFactory, MatterPartyFactory, ProducedFactory, UserFactory

CLAUSE = (
    "Any dispute arising from or in connection with this contract shall be submitted to the Kashgar Branch of the "
    "Shenzhen Court of International Arbitration (SCIA) for arbitration. The seat of arbitration is Kashgar."
)
AGREEMENT: dict[str, Any] = {
    "contract": "Contract of sale No. 12",
    "dated": datetime.date(2026, 3, 3),
    "clause": CLAUSE,
    "seat": "Kashgar",
    "language": "Chinese and Russian",
    "arbitrators": 3,
    "rules": "",
    "produced": None,
    "objects_online": False,
}
MONEY: dict[str, Any] = {
    "kind": "money",
    "text": "The respondent pays the price of the walnuts.",
    "amount": Decimal(200_000),
    "currency": "USD",
    "rate": Decimal("7.1"),
    "rate_on": datetime.date(2026, 11, 20),
    "rate_source": "Bank of China, middle rate",
    "interest": "",
    "agreement": None,
}


def begun(**facts: Any) -> Matter:
    """A draft with nothing but its title, in a portal that knows institutions and their tables."""
    figures.load_institutions({})
    figures.load_rules()
    figures.load_schedules()
    return MatterFactory.create(kind="arbitration", **facts)


def complete(matter: Matter) -> Matter:
    """The draft with everything that it takes."""
    by = matter.begun_by
    MatterPartyFactory.create(matter=matter)
    ProducedFactory.create(matter=matter)
    agreeing.add(matter, facts=AGREEMENT, by=by)
    parts.add(matter, Claim, facts=MONEY, by=by)
    matter.refresh_from_db()
    facts = {
        "facts": "The walnuts were delivered.",
        "reasons": "The price is due.",
        "institution": Institution.objects.get(slug="scia-kashgar"),
        "case_kind": "scia-international",
        "procedure": "expedited",
        "ground": "amount",
        "service_address": by.email,
        "service_confirmed_at": timezone.now(),
        "service_confirmed_by": by,
    }
    parts.write(matter, "write-facts", facts=facts, version=matter.version, by=by)
    matter.refresh_from_db()
    return matter


def submitted(matter: Matter | None = None) -> Matter:
    """The request as it was submitted."""
    held = complete(matter or begun())
    submitting.submit(held, by=held.begun_by)
    held.refresh_from_db()
    return held


def officer(matter: Matter | None = None) -> User:
    """Somebody who handles requests for arbitration, and has this one on the desk, without a conflict of interest."""
    person = UserFactory.create(is_staff=True)
    person.user_permissions.add(Permission.objects.get(codename="handle_arbitration"))
    if matter is not None:
        declare(matter, conflict=False, by=person)
        take(matter, by=person)
    return person


def moved(matter: Matter, *moves: str, by: User | None = None) -> Matter:
    """The request after staff have made moves."""
    for name in moves:
        move(matter, name, by=by or officer(), actor=Actor.OFFICER)
    return matter
