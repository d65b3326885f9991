import pytest

from legal.laws.linking.counting import moved


@pytest.mark.parametrize(
    ("before", "after", "much"),
    [
        (0, 0, False),
        (0, 1, True),
        (1, 0, True),
        (1, 2, False),
        (1, 3, True),
        (10, 20, False),
        (10, 21, True),
        (21, 10, True),
    ],
)
def test_count_has_moved_when_it_has_doubled_or_halved(before: int, after: int, *, much: bool) -> None:
    assert moved(before, after) == much
