"""The courses of a consultation and of a contract review."""

import pytest

from legal.advice.proceedings import CONSULTING, REVIEWS
from legal.advice.states import CONSULTATION, REVIEW
from legal.matters.kinds import BY_SLUG


@pytest.mark.parametrize("proceeding", [CONSULTING, REVIEWS], ids=lambda one: one.slug)
def test_every_state_has_a_way_out_or_is_for_good(proceeding) -> None:
    stuck = {state for state in proceeding.machine.states.values if not proceeding.machine.leaving(state)}

    assert stuck == set(proceeding.ended)
    assert BY_SLUG[proceeding.slug] == proceeding


def test_answered_question_can_be_asked_further_and_nothing_answered_is_withdrawn() -> None:
    assert {move.name for move in CONSULTATION.leaving("answered")} == {"ask-further", "close"}


def test_delivered_remarks_can_only_be_closed() -> None:
    assert {move.name for move in REVIEW.leaving("delivered")} == {"close"}
