import pytest

from legal.enquiries.names import Named, compare, keys_of
from tests.legal.enquiries.names.pairs import OTHERS, SAME


def told(name):
    return Named(tuple(keys_of(name)))


@pytest.mark.parametrize(("one", "other", "verdict"), [*SAME, *OTHERS])
def test_two_names_get_their_verdict_whichever_comes_first(one, other, verdict):
    assert compare(told(one), told(other)).verdict == verdict
    assert compare(told(other), told(one)).verdict == verdict
