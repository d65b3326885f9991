"""Whatever comes in, is waived and goes out, in any order: the state is what the sums say, and a move leads there."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal.fees.states import MOVES, NOTICE, State
from legal.fees.summing import state_of

TOTAL = Decimal(300)
CHANGES = st.lists(st.tuples(st.sampled_from(["received", "waived", "refunded"]), st.integers(1, 40_000)), max_size=12)


@given(changes=CHANGES)
def test_table_has_the_move_for_each_change_of_the_sums(changes) -> None:
    sums = {"received": Decimal(0), "waived": Decimal(0), "refunded": Decimal(0)}
    state = State.ISSUED
    for kind, fen in changes:
        room = {
            "received": TOTAL * 10,
            "waived": TOTAL - sums["waived"],
            "refunded": sums["received"] - sums["refunded"] - TOTAL + sums["waived"],
        }
        sums[kind] += max(min(Decimal(fen) / 100, room[kind]), Decimal(0))

        after = state_of(TOTAL, **sums)

        assert after == state or state in NOTICE.transition(MOVES[after]).sources
        state = after


@pytest.mark.parametrize(
    ("sums", "state"),
    [
        ((0, 0, 0), State.ISSUED),
        ((1, 0, 0), State.PART_PAID),
        ((300, 0, 0), State.PAID),
        ((301, 0, 0), State.OVERPAID),
        ((301, 1, 0), State.PAID),
        ((0, 0, 300), State.WAIVED),
        ((0, 0, 299), State.ISSUED),
        ((1, 0, 299), State.PAID),
        ((1, 0, 300), State.OVERPAID),
    ],
)
def test_state_is_what_the_sums_say(sums, state) -> None:
    received, refunded, waived = map(Decimal, sums)

    assert state_of(Decimal(300), received=received, refunded=refunded, waived=waived) == state


def test_each_state_is_led_to_by_one_move() -> None:
    assert set(MOVES) == set(State) - {State.ISSUED}
