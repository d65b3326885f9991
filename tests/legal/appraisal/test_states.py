"""The course of a judicial appraisal, and how it stands as a proceeding of matters."""

import itertools

from legal.appraisal.kinds import Branch
from legal.appraisal.proceedings import APPRAISAL
from legal.appraisal.states import APPRAISING, PAUSED, WAY, State
from legal.services.starting import STARTS


def test_straight_way_is_walked_move_by_move() -> None:
    walked = [
        next(move.name for move in APPRAISING.leaving(state) if move.target == after)
        for state, after in itertools.pairwise(WAY)
    ]

    assert walked == [
        *("submit", "screen", "draft-entrustment", "sign", "receive", "notify-fee", "note-payment", "appoint"),
        *("begin-work", "draft-opinion", "issue", "deliver"),
    ]


def test_nothing_leaves_what_has_ended() -> None:
    assert [state for state in APPRAISAL.ended if APPRAISING.leaving(state)] == []


def test_no_clock_runs_while_something_is_supplemented() -> None:
    assert PAUSED == (State.SUPPLEMENT, State.MATERIALS)


def test_there_are_four_classes() -> None:
    assert len(Branch) == 4


def test_appraisal_is_offered_and_begun_from_its_page() -> None:
    assert (APPRAISAL.offered, STARTS["judicial-appraisal"].parts) == (True, {"kind": "appraisal"})


def test_staff_make_every_move_but_those_of_the_client_and_of_the_fees() -> None:
    made = {decision.move for decision in APPRAISAL.decisions}

    assert made == {move.name for move in APPRAISING.transitions} - {"submit", "supplement", "withdraw", "note-payment"}


def test_fee_may_be_paid_when_the_work_is_done_as_the_letter_says() -> None:
    assert APPRAISING.transition("appoint").sources == (State.RECEIVED, State.PAID)
