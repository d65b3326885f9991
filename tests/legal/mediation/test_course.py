"""A mediation from the request to the end, and each way out of it."""

import pytest

from legal.handling.actions.deciding import decide
from legal.matters.actions.submitting import submit
from legal.matters.completeness import missing_in
from legal.matters.models import Actor
from legal.matters.actions.moving import move, withdraw
from legal.mediation import agreement
from legal.mediation.actions import describing, meeting, settling
from legal.mediation.models import Agreement
from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError
from tests.factories import MatterPartyFactory, MediatorFactory, UserFactory
from tests.legal.mediation.world import DISPUTE, TEXTS, confirm_both, describe, in_sessions, settle, tomorrow

pytestmark = pytest.mark.django_db


def told(kind: str) -> set[str]:
    return set(Notice.objects.filter(kind=f"mediation.{kind}").values_list("user__email", flat=True))


def test_mediation_runs_from_the_request_to_a_settlement_and_its_end(other, officer) -> None:
    matter = other.matter
    assert matter.state == "invited"
    in_sessions(other, officer)
    session = meeting.propose(matter, starts=tomorrow(), hours=2, by=matter.begun_by)
    meeting.agree(session, by=other.user)
    confirm_both(other, settle(other, officer))
    settling.make_paper(matter.settlements.get().pk)
    decide(matter, "close", by=officer)

    matter.refresh_from_db()
    assert (matter.state, matter.is_ended) == ("closed", True)
    both = {matter.begun_by.email, other.user.email}
    for kind in ("agreed", "mediator", "time-agreed", "settlement", "confirmed", "paper"):
        assert told(kind) == both, kind
    assert told("moved") == {other.user.email}
