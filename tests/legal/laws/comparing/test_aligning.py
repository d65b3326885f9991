import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal.laws.comparing import Pair, Place, Status, align
from tests.bench.measuring import within

LETTERS = "合同当事人应按照约定全面履行义务违责任损失赔偿标的物交付价款期限解除权利债担保抵押质证租赁承揽运输"


def article(number: int | str, body: str, *, kind: str = "article", path: str = "") -> Place:
    return Place(kind, str(number), path or f"{kind}-{number}", f"第{number}条", "", body)


def written(seed: int, length: int = 80) -> str:
    chance = random.Random(seed)  # noqa: S311 - words to compare, no secret
    return "".join(chance.choices(LETTERS, k=length))


def told(pairs: list[Pair]) -> list[tuple[str, str, Status]]:
    return [(p.old.number if p.old else "", p.new.number if p.new else "", p.status) for p in pairs]


def test_same_editions_are_unchanged() -> None:
    places = [article(number, written(number)) for number in range(1, 4)]

    assert [pair.status for pair in align(places, places)] == [Status.UNCHANGED] * 3


def test_reworded_article_is_changed() -> None:
    old, new = article(1, written(1)), article(1, written(1)[:60] + written(9, 20))

    (pair,) = align([old], [new])

    assert (pair, pair.is_reworded) == (Pair(old, new, Status.CHANGED), True)


def test_articles_renumbered_by_an_insertion_meet() -> None:
    old = [article(number, written(number)) for number in (1, 2, 3)]
    new = [article(1, written(1)), article(2, written(7)), article(3, written(2)), article(4, written(3)[:70])]

    pairs = align(old, new)

    assert told(pairs) == [
        ("1", "1", Status.UNCHANGED),
        ("", "2", Status.ADDED),
        ("2", "3", Status.RENUMBERED),
        ("3", "4", Status.RENUMBERED),
    ]
    assert [pair.is_reworded for pair in pairs] == [False, False, False, True]


@pytest.mark.parametrize(
    "notice",
    [
        "Утратила силу. - Федеральный закон от 01.01.2010 N 1-ФЗ.",
        "Сноска. Статья 2 исключена Законом РК от 02.04.2019 № 241-VI.",
        "[Omitted by the Finance Act, 2015 (Act V of 2015).]",
        "（已废止，见2015年第五号法令。）",
    ],
)
def test_article_that_was_repealed_or_restored_keeps_its_place(notice: str) -> None:
    full, repealed = article(2, written(2)), article(2, notice)
    other, gone = article(3, written(3)), article(3, notice)

    assert told(align([full, other], [repealed, gone])) == [("2", "2", Status.CHANGED), ("3", "3", Status.CHANGED)]
    assert told(align([repealed, other], [full, gone])) == [("2", "2", Status.CHANGED), ("3", "3", Status.CHANGED)]


def test_removed_article_stands_where_it_stood() -> None:
    old = [article(number, written(number)) for number in (1, 2, 3)]

    assert told(align(old, [old[1]])) == [
        ("1", "", Status.REMOVED),
        ("2", "2", Status.UNCHANGED),
        ("3", "", Status.REMOVED),
    ]


def test_number_given_to_other_words_is_removed_and_added() -> None:
    assert told(align([article(1, written(1))], [article(1, written(2))])) == [
        ("1", "", Status.REMOVED),
        ("", "1", Status.ADDED),
    ]


@pytest.mark.parametrize("bodies", [("已废止", written(1)), (written(1), ""), ("", "")])
def test_emptied_article_keeps_its_number(bodies: tuple[str, str]) -> None:
    assert [pair.status for pair in align([article(1, bodies[0])], [article(1, bodies[1])])] == [
        Status.UNCHANGED if bodies[0] == bodies[1] else Status.CHANGED
    ]


def test_articles_in_another_order_were_moved() -> None:
    one, two, three = (article(number, written(number)) for number in (1, 2, 3))

    assert told(align([one, two, three], [three, one, two])) == [
        ("3", "3", Status.MOVED),
        ("1", "1", Status.UNCHANGED),
        ("2", "2", Status.UNCHANGED),
    ]


def test_article_in_another_annex_was_moved() -> None:
    old = article(1, written(1), path="annex-1/article-1")
    new = article(1, written(1), path="annex-2/article-1")

    assert align([old], [new]) == [Pair(old, new, Status.MOVED)]


def test_places_of_different_kinds_never_meet() -> None:
    old, new = article(1, written(1), kind="article"), article(1, written(1), kind="note", path="article-1")

    assert [pair.status for pair in align([old], [new])] == [Status.REMOVED, Status.ADDED]
    assert [pair.status for pair in align([article(1, "")], [article(1, "", kind="note", path="article-1")])] == [
        Status.REMOVED,
        Status.ADDED,
    ]


def test_headings_meet_by_their_few_words() -> None:
    old = [
        article("1", "", kind="chapter", path="part-1/chapter-1"),
        Place("chapter", "2", "part-1/chapter-2", "", "总则"),
    ]
    new = [Place("chapter", "1", "part-2/chapter-1", "", "总则")]

    assert told(align(old, new)) == [("1", "", Status.REMOVED), ("2", "1", Status.RENUMBERED)]


def test_words_that_all_share_tell_nothing() -> None:
    old = [article(number, "违反本条例规定的") for number in range(1, 260)]
    new = [article(number, "违反本条例规定的行为") for number in range(301, 303)]

    pairs = align(old, new)

    assert {pair.status for pair in pairs} == {Status.REMOVED, Status.ADDED}


@given(
    st.lists(st.tuples(st.integers(1, 9), st.text("甲乙丙 ab", max_size=20)), max_size=9),
    st.lists(st.tuples(st.integers(1, 9), st.text("甲乙丙 ab", max_size=20)), max_size=9),
)
def test_each_place_is_in_one_pair(first: list[tuple[int, str]], second: list[tuple[int, str]]) -> None:
    old, new = ([article(*facts) for facts in edition] for edition in (first, second))

    pairs = align(old, new)

    assert [pair.new for pair in pairs if pair.new] == new
    assert sorted(map(repr, (pair.old for pair in pairs if pair.old))) == sorted(map(repr, old))


def test_code_of_1260_articles_is_compared_in_two_seconds() -> None:
    old = [article(number, written(number, 150)) for number in range(1, 1261)]
    new = [
        article(place.number if i < 100 else i + 20, place.body[:140] + written(i, 10)) for i, place in enumerate(old)
    ]

    with within(2):
        pairs = align(old, new)

    assert sum(pair.old is not None and pair.new is not None for pair in pairs) == 1260


@pytest.mark.slow
def test_criminal_procedure_interpretations_meet(corpus: Path) -> None:
    files = sorted((corpus / "cn-national" / "司法解释").glob("最高人民法院关于适用《刑事诉讼法》的解释(*.md"))
    old, new = (
        [article(i, line) for i, line in enumerate(file.read_text().splitlines()) if line.startswith("第")]
        for file in files
    )

    pairs = align(old, new)

    assert sum(pair.old is not None and pair.new is not None for pair in pairs) > 0.8 * len(old)
