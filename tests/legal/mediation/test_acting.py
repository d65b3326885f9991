"""What sessions, settlements and awards allow, and what they refuse."""

import io

import pypdf
import pytest
from django.db import ProgrammingError, transaction

from legal.exhibits.models import Exhibit
from legal.matters.actions.moving import move, withdraw
from legal.matters.models import Actor
from legal.mediation import tasks
from legal.mediation.actions import awarding, meeting, settling
from legal.mediation.models import Session, Settlement
from portal import sending
from portal.files import registry, storage
from portal.workflow.errors import NotAllowedError
from tests.at_once import at_once
from tests.factories import ExhibitFactory, MediatorFactory, ProducedFactory, UserFactory
from tests.legal.mediation.world import TEXTS, confirm_both, staff, tomorrow

pytestmark = pytest.mark.django_db


def refusal(doing) -> str:
    with pytest.raises(NotAllowedError) as refused:
        doing()
    return str(refused.value.code)


def test_mediator_is_in_one_place_at_a_time(other, mediator) -> None:
    matter, by = other.matter, other.user
    meeting.propose(matter, starts=tomorrow(10), hours=2, by=by)

    taken = refusal(lambda: meeting.propose(matter, starts=tomorrow(11), hours=1, by=by))
    after = meeting.propose(matter, starts=tomorrow(12), hours=1, by=by)

    assert (taken, after.state) == ("taken", "proposed")


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_of_two_who_propose_at_once_one_has_the_mediator(other, mediator) -> None:
    matter = other.matter

    def propose(by):
        def doing() -> str:
            try:
                meeting.propose(matter, starts=tomorrow(10), hours=2, by=by)
            except NotAllowedError as refused:
                return str(refused.code)
            return "proposed"

        return doing

    outcomes = at_once(propose(other.user), propose(matter.begun_by))

    assert sorted(outcomes) == ["proposed", "taken"]


def test_more_times_than_the_most_are_not_proposed(other, mediator, monkeypatch) -> None:
    monkeypatch.setattr(meeting, "MOST_OPEN", 1)
    meeting.propose(other.matter, starts=tomorrow(10), hours=1, by=other.user)

    assert refusal(lambda: meeting.propose(other.matter, starts=tomorrow(12), hours=1, by=other.user)) == "many"


def test_officer_proposes_and_both_have_to_agree(other, mediator, officer) -> None:
    session = meeting.propose(other.matter, starts=tomorrow(), hours=1, by=officer)
    one = meeting.agree(session, by=other.user).state
    two = meeting.agree(session, by=other.matter.begun_by)

    assert (one, two.state, two.sequence) == ("proposed", "agreed", 1)


def test_time_that_was_given_free_or_has_passed_is_agreed_to_by_nobody(other, mediator, officer) -> None:
    free = meeting.propose(other.matter, starts=tomorrow(10), hours=1, by=other.user)
    meeting.cancel(free, by=other.user)
    past = meeting.propose(other.matter, starts=tomorrow(12), hours=1, by=other.user)
    Session.objects.filter(pk=past.pk).update(starts="2020-01-01T10:00:00Z")
    by = other.matter.begun_by
    theirs = meeting.propose(other.matter, starts=tomorrow(14), hours=1, by=officer)
    meeting.cancel(theirs, by=officer)

    assert refusal(lambda: meeting.agree(theirs, by=by)) == "state"
    assert refusal(lambda: meeting.agree(free, by=by)) == "state"
    assert refusal(lambda: meeting.agree(past, by=by)) == "past"


def test_session_is_held_once_it_has_begun(other, mediator, officer) -> None:
    session = meeting.propose(other.matter, starts=tomorrow(), hours=1, by=other.user)
    meeting.agree(session, by=other.matter.begun_by)
    early = refusal(lambda: meeting.hold(session, by=officer))
    Session.objects.filter(pk=session.pk).update(starts="2020-01-01T10:00:00Z")

    meeting.hold(session, by=officer)

    session.refresh_from_db()
    assert (early, session.state) == ("early", "held")


def test_another_mediator_gives_the_times_free(other, mediator, officer) -> None:
    session = meeting.propose(other.matter, starts=tomorrow(), hours=1, by=other.user)
    same = refusal(lambda: meeting.replace(other.matter, mediator=mediator, by=officer))
    retired = MediatorFactory.create(available=False)
    away = refusal(lambda: meeting.replace(other.matter, mediator=retired, by=officer))

    meeting.replace(other.matter, mediator=MediatorFactory.create(), by=officer)

    session.refresh_from_db()
    assert (same, away, session.state) == ("same", "mediator", "cancelled")


def test_settlement_without_a_word_is_not_put(other, mediator, officer) -> None:
    assert refusal(lambda: settling.put(other.matter, texts={"en": " "}, by=officer)) == "empty"


def test_text_is_put_again_as_the_next_version(other, put, officer) -> None:
    matter = other.matter
    settling.confirm(matter, sha256=put, language="ru", by=other.user)
    move(matter, "reopen", by=officer, actor=Actor.OFFICER, reason="A clause is wrong.")
    second = settling.put(matter, texts={"en": "The buyer pays by 2 March."}, by=officer)
    matter.refresh_from_db()

    changed = refusal(lambda: settling.confirm(matter, sha256=put, language="en", by=matter.begun_by))
    confirm_both(other, second.sha256)

    assert (changed, second.version, matter.state) == ("changed", 2, "confirmed")
    assert str(second) == f"{matter} 2"


def test_side_confirms_once(other, put) -> None:
    first = settling.confirm(other.matter, sha256=put, language="ru", by=other.user)
    again = settling.confirm(other.matter, sha256=put, language="en", by=other.user)

    assert (first, str(again)) == (again, f"{other.matter} 1 respondent")


def test_text_that_was_put_is_changed_by_nobody(other, put) -> None:
    with pytest.raises(ProgrammingError), transaction.atomic():
        Settlement.objects.update(texts={"en": "The buyer pays nothing."})


def test_paper_has_the_text_and_who_confirmed_it_in_each_language(settled) -> None:
    pk = settled.settlements.get().pk

    made, again = settling.make_paper(pk), settling.make_paper(pk)

    with storage.papers().opened(storage.key(made.paper)) as kept:
        text = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(kept.read())).pages)
    assert again is None
    for words in (*TEXTS.values(), "Settlement", "Мировое соглашение", made.sha256, settled.number):
        assert words in text, words


def test_sweep_finds_what_was_lost_until_the_paper_is_made(settled, monkeypatch) -> None:
    told: list[tuple[object, ...]] = []
    monkeypatch.setattr(sending.current_app, "send_task", lambda name, args, **_: told.append((name, *args)))
    pk = settled.settlements.get().pk

    tasks.sweep()
    tasks.make_paper(pk)
    tasks.sweep()

    assert told.count(("legal.mediation.tasks.make_paper", pk)) == 1


def test_paper_is_read_by_both_sides_and_the_officer_alone(settled, other, officer) -> None:
    made = settling.make_paper(settled.settlements.get().pk)
    arbitrates = staff("handle_arbitration")

    readers = [settled.begun_by, other.user, officer, arbitrates, UserFactory.create()]

    assert [registry.may_read(one, made) for one in readers] == [True, True, True, False, False]


def test_award_is_asked_for_with_the_settlement_and_nothing_else_of_the_mediation(settled) -> None:
    ProducedFactory.create(matter=settled, exhibit=ExhibitFactory.create(enterprise=settled.enterprise))
    settling.make_paper(settled.settlements.get().pk)

    award = awarding.hand_on(settled, by=settled.begun_by)
    again = awarding.hand_on(settled, by=settled.begun_by)

    begun = award.begun
    produced = begun.produced.get().exhibit
    assert (award, begun.kind, begun.state) == (again, "arbitration", "draft")
    assert produced.sha256 == settled.settlements.get().paper.sha256
    assert produced.name == f"Settlement in the mediation {settled.number}"
    assert (produced.language, produced.second_language) == ("en", "ru")
    assert begun.parties.get(own=False).name == settled.parties.get(own=False).name
    assert str(award) == f"{settled} {begun}"


def test_award_is_asked_for_anew_with_the_same_exhibit_once_the_draft_is_gone(settled) -> None:
    settling.make_paper(settled.settlements.get().pk)
    first = awarding.hand_on(settled, by=settled.begun_by)
    withdraw(first.begun, by=settled.begun_by)

    second = awarding.hand_on(settled, by=settled.begun_by)

    assert second.begun != first.begun
    assert Exhibit.objects.filter(enterprise=settled.enterprise).count() == 1


def test_settlement_in_one_language_is_an_exhibit_in_one(other, mediator, officer) -> None:
    put = settling.put(other.matter, texts={"zh-hans": "买方三月一日前付款。"}, by=officer)
    confirm_both(other, put.sha256)
    settling.make_paper(put.pk)

    produced = awarding.hand_on(other.matter, by=other.matter.begun_by).begun.produced.get()

    assert (produced.exhibit.language, produced.exhibit.second_language) == ("zh", "")


def test_award_waits_for_the_paper_and_for_arbitration_to_be_offered(settled, monkeypatch) -> None:
    early = refusal(lambda: awarding.hand_on(settled, by=settled.begun_by))
    settling.make_paper(settled.settlements.get().pk)
    monkeypatch.setattr(awarding, "BY_SLUG", {})

    assert (early, refusal(lambda: awarding.hand_on(settled, by=settled.begun_by))) == ("paper", "kind")


def test_nothing_is_handed_on_before_both_have_confirmed(other, put) -> None:
    assert refusal(lambda: awarding.hand_on(other.matter, by=other.matter.begun_by)) == "state"
