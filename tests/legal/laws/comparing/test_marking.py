from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal.laws.comparing import Mark, Marked, marks
from tests.bench.measuring import within

KEPT, DELETED, INSERTED = Mark.KEPT, Mark.DELETED, Mark.INSERTED
TEXTS = st.text(alphabet="ab cd,.\n第一条甲乙丙丁，。ёй́1２𠀀", max_size=60) | st.text(max_size=40)


def told(old: str, new: str) -> list[tuple[Mark, str]]:
    return [(run.mark, run.text) for run in marks(old, new)]


@given(old=TEXTS, new=TEXTS)
def test_both_texts_are_whole_in_the_marks(old: str, new: str) -> None:
    runs = marks(old, new)

    assert "".join(run.text for run in runs if run.mark is not INSERTED) == old
    assert "".join(run.text for run in runs if run.mark is not DELETED) == new
    assert all(run.text for run in runs)


@given(old=TEXTS, new=TEXTS)
def test_runs_of_one_kind_are_one_and_deletions_stand_first(old: str, new: str) -> None:
    kinds = [run.mark for run in marks(old, new)]

    assert all(
        pair in {(KEPT, DELETED), (KEPT, INSERTED), (DELETED, KEPT), (INSERTED, KEPT), (DELETED, INSERTED)}
        for pair in pairwise(kinds)
    )


@given(text=TEXTS)
def test_text_that_did_not_change_is_kept(text: str) -> None:
    assert marks(text, text) == ([Marked(KEPT, text)] if text else [])


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("处五年以下徒刑", "处三年以下徒刑", [(KEPT, "处"), (DELETED, "五"), (INSERTED, "三"), (KEPT, "年以下徒刑")]),
        (
            "within thirty days of notice",
            "within sixty days of notice",
            [(KEPT, "within "), (DELETED, "thirty"), (INSERTED, "sixty"), (KEPT, " days of notice")],
        ),
        (
            "срок пять дней",
            "срок десять рабочих дней",
            [(KEPT, "срок "), (DELETED, "пять"), (INSERTED, "десять рабочих"), (KEPT, " дней")],
        ),
        ("", "新", [(INSERTED, "新")]),
        ("旧", "", [(DELETED, "旧")]),
        ("甲乙丙丁戊", "天乙地丁戊", [(DELETED, "甲乙丙"), (INSERTED, "天乙地"), (KEPT, "丁戊")]),
        ("a b\nc", "x y\nz", [(DELETED, "a b"), (INSERTED, "x y"), (KEPT, "\n"), (DELETED, "c"), (INSERTED, "z")]),
    ],
)
def test_what_changed_is_marked_as_a_reader_would(old: str, new: str, found: list[tuple[Mark, str]]) -> None:
    assert told(old, new) == found


def test_very_long_texts_are_compared_by_lines_first() -> None:
    lines = [f"строка номер {number} с теми же словами" for number in range(4000)]
    changed = [*lines[:1000], "новая строка", *lines[1000:2000], lines[2000].replace("теми", "иными"), *lines[2001:]]

    runs = marks("\n".join(lines), "\n".join(changed))

    assert [(run.mark, run.text) for run in runs if run.mark is not KEPT] == [
        (INSERTED, "новая строка\n"),
        (DELETED, "теми"),
        (INSERTED, "иными"),
    ]


def test_texts_too_long_for_anything_finer_are_replaced_whole() -> None:
    old, new = "a\n" * 30_000, "b\n" * 30_000

    assert marks(old, new) == [Marked(DELETED, old), Marked(INSERTED, new)]


def test_long_line_replaced_by_a_long_line_is_not_looked_into() -> None:
    old, new = "甲" * 40_000 + "\n完", "乙" * 40_000 + "\n完"

    assert told(old, new) == [(DELETED, "甲" * 40_000 + "\n"), (INSERTED, "乙" * 40_000 + "\n"), (KEPT, "完")]


def test_texts_made_to_be_slow_are_compared_in_time() -> None:

    with within(4):
        marks("甲乙" * 60_000, "乙甲丙" * 40_000)
        marks("ab " * 9_000, "ba c " * 6_000)
