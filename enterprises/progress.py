"""How far a registration has come, as its pages show it."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django_stubs_ext import StrPromise

from enterprises.completeness import missing_in
from enterprises.identifiers.doubts import Doubts
from enterprises.models import Enterprise
from enterprises.papers import PURPOSES, shown_papers
from enterprises.steps import DESCRIBE, FIELDS, IDENTIFY, NUMBER, PAPERS, PEOPLE_STEP, STEPS, Step
from portal.accounts.models import User


@dataclass(frozen=True, slots=True)
class Passed:
    """A step as the list beside the page shows it."""

    step: Step
    is_current: bool
    is_done: bool
    number: int


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer as it is read before it is sent: what is odd about it, and what officers remarked."""

    label: StrPromise | str
    value: str
    remarks: tuple[str, ...] = ()
    doubts: Doubts = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A remark: when it was made, about what, and its text."""

    made_at: datetime.datetime
    label: StrPromise | str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """The answers of one step."""

    step: Step
    answers: tuple[Answered, ...]


def steps_of(enterprise: Enterprise, current: Step) -> list[Passed]:
    """The steps in order; one is done when nothing is missing in it, and those without duties when they are passed."""
    lacking = {missing.step for missing in missing_in(enterprise)}
    place = STEPS.index(current)
    return [
        Passed(step, step == current, step != current and _is_done(step, lacking, passed=number < place), number + 1)
        for number, step in enumerate(STEPS)
    ]


def remarks_by_field(enterprise: Enterprise) -> dict[str, list[str]]:
    """What officers remarked at the latest return, by field."""
    remarks: dict[str, list[str]] = defaultdict(list)
    for remark in enterprise.remarks.unanswered():
        remarks[remark.field].append(remark.text)
    return dict(remarks)


def remarked(enterprise: Enterprise) -> list[tuple[StrPromise | str, str]]:
    """What officers remarked at the latest return: what each remark is about, and its text."""
    remarks = remarks_by_field(enterprise)
    return [(label, text) for field, (_, label) in FIELDS.items() for text in remarks.get(field, ())]


def told_remarks(enterprise: Enterprise) -> list[Told]:
    """Everything officers ever remarked, in order."""
    return [Told(one.made_at, FIELDS[one.field][1], one.text) for one in enterprise.remarks.all()]


def facts_of(enterprise: Enterprise) -> list[Answered]:
    """The facts of an enterprise, but for its numbers and papers."""
    return [
        Answered(label, shown(enterprise, field))
        for field, (step, label) in FIELDS.items()
        if step in (IDENTIFY, DESCRIBE) and not field.startswith(NUMBER)
    ]


def reviewed(enterprise: Enterprise, user: User) -> list[Group]:
    """Everything that was answered, step by step."""
    remarks = remarks_by_field(enterprise)
    numbers = [
        Answered(one.label, one.value, tuple(remarks.get(f"{NUMBER}{one.scheme}", ())), one.doubts)
        for one in enterprise.identifiers.all()
    ]
    facts: dict[Step, list[Answered]] = {step: [] for step in (IDENTIFY, DESCRIBE)}
    for field, (step, label) in FIELDS.items():
        if step in facts and not field.startswith(NUMBER):
            facts[step].append(Answered(label, shown(enterprise, field), tuple(remarks.get(field, ()))))
    names = {purpose.slug: name for name, purpose in PURPOSES.items()}
    papers = [
        Answered(str(file.purpose_label), file.name, tuple(remarks.get(names.get(file.purpose, ""), ())))
        for file in shown_papers(enterprise, user)
    ]
    invited = [Answered(one.get_role_display(), one.email) for one in enterprise.invitations.pending()]
    return [
        Group(IDENTIFY, (*numbers, *facts[IDENTIFY])),
        Group(DESCRIBE, tuple(facts[DESCRIBE])),
        Group(PAPERS, tuple(papers)),
        Group(PEOPLE_STEP, tuple(invited)),
    ]


def shown(enterprise: Enterprise, field: str) -> str:
    """An answer as people read it; as it was typed where it is not right yet."""
    if field in enterprise.unfinished:
        return str(enterprise.unfinished[field])
    if field == "in_zone":
        return enterprise.get_in_zone_display()
    return str(getattr(enterprise, field) or "")


def _is_done(step: Step, lacking: set[Step], *, passed: bool) -> bool:
    return step not in lacking and (passed or step in (IDENTIFY, DESCRIBE, PAPERS))
