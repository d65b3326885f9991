"""The course of an application for notarization, and how it stands as a proceeding of matters."""

import itertools

from legal.matters.kinds import BY_SLUG
from legal.notarization.kinds import ITEMS, Act
from legal.notarization.proceedings import NOTARIZATION
from legal.notarization.states import CERTIFIED, NOTARIZING, PAUSED, WAY, State
from legal.services.starting import STARTS


def test_straight_way_is_walked_move_by_move() -> None:
    walked = [
        next(move.name for move in NOTARIZING.leaving(state) if move.target == after)
        for state, after in itertools.pairwise(WAY)
    ]

    assert walked == ["submit", "check", "accept", "notify-fee", "note-payment", "approve", "issue", "deliver"]


def test_nothing_leaves_what_has_ended() -> None:
    assert [state for state in NOTARIZATION.ended if NOTARIZING.leaving(state)] == []


def test_no_clock_runs_while_materials_are_supplemented_or_facts_verified() -> None:
    assert PAUSED == (State.SUPPLEMENT, State.VERIFICATION)


def test_every_decision_against_the_applicant_says_why() -> None:
    against = {"ask-supplement", "not-accept", "verify", "refuse", "terminate", "correct", "revoke"}

    assert {move.name for move in NOTARIZING.transitions if move.reasoned} == against


def test_certificate_is_revoked_whenever_there_is_one() -> None:
    assert set(NOTARIZING.transition("revoke").sources) == set(CERTIFIED)


def test_each_matter_stands_under_an_item_of_the_article() -> None:
    assert set(ITEMS) == set(Act)


def test_notarization_is_offered_and_begun_from_its_page() -> None:
    assert (BY_SLUG["notarization"].offered, STARTS["notarization"].parts) == (True, {"kind": "notarization"})


def test_staff_make_every_move_but_those_of_the_applicant_and_of_the_fees() -> None:
    made = {decision.move for decision in NOTARIZATION.decisions}

    assert made == {move.name for move in NOTARIZING.transitions} - {"submit", "supplement", "withdraw", "note-payment"}
