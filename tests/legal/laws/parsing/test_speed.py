import time

import pytest

from tests.legal.laws.parsing.outlines import provisions

SIZE = 100_000


@pytest.mark.parametrize(
    "piece", ["1.", "1.1", "1-1", "第", "Article 1(", "статьи 1 ", "¹", "IV", "(", "[", "…", " . "]
)
@pytest.mark.parametrize("begin", ["", "Article 1.", "第一条 "])
def test_line_made_to_be_slow_is_read_in_time(begin: str, piece: str) -> None:
    text = begin + piece * (SIZE // len(piece))
    begun = time.process_time()

    provisions(text)

    assert time.process_time() - begun < 2
