"""A checklist is of every case until the reader says which is theirs."""

import pytest

from legal.services.checklist import Asked, checklist
from legal.services.kinds import Need
from legal.services.models import Material
from legal.services.passing import Passage, Way
from portal.reference.models import Jurisdiction

CHINA, KAZAKHSTAN = Jurisdiction(pk=1, code="cn"), Jurisdiction(pk=2, code="kz")
PAPERS = [
    Material(pk=1, name_en="request", need=Need.ALWAYS, formal=True),
    Material(pk=2, name_en="power", need=Need.REPRESENTED),
    Material(pk=3, name_en="translation", need=Need.OTHER_LANGUAGE),
    Material(pk=4, name_en="proposal", need=Need.WISHED),
]


@pytest.fixture(autouse=True)
def english(settings) -> None:
    settings.LANGUAGE_CODE = "en"


def lines(asked: Asked) -> list[tuple[int, bool, bool]]:
    return [(line.material.pk, bool(line.case), line.passes) for line in checklist(PAPERS, asked).lines]


def test_all_papers_stand_with_their_case_until_one_is_said() -> None:
    found = checklist(PAPERS, Asked())

    assert lines(Asked()) == [(1, False, False), (2, True, False), (3, True, False), (4, True, False)]
    assert [value for value, _ in found.cases] == [Need.REPRESENTED, Need.OTHER_LANGUAGE]


def test_papers_of_other_cases_are_left_out() -> None:
    assert lines(Asked(frozenset({Need.REPRESENTED}), narrowed=True)) == [
        (1, False, False),
        (2, False, False),
        (4, True, False),
    ]


def test_papers_made_abroad_need_a_way_and_a_translation() -> None:
    asked = Asked(passage=Passage(KAZAKHSTAN, CHINA, Way.UNKNOWN, ()), narrowed=True)

    assert lines(asked) == [(1, False, True), (3, False, False), (4, True, False)]


def test_papers_made_at_home_need_neither() -> None:
    asked = Asked(passage=Passage(CHINA, CHINA, Way.NONE, ()), narrowed=True)

    assert lines(asked) == [(1, False, False), (4, True, False)]
