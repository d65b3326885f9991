"""The courses of a course, of a session, and of somebody's place in it."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.workflow.machine import Machine, Transition
from portal.workflow.naming import name_moves


class CourseState(TextChoices):
    """Whether readers see a course."""

    DRAFT = "draft", pgettext_lazy("course", "Draft")
    PUBLISHED = "published", pgettext_lazy("course", "Published")
    ARCHIVED = "archived", pgettext_lazy("course", "Archived")


COURSE: Final = Machine(
    "training.course",
    CourseState,
    CourseState.DRAFT,
    (
        Transition(
            "publish",
            (CourseState.DRAFT, CourseState.ARCHIVED),
            CourseState.PUBLISHED,
            label=pgettext_lazy("course", "Publish"),
            done=_("Course published"),
        ),
        Transition(
            "archive",
            (CourseState.PUBLISHED,),
            CourseState.ARCHIVED,
            label=pgettext_lazy("course", "Archive"),
            done=_("Course archived"),
        ),
    ),
)


class SessionState(TextChoices):
    """How far a session is."""

    PLANNED = "planned", pgettext_lazy("training session", "Planned")
    OPEN = "open", pgettext_lazy("training session", "Open for enrolment")
    CLOSED = "closed", pgettext_lazy("training session", "Enrolment closed")
    HELD = "held", pgettext_lazy("training session", "Held")
    CANCELLED = "cancelled", pgettext_lazy("training session", "Cancelled")


SESSION: Final = Machine(
    "training.session",
    SessionState,
    SessionState.PLANNED,
    (
        Transition(
            "open",
            (SessionState.PLANNED, SessionState.CLOSED),
            SessionState.OPEN,
            label=pgettext_lazy("training session", "Open enrolment"),
            done=_("Enrolment opened"),
        ),
        Transition(
            "close",
            (SessionState.OPEN,),
            SessionState.CLOSED,
            label=pgettext_lazy("training session", "Close enrolment"),
            done=_("Enrolment closed"),
        ),
        Transition(
            "hold",
            (SessionState.OPEN, SessionState.CLOSED),
            SessionState.HELD,
            label=pgettext_lazy("training session", "Note that it was held"),
            done=_("Session held"),
        ),
        Transition(
            "cancel",
            (SessionState.PLANNED, SessionState.OPEN, SessionState.CLOSED),
            SessionState.CANCELLED,
            label=pgettext_lazy("training session", "Cancel the session"),
            done=_("Session cancelled"),
            reasoned=True,
        ),
    ),
)

# Before it takes place, and not called off.
AHEAD: Final = (SessionState.PLANNED, SessionState.OPEN, SessionState.CLOSED)
# In which places are given.
FILLING: Final = (SessionState.OPEN, SessionState.CLOSED)


class EnrolmentState(TextChoices):
    """What somebody has in a session."""

    WAITING = "waiting", pgettext_lazy("enrolment", "On the waiting list")
    ENROLLED = "enrolled", pgettext_lazy("enrolment", "Enrolled")
    WITHDRAWN = "withdrawn", pgettext_lazy("enrolment", "Withdrawn")
    ATTENDED = "attended", pgettext_lazy("enrolment", "Attended")
    ABSENT = "absent", pgettext_lazy("enrolment", "Absent")


# Everybody begins at the end of the line, also where places are free: nobody can overtake who asked before.
ENROLMENT: Final = Machine(
    "training.enrolment",
    EnrolmentState,
    EnrolmentState.WAITING,
    (
        Transition(
            "give-place",
            (EnrolmentState.WAITING,),
            EnrolmentState.ENROLLED,
            label=pgettext_lazy("enrolment", "Give a place"),
            done=_("Place given"),
        ),
        Transition(
            "withdraw",
            (EnrolmentState.WAITING, EnrolmentState.ENROLLED),
            EnrolmentState.WITHDRAWN,
            label=pgettext_lazy("enrolment", "Withdraw"),
            done=_("Enrolment withdrawn"),
        ),
        Transition(
            "ask-again",
            (EnrolmentState.WITHDRAWN,),
            EnrolmentState.WAITING,
            label=pgettext_lazy("enrolment", "Enrol again"),
            done=_("Enrolled again"),
        ),
        Transition(
            "attend",
            (EnrolmentState.ENROLLED, EnrolmentState.ABSENT),
            EnrolmentState.ATTENDED,
            label=pgettext_lazy("enrolment", "Attended"),
            done=_("Attendance noted"),
        ),
        Transition(
            "miss",
            (EnrolmentState.ENROLLED, EnrolmentState.ATTENDED),
            EnrolmentState.ABSENT,
            label=pgettext_lazy("enrolment", "Absent"),
            done=_("Absence noted"),
        ),
    ),
)

# Those who have one of the places; the others wait for one, or want none any more.
SEATED: Final = (EnrolmentState.ENROLLED, EnrolmentState.ATTENDED, EnrolmentState.ABSENT)
# From which one can withdraw.
LEAVING: Final = (EnrolmentState.WAITING, EnrolmentState.ENROLLED)
LIVE: Final = (EnrolmentState.WAITING, *SEATED)

# What happens around a session and in its line without a change of its state.
PLAN: Final = "training.plan"
name_moves(PLAN, {"plan": _("Session planned"), "change": _("Time or place changed"), "enrol": _("Enrolled")})

# What happens to a certificate, which has no state of its own: it is revoked or not.
CERTIFICATE: Final = "training.certificate"
name_moves(CERTIFICATE, {"issue": _("Certificate issued"), "revoke": _("Certificate revoked")})
