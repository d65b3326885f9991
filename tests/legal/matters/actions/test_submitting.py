"""Submitting numbers, moves and freezes a matter in one transaction: all of it happens, or nothing."""

import datetime
import json

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import InternalError, ProgrammingError

from enterprises.policies import Role
from enterprises.states import State as Registration
from legal.matters import chain
from legal.matters.actions import submitting
from legal.matters.actions.moving import move, withdraw
from legal.matters.canonical import digest
from legal.matters.errors import IncompleteMatterError
from legal.matters.models import Actor, Matter, Serial, Submission
from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event
from tests.at_once import at_once
from tests.factories import MatterFactory, MatterPartyFactory, MembershipFactory, PaperFactory, RepresentativeFactory

pytestmark = pytest.mark.django_db
# In Kashgar the year has begun.
NEW_YEAR = datetime.datetime(2026, 12, 31, 17, tzinfo=datetime.UTC)


def test_matter_gets_the_number_of_the_year_it_is_submitted_in(complete: Matter) -> None:
    submitting.submit(complete, by=complete.begun_by, now=NEW_YEAR)

    complete.refresh_from_db()
    assert (complete.state, complete.version, complete.ended_at) == ("submitted", 2, None)
    assert (complete.year, complete.serial, complete.number) == (2027, 1, "TRY-2027-00001")
    assert (complete.submitted_at, complete.submitted_by, str(complete)) == (
        NEW_YEAR,
        complete.begun_by,
        "TRY-2027-00001",
    )
    assert str(Serial.objects.get()) == "tests-matter 2027: 1"


def test_each_step_stands_in_the_history_and_those_who_act_are_told(complete: Matter) -> None:
    colleague = MembershipFactory.create(enterprise=complete.enterprise, role=Role.REPRESENTATIVE).person
    MembershipFactory.create(enterprise=complete.enterprise, role=Role.VIEWER)

    submission = submitting.submit(complete, by=complete.begun_by)

    entries = complete.entries.all()
    assert [entry.what for entry in entries] == ["tests.matter.submit", "matters.freeze"]
    assert entries[1].details == {"position": 1, "sha256": submission.sha256}
    assert Event.objects.of(complete).get().move == "submit"
    told = {(notice.user, notice.kind) for notice in Notice.objects.all()}
    assert told == {(complete.begun_by, "matters.submitted"), (colleague, "matters.submitted")}


def test_what_was_submitted_is_frozen_with_its_sums(complete: Matter) -> None:
    one = RepresentativeFactory.create(matter=complete, valid_from=datetime.date(2027, 1, 1))

    submission = submitting.submit(complete, by=complete.begun_by, now=NEW_YEAR)

    content, manifest = json.loads(submission.content), submission.listed
    assert (content["number"], content["submitted_at"]) == ("TRY-2027-00001", "2026-12-31T17:00:00.000000Z")
    assert [(party["name"], party["country"]) for party in content["parties"]] == [
        (complete.enterprise.register_name, "cn"),
        ("ТОО «Ромашка»", "kz"),
    ]
    assert content["representatives"] == [
        {"party": 1, "name": "Sample Counsel", "from": "2027-01-01", "until": "", "authority": one.authority.sha256}
    ]
    assert (content["proceeding"], content["title"]) == ({"length": 26}, complete.title)
    assert manifest["submission"] == {
        "name": "submission.json",
        "size": len(submission.content.encode()),
        "sha256": digest(submission.content),
    }
    assert submission.files == [{"name": "授权委托书.pdf", "size": 1200, "sha256": "0" * 64}]
    assert manifest["history"]["hash"] == complete.entries.first().hash
    assert submission.sha256 == digest(submission.manifest)
    assert str(submission) == "TRY-2027-00001 1"


def test_authority_that_has_ended_or_has_no_paper_is_frozen_as_what_it_is(draft: Matter) -> None:
    until = datetime.date(2026, 2, 1)
    one = RepresentativeFactory.build(
        matter=draft, party=draft.parties.get(), authority=None, valid_until=until, valid_from=until
    )

    assert one.frozen() | {"name": ""} == {
        "party": 1,
        "name": "",
        "from": "2026-02-01",
        "until": "2026-02-01",
        "authority": "",
    }


def test_what_was_frozen_is_never_changed(submitted: Matter) -> None:
    with pytest.raises((InternalError, ProgrammingError), match="matters_submission"), transaction.atomic():
        Submission.objects.update(content="{}")

    assert Submission.objects.get().content != "{}"


def test_viewer_submits_nothing(complete: Matter) -> None:
    viewer = MembershipFactory.create(enterprise=complete.enterprise, role=Role.VIEWER).person

    with pytest.raises(NotAllowedError) as refusal:
        submitting.submit(complete, by=viewer)

    assert refusal.value.code == "role"


def test_enterprise_that_is_not_verified_submits_nothing(complete: Matter) -> None:
    type(complete.enterprise).objects.update(state=Registration.SUSPENDED)

    with pytest.raises(NotAllowedError) as refusal:
        submitting.submit(complete, by=complete.begun_by)

    assert refusal.value.code == "verified"


@pytest.mark.parametrize("state", ["infected", None])
def test_matter_that_lacks_something_is_not_submitted_and_says_what(draft: Matter, state: str | None) -> None:
    Matter.objects.filter(pk=draft.pk).update(title="Nuts")
    more = {"finding": "Eicar", "scanner": "ClamAV"} if state else {}
    paper = PaperFactory.create(owner=draft, purpose="matters.authority", state=state, **more) if state else None
    RepresentativeFactory.create(matter=draft, authority=paper)
    RepresentativeFactory.create(matter=draft, authority=None, revoked_at=NEW_YEAR)

    with pytest.raises(IncompleteMatterError) as refusal:
        submitting.submit(draft, by=draft.begun_by)

    assert refusal.value.missing == [
        "Name the other side.",
        "Hand in the paper that authorises Sample Counsel.",
        "Give it a longer title.",
    ]
    draft.refresh_from_db()
    assert (draft.number, Serial.objects.count(), Submission.objects.count()) == ("", 0, 0)


def test_matter_is_not_submitted_twice(submitted: Matter) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        submitting.submit(submitted, by=submitted.begun_by)

    assert (refusal.value.code, Serial.objects.get().last) == ("state", 1)


def test_number_is_there_exactly_when_it_was_submitted(draft: Matter) -> None:
    with pytest.raises(IntegrityError, match="matters_numbered_when_submitted"), transaction.atomic():
        Matter.objects.update(number="TRY-2026-00001")

    draft.refresh_from_db()
    assert draft.number == ""


def test_supplement_is_frozen_as_another_submission(submitted: Matter) -> None:
    with transaction.atomic():
        held = Matter.objects.locked().get(pk=submitted.pk)
        submitting.freeze(held, by=submitted.begun_by, at=NEW_YEAR)

    assert [one.position for one in submitted.submissions.all()] == [1, 2]


@pytest.mark.django_db(transaction=True)
def test_matters_submitted_at_once_have_each_a_number_and_none_is_left_out(proceeding) -> None:
    matters = [MatterFactory.create() for _ in range(4)]
    for matter in matters:
        MatterPartyFactory.create(matter=matter)
    broken = MatterFactory.create(title="Nuts")
    MatterPartyFactory.create(matter=broken)

    def submit(matter: Matter) -> str:
        submitting.submit(matter, by=matter.begun_by)
        return ""

    at_once(*[lambda one=one: submit(one) for one in (*matters, broken)], refused=NotAllowedError)

    numbered = Matter.objects.exclude(number="").order_by("serial")
    assert [matter.serial for matter in numbered] == [1, 2, 3, 4]
    assert all(chain.verify(chain.written_out(one)["entries"], one.key) == 2 for one in numbered)


def test_draft_that_is_withdrawn_never_had_a_number(draft: Matter) -> None:
    withdraw(draft, by=draft.begun_by)

    draft.refresh_from_db()
    assert (draft.state, draft.number, draft.is_ended) == ("withdrawn", "", True)
    assert draft.ended_at is not None
    assert Notice.objects.get().kind == "matters.withdrawn"


def test_matter_that_is_decided_is_not_withdrawn(submitted: Matter) -> None:
    move(submitted, "decide", by=None, actor=Actor.PORTAL)

    with pytest.raises(NotAllowedError) as refusal:
        withdraw(submitted, by=submitted.begun_by)

    assert refusal.value.code == "state"


def test_move_leaves_its_reason_in_the_event_and_not_in_the_history(submitted: Matter) -> None:
    event = move(submitted, "ask", by=None, actor=Actor.PORTAL, reason="The contract is missing.")

    entry = submitted.entries.last()
    assert (event.reason, entry.what) == ("The contract is missing.", "tests.matter.ask")
    assert entry.details == {"before": "submitted", "after": "asked"}
    assert submitted.ended_at is None
