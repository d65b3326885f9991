"""The trial proceeding of matters with clocks: one of staff that stands still, one of the applicant without a rule."""

import dataclasses

from legal.clocks.actions import follow
from legal.clocks.registry import Clock
from legal.clocks.states import Whose
from tests.legal.matters.proceeding import PROCEEDING as MATTERS

PROCEEDING = dataclasses.replace(MATTERS, moved=follow)
EXAMINATION = Clock(
    "examination",
    "Examination",
    whose=Whose.STAFF,
    starts=("submit",),
    ends=("decide",),
    rule="examination",
    calendars=("cn",),
    reminds=(3, 1),
    extendable=True,
    extension="extension",
)
ANSWER = Clock("answer", "Answer", whose=Whose.APPLICANT, starts=("ask",), ends=("answer",), reminds=(3,))
CLOCKS = (EXAMINATION, ANSWER)
