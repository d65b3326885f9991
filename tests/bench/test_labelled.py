"""The labelled questions have the form that measuring relies on; whether search answers them is measured elsewhere."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

LABELLED = Path(__file__).with_name("labelled.tsv")
COLUMNS = ["split", "asked", "wanted", "question", "answers"]
ANSWER = re.compile(r"[a-z]{2,3}-[a-z0-9]+(?:-[a-z0-9]+)*#[0-9]+[A-Z]*(?:[.-][0-9]+)*")
COUNTRIES = {"cn": {"cn"}, "ru": {"kg", "kz", "ru", "uz"}, "en": {"int", "pk", "un"}}
# Fewer than this in each split, and one question more or less found would look like a change of the search.
LEAST = {
    ("zh", "cn"): 80,
    ("en", "ru"): 70,
    ("ru", "ru"): 20,
    ("zh", "ru"): 15,
    ("ru", "cn"): 15,
    ("en", "cn"): 15,
    ("en", "en"): 15,
}


def lines() -> list[list[str]]:
    return [line.split("\t") for line in LABELLED.read_text(encoding="utf-8").splitlines()]


def rows() -> list[dict[str, str]]:
    header, *rest = lines()
    return [dict(zip(header, row, strict=True)) for row in rest]


def test_header_names_the_columns() -> None:
    assert lines()[0] == COLUMNS


def test_every_line_fills_every_column() -> None:
    unfilled = [
        line for line in lines() if len(line) != len(COLUMNS) or not all(cell == cell.strip() != "" for cell in line)
    ]

    assert unfilled == []


def test_answers_name_a_law_and_an_article() -> None:
    wrong = [answer for row in rows() for answer in row["answers"].split(" ") if not ANSWER.fullmatch(answer)]

    assert wrong == []


def test_answers_stand_in_the_wanted_laws() -> None:
    strange = [
        answer
        for row in rows()
        for answer in row["answers"].split(" ")
        if answer.partition("-")[0] not in COUNTRIES[row["wanted"]]
    ]

    assert strange == []


def test_no_answer_is_named_twice_for_a_question() -> None:
    repeated = [row["question"] for row in rows() if len(set(row["answers"].split())) < len(row["answers"].split())]

    assert repeated == []


def test_no_question_is_asked_twice() -> None:
    asked = Counter(row["question"].casefold() for row in rows())

    assert [question for question, times in asked.items() if times > 1] == []


@pytest.mark.parametrize("pair", LEAST, ids="-".join)
@pytest.mark.parametrize("split", ["tune", "held"])
def test_each_split_has_enough_questions(pair: tuple[str, str], split: str) -> None:
    found = sum((row["asked"], row["wanted"], row["split"]) == (*pair, split) for row in rows())

    assert found >= LEAST[pair]


def test_only_known_languages_and_laws_are_paired() -> None:
    assert {(row["asked"], row["wanted"]) for row in rows()} == set(LEAST)


def test_splits_take_turns_within_a_pair() -> None:
    for pair in LEAST:
        splits = [row["split"] for row in rows() if (row["asked"], row["wanted"]) == pair]

        assert set(splits) == {"tune", "held"}
        assert all(one != other for one, other in pairwise(splits))
