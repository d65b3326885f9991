"""A mediation from the request to the end, and each way out of it."""

import pytest

from legal.handling.actions.deciding import decide
from legal.matters.actions.expiring import empty as expire
from legal.matters.actions.moving import withdraw
from legal.matters.completeness import missing_in
from legal.mediation import agreement
from legal.mediation.actions import describing, meeting, settling
from legal.mediation.models import Award, Confirmation, Dispute, Session, Settlement
from legal.serving.courses import course_of
from portal.files.models import File
from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError
from tests.factories import MatterPartyFactory, UserFactory
from tests.legal.mediation.world import agreed, confirm_both, describe, in_sessions, settle, tomorrow

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


def test_request_lacks_the_dispute_and_the_applicants_own_agreement(empty) -> None:
    lacks = list(missing_in(empty))
    MatterPartyFactory.create(matter=empty, position=3)

    many = list(missing_in(describe(empty)))

    assert lacks == ["Write what the dispute is about.", "Agree to mediate yourself."]
    assert many == ["A mediation is held here between two sides: name one party on the other side."]


def test_what_was_submitted_says_which_text_was_agreed_to(accepted) -> None:
    dispute = Dispute.objects.get()
    frozen = dispute.frozen()
    told_of = dict(course_of("mediation").told(frozen | {"amount": "10.00", "currency": "KZT"}))

    assert "Amount in dispute" not in dict(course_of("mediation").told(frozen))
    assert frozen["agreement"] == {"version": agreement.VERSION, "sha256": agreement.summed_up("en")}
    assert told_of["Amount in dispute"] == "10.00 KZT"
    assert "Somebody who knows yarn." not in str(told_of)
    assert (str(dispute), str(accepted.mediation_agreements.get())) == (str(accepted), f"{accepted} applicant")


def test_amount_is_frozen_and_nothing_is_agreed_for_the_applicant(empty) -> None:
    from tests.factories import DisputeFactory  # noqa: PLC0415

    frozen = DisputeFactory.create(matter=empty, amount="5.50", currency="CNY").frozen()

    assert (frozen["amount"], frozen["agreement"]) == ("5.50", None)


def test_other_side_that_declines_ends_it(other, officer) -> None:
    describing.decline(other.matter, reason="", by=other.user)
    decide(other.matter, "close", by=officer)

    other.matter.refresh_from_db()
    assert other.matter.state == "closed"
    assert told("declined") == {other.matter.begun_by.email, other.user.email}


def test_applicant_does_not_decline_for_the_other_side(other) -> None:
    with pytest.raises(NotAllowedError) as refused:
        describing.decline(other.matter, by=other.matter.begun_by)

    assert refused.value.code == "role"


def test_silence_is_noted_with_its_reason(other, officer) -> None:
    decide(other.matter, "note-silence", reason="Nobody has answered.", by=officer)

    other.matter.refresh_from_db()
    assert (other.matter.state, told("moved")) == ("no-answer", {other.user.email})


@pytest.mark.parametrize("text_is_put", [False, True])
def test_either_side_can_stop_at_any_time(other, mediator, officer, text_is_put) -> None:
    matter = other.matter
    session = meeting.propose(matter, starts=tomorrow(), hours=1, by=officer)
    if text_is_put:
        settle(other, officer)

    describing.leave(matter, by=other.user)

    matter.refresh_from_db()
    session.refresh_from_db()
    assert (matter.state, session.state) == ("withdrawn", "cancelled")
    assert told("left") == {matter.begun_by.email, other.user.email}


def test_withdrawal_gives_the_times_free_and_tells_the_other_side(other, mediator) -> None:
    matter = other.matter
    session = meeting.propose(matter, starts=tomorrow(), hours=1, by=matter.begun_by)

    withdraw(matter, by=matter.begun_by)

    session.refresh_from_db()
    assert (session.state, told("moved")) == ("cancelled", {other.user.email})


def test_mediation_that_settles_nothing_is_ended_by_staff(other, put, officer) -> None:
    decide(other.matter, "not-settle", by=officer)

    other.matter.refresh_from_db()
    assert other.matter.state == "not-settled"


def test_each_side_agrees_once_and_to_the_text_it_has_read(other) -> None:
    with pytest.raises(NotAllowedError) as refused:
        describing.agree(other.matter, version=agreement.VERSION + 1, language="ru", by=other.user)
    first = describing.agree(other.matter, version=agreement.VERSION, language="ru", by=other.user)
    again = describing.agree(other.matter, version=agreement.VERSION, language="en", by=other.user)

    assert (refused.value.code, again, first.language) == ("text", first, "ru")
    assert first.sha256 == agreement.summed_up("ru") != agreement.summed_up("en")


def test_stranger_agrees_to_nothing(other) -> None:
    with pytest.raises(NotAllowedError) as refused:
        describing.agree(other.matter, version=agreement.VERSION, language="ru", by=UserFactory.create())

    assert refused.value.code == "role"


def test_applicant_agrees_before_it_submits(accepted) -> None:
    accepted.mediation_agreements.all().delete()

    with pytest.raises(NotAllowedError) as refused:
        describing.agree(accepted, version=agreement.VERSION, language="en", by=accepted.begun_by)

    assert refused.value.code == "state"


def test_representative_from_outside_binds_the_applicant_to_nothing(other, mediator, officer) -> None:
    from tests.factories import MatterInvitationFactory, ParticipantFactory  # noqa: PLC0415

    own = other.matter.parties.get(own=True)
    lawyer = ParticipantFactory.create(invitation=MatterInvitationFactory.create(party=own)).user
    session = meeting.propose(other.matter, starts=tomorrow(), hours=1, by=lawyer)
    sha256 = settle(other, officer)

    with pytest.raises(NotAllowedError) as refused:
        settling.confirm(other.matter, sha256=sha256, language="en", by=lawyer)

    assert (refused.value.code, session.applicant_at is not None) == ("role", True)


def test_nothing_is_left_when_the_term_of_retention_is_over(settled, officer) -> None:
    from legal.mediation.actions.awarding import hand_on  # noqa: PLC0415

    settling.make_paper(settled.settlements.get().pk)
    hand_on(settled, by=settled.begun_by)
    paper = settled.settlements.get().paper_id

    expire(settled)

    assert not any(model._default_manager.exists() for model in (Dispute, Settlement, Confirmation, Session, Award))
    assert not File.objects.filter(pk=paper).exists()


def test_settlement_that_is_no_paper_yet_is_removed_as_well(settled) -> None:
    expire(settled)

    assert not Settlement.objects.exists()


def test_day_of_the_decision_is_as_the_institution_notifies_it(accepted) -> None:
    deadline = accepted.deadlines.get()

    assert (deadline.clock, deadline.due, deadline.rule) == ("examination", None, None)


def test_answer_to_the_invitation_ends_its_clock(other) -> None:
    agreed(other)

    assert other.matter.deadlines.get(clock="answer").state in {"met", "missed"}
