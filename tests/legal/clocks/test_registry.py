import dataclasses
import re

import pytest

from legal.clocks import registry
from tests.legal.clocks.proceeding import ANSWER, CLOCKS, EXAMINATION, PROCEEDING

KIND = PROCEEDING.slug


def test_clocks_of_a_kind_are_found() -> None:
    assert registry.of(KIND) == CLOCKS
    assert registry.find(KIND, "answer") == ANSWER


def test_kind_nobody_registered_clocks_for_has_none() -> None:
    assert registry.of("nothing") == ()
    assert registry.find("nothing", "answer") is None


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"starts": ("fly",)}, "there is no move “fly”"),
        ({"ends": ("land",)}, "there is no move “land”"),
        ({"paused": ("asleep",)}, "there is no state “asleep”"),
        ({"starts": ()}, "nothing starts or ends “answer”"),
        ({"whose": "nobody"}, "“nobody” is nobody who has to act"),
        ({"reminds": (-1,)}, "“answer” reminds of what is past"),
    ],
)
def test_faulty_clock_is_refused_when_the_portal_starts(changed: dict[str, object], fault: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"{KIND}: {fault}.")):
        registry.register(KIND, dataclasses.replace(ANSWER, **changed))


def test_two_clocks_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two clocks are called “answer”"):
        registry.register(KIND, ANSWER, ANSWER)


def test_clocks_of_no_proceeding_are_refused() -> None:
    with pytest.raises(ValueError, match="There is no proceeding “nothing”"):
        registry.register("nothing", ANSWER)


def test_rule_of_a_clock_may_depend_on_the_matter() -> None:
    clock = dataclasses.replace(EXAMINATION, rule=lambda matter: f"{matter}-foreign")

    assert clock.rule_for("defence") == "defence-foreign"


@pytest.mark.parametrize(
    ("clock", "stands"),
    [(EXAMINATION, True), (ANSWER, False), (dataclasses.replace(ANSWER, paused=("asked",)), True)],
    ids=["staff", "applicant", "applicant as registered"],
)
def test_clock_of_staff_stands_still_where_its_proceeding_says_others_where_they_do(clock, stands: bool) -> None:
    assert clock.stands_still(PROCEEDING, "asked") is stands
    assert not clock.stands_still(PROCEEDING, "submitted")
