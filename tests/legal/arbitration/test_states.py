"""The course of a request for arbitration, and how it stands as a proceeding of matters."""

import itertools

from legal.arbitration.proceedings import ARBITRATION
from legal.arbitration.states import BEFORE_HANDING_OVER, FILING, PAUSED, WAY, State
from legal.matters.kinds import BY_SLUG
from legal.services.starting import STARTS


def test_straight_way_is_walked_move_by_move() -> None:
    walked = [
        next(move.name for move in FILING.leaving(state) if move.target == after)
        for state, after in itertools.pairwise(WAY)
    ]

    assert walked == ["submit", "examine", "accept", "notify-fee", "note-payment", "notify", "answer", "hand-over"]


def test_nothing_leaves_what_has_ended() -> None:
    assert [state for state in ARBITRATION.ended if FILING.leaving(state)] == []


def test_request_is_taken_back_until_it_is_with_the_institution() -> None:
    assert set(BEFORE_HANDING_OVER) == set(State) - {*ARBITRATION.ended, State.HANDED_OVER}


def test_supplement_is_written_by_the_applicant_while_no_clock_runs() -> None:
    assert PAUSED == (State.SUPPLEMENT,)
    assert State.SUPPLEMENT in ARBITRATION.drafting


def test_respondent_who_does_not_answer_holds_nothing_up() -> None:
    assert {State.NOTIFIED, State.ANSWERED} == set(FILING.transition("hand-over").sources)


def test_arbitration_is_offered_as_a_proceeding_and_begun_from_its_service() -> None:
    assert BY_SLUG["arbitration"] is ARBITRATION
    assert ARBITRATION.offered
    assert STARTS["arbitration"].address.endswith("/enterprises/file-arbitration/")
