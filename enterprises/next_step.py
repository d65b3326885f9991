"""What somebody can do next for an enterprise, as it stands and as their role allows."""

from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

from enterprises.models import Membership
from enterprises.states import State


@dataclass(frozen=True, slots=True)
class NextStep:
    """A sentence that says what happens now, and the button that leads there, if it is for this person to press."""

    sentence: StrPromise
    label: StrPromise | str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """What is said in a state: to who may act, with the way there; and to who only looks on."""

    sentence: StrPromise
    watching: StrPromise
    label: StrPromise | str = ""
    page: str = ""


COURSES: Final = {
    State.DRAFT: Course(
        _("The registration is not submitted yet. Go on where you stopped; everything you typed is there."),
        _("The registration is not submitted yet. Owners and representatives can go on with it."),
        _("Go on with the registration"),
        "resume",
    ),
    State.SUBMITTED: Course(
        _("The registration is with the registrars. You need not do anything; you get a letter when it is decided."),
        _("The registration is with the registrars."),
    ),
    State.IN_REVIEW: Course(
        _("An officer is checking the registration. You need not do anything; you get a letter when it is decided."),
        _("An officer is checking the registration."),
    ),
    State.RETURNED: Course(
        _("Something is missing. Read the remarks, complete the answers and submit the registration again."),
        _("Something is missing. Owners and representatives can complete the registration."),
        _("Complete the registration"),
        "resume",
    ),
    State.REJECTED: Course(
        _("The registration was rejected; the reason stands below. You can begin a new one."),
        _("The registration was rejected."),
        _("Begin a new registration"),
        "register",
    ),
    State.VERIFIED: Course(
        _("The enterprise is verified. A change of its names, its numbers or its representative is checked again."),
        _("The enterprise is verified."),
        _("Change facts"),
        "identify",
    ),
    State.SUSPENDED: Course(
        _("The enterprise is suspended; the reason stands below. Turn to the registrars of the zone."),
        _("The enterprise is suspended."),
    ),
}


def next_step(me: Membership) -> NextStep:
    """What a member reads first."""
    course = COURSES[State(me.enterprise.state)]
    if not me.may_edit:
        return NextStep(course.watching)
    keys = [me.enterprise.key] if course.page != "register" else []
    address = reverse(f"enterprises:{course.page}", args=keys) if course.page else ""
    return NextStep(course.sentence, course.label, address)
