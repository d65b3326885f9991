import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal.laws.citing import find
from tests.bench.measuring import within

PIECES = {
    language: re.findall(r"\S+|\n", words)
    for language, words in {
        "zh": "《 》 〈 （ ） 第 三 十 百 条 之一 款 、 至 本法 该法 民法典 中华人民共和国 附件 以下简称 的 \n 5 条例",
        "en": "Article_ Articles_ s._ § 5 17A IV ,_ _and_ _to_ _of_ the_ this_ Act Convention Annex_I 1872 ( ) \n"
        ' CISG_ "',
        "ru": "статьи_ ст._ § 5 28¹ - – ,_ _и_ пункт_ частью_ настоящего_ Кодекса Закона «О_недрах» (далее_–_ )"
        " РФ \n №_",
    }.items()
}


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    language = draw(st.sampled_from(sorted(PIECES)))
    pieces = draw(st.lists(st.sampled_from(PIECES[language]) | st.text(max_size=3), max_size=30))
    return language, "".join(pieces).replace("_", " ")


@given(texts())
def test_spans_lie_in_the_text_in_order_and_apart(given_text: tuple[str, str]) -> None:
    language, text = given_text

    found = find(text, language)

    assert all(0 <= cited.start < cited.end <= len(text) for cited in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(number for cited in found for number in cited.articles)


@pytest.mark.slow
def test_national_law_is_read_in_seconds(corpus: Path) -> None:
    texts = [file.read_text() for file in (corpus / "cn-national").rglob("*.md")]

    with within(12):
        found = sum(len(find(line, "zh")) for text in texts for line in text.splitlines())

    assert found > 25_000
