"""Sample courses of a demonstration, plainly marked: open, full with a line, held with certificates, called off."""

import datetime
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from legal.training.actions.attending import note_attendance
from legal.training.actions.certifying import issue_all
from legal.training.actions.courses import publish
from legal.training.actions.enrolling import enrol
from legal.training.actions.loading import load_universities
from legal.training.actions.sessions import cancel, hold, open_enrolment, plan
from legal.training.models import Course, Session, University
from legal.training.models.session import ZONE
from portal.accounts.models import User
from portal.languages import LANGUAGES
from portal.reference.models import Topic

SAMPLES: Final = Path(__file__).parents[1] / "data" / "samples.toml"
BEGINS: Final = datetime.time(10)
DAY: Final = datetime.timedelta(days=1)


@transaction.atomic
def make_sample_courses(people: Sequence[User], *, by: User) -> list[Course]:
    """The sample courses with their sessions, in which these people take part; none where they are there."""
    load_universities()
    if Course.objects.filter(sample=True).exists():
        return []
    with SAMPLES.open("rb") as file:
        return [_course(given, people, by=by) for given in tomllib.load(file)["course"]]


def _course(given: dict[str, Any], people: Sequence[User], *, by: User) -> Course:
    course = Course.objects.create(
        slug=given["slug"],
        university=University.objects.get(slug=given["university"]),
        languages=given["languages"],
        sample=True,
        **_columns("title", given["title"]),
        **_columns("summary", given["summary"]),
        **_columns("audience", given["audience"]),
    )
    course.topics.set(Topic.objects.filter(slug__in=given["topics"]))
    publish(course, by=by)
    for one in given["sessions"]:
        _session(course, one, people, by=by)
    return course


def _session(course: Course, given: Mapping[str, Any], people: Sequence[User], *, by: User) -> None:
    starts = datetime.datetime.combine(timezone.localdate(timezone=ZONE) + given["day"] * DAY, BEGINS, ZONE)
    session = Session(
        course=course,
        starts=starts,
        ends=starts + datetime.timedelta(hours=given["hours"]),
        closes=starts - DAY,
        capacity=given["capacity"],
        link=given.get("link", ""),
        **_columns("place", given.get("place", {})),
    )
    plan(session, by=by)
    open_enrolment(session, by=by, now=session.closes - DAY)
    if given.get("full") or given.get("held"):
        for person in people:
            enrol(session, name=person.full_name, by=person, now=session.closes - DAY)
    if given.get("held"):
        hold(session, by=by)
        note_attendance(session, attended=list(session.enrolments.seated()[1:]), by=by)
        issue_all(session, by=by)
    if "cancelled" in given:
        cancel(session, reason=" · ".join(given["cancelled"].values()), by=by)


def _columns(field: str, words: Mapping[str, str]) -> dict[str, str]:
    return {f"{field}_{language.column}": words.get(language.text, "") for language in LANGUAGES}
