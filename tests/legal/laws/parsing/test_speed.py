import pytest

from legal.laws.kinds import TextStatus
from legal.laws.parsing.aligning import align_headings
from legal.laws.parsing.records import ParsedText
from tests.bench.measuring import within
from tests.legal.laws.parsing.outlines import provisions

SIZE = 100_000


@pytest.mark.parametrize(
    "piece", ["1.", "1.1", "1-1", "第", "Article 1(", "статьи 1 ", "¹", "IV", "(", "[", "…", " . "]
)
@pytest.mark.parametrize("begin", ["", "Article 1.", "第一条 "])
def test_line_made_to_be_slow_is_read_in_time(begin: str, piece: str) -> None:
    text = begin + piece * (SIZE // len(piece))

    with within(2):
        provisions(text)


LINES = 20_000
SHORT_LINES = [
    "第", "1", "Annex", "附件", "(", "¹", "10¹-", "一、", "“改为", "目录", "Article 1 ..... 5",
    "Chapter I\nArticle 1.", "Article 1.\nArticle 2.", "Schedule\nArticle 1.\na", "|a|\nb", "Article 1.\n|a|",
]  # fmt: skip


@pytest.mark.parametrize("piece", SHORT_LINES)
def test_text_of_many_short_lines_is_read_in_time(piece: str) -> None:
    text = f"{piece}\n" * (LINES // (piece.count("\n") + 1))

    with within(3):
        provisions(text)


def test_two_texts_of_many_headings_meet_in_time() -> None:
    text = "".join(f"Chapter {n}\nArticle {n}.\n" for n in range(1, 5000))
    texts = [ParsedText(language, TextStatus.OFFICIAL, "", "", provisions(text), []) for language in ("en", "ru")]

    with within(2):
        align_headings(texts)
