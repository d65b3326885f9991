"""A session: when and where a course is held, and for how many."""

import datetime
from typing import ClassVar, Final
from zoneinfo import ZoneInfo

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.training.models.course import Course, CourseQuerySet, has_words
from legal.training.states import AHEAD, SESSION, SessionState
from portal.history import tracked
from portal.workflow.machine import Machine
from portal.workflow.models import Event, Moving

# Sessions are told in the time of the zone, which is Beijing's.
ZONE: Final = ZoneInfo("Asia/Shanghai")


class SessionQuerySet(models.QuerySet["Session"]):
    def visible(self) -> "SessionQuerySet":
        """Those readers see: of published courses, and no longer only planned."""
        published: CourseQuerySet = Course.objects.all()
        return self.filter(course__in=published.published()).exclude(state=SessionState.PLANNED)

    def ahead(self, now: datetime.datetime) -> "SessionQuerySet":
        """Those that have yet to take place, the next one first."""
        return self.filter(state__in=AHEAD, ends__gt=now).order_by("starts", "pk")

    def enrolling(self, now: datetime.datetime) -> "SessionQuerySet":
        """Those one can enrol in, or be put on the waiting list of."""
        return self.filter(state=SessionState.OPEN, closes__gt=now)

    def with_places(self) -> "SessionQuerySet":
        """Those with a place free."""
        return self.filter(taken__lt=F("capacity"))

    def with_course(self) -> "SessionQuerySet":
        """With what a page shows of their courses."""
        return self.select_related("course__university")


@tracked(exclude=["taken"], secret=["link"])
class Session(Moving):
    """A course held once; `link` is told to those who have a place, and to nobody else.

    `taken` counts the places given. The database refuses a place too many, whatever any code does.
    """

    machine: ClassVar[Machine] = SESSION

    course = models.ForeignKey(Course, models.PROTECT, related_name="sessions", verbose_name=_("training course"))
    slug = models.SlugField(
        _("slug"), max_length=40, blank=True, help_text=_("Part of its address; left empty, it is the day it begins.")
    )
    state = models.CharField(
        _("state"), max_length=9, choices=SessionState, default=SessionState.PLANNED, editable=False
    )
    starts = models.DateTimeField(pgettext_lazy("session", "begins"), help_text=_("In Beijing time."))
    ends = models.DateTimeField(pgettext_lazy("session", "ends"), help_text=_("In Beijing time."))
    closes = models.DateTimeField(_("enrolment closes"), help_text=_("In Beijing time."))
    place = models.CharField(pgettext_lazy("of a session", "place"), max_length=300, blank=True)
    link = models.URLField(
        _("address of the online room"),
        max_length=500,
        blank=True,
        help_text=_("Shown only to those who have a place."),
    )
    capacity = models.PositiveSmallIntegerField(_("places"), validators=[MinValueValidator(1)])
    taken = models.PositiveSmallIntegerField(_("places taken"), default=0, editable=False)
    # Raised whenever time or place changes: calendars take a newer one in the place of the older (RFC 5545, SEQUENCE).
    sequence = models.PositiveSmallIntegerField(_("version for calendars"), default=0, editable=False)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("training session")
        verbose_name_plural = _("training sessions")
        permissions = [
            ("translate_session", _("Can translate places of sessions")),
            ("attend_session", _("Can note who attended a session")),
            ("certify_session", _("Can issue and revoke certificates")),
        ]
        ordering = ["-starts", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["course", "slug"],
                name="training_session_slug_unique_in_course",
                violation_error_message=_("This course already has a session with this slug."),
            ),
            models.CheckConstraint(
                name="training_session_ends_after_it_begins",
                condition=Q(ends__gt=F("starts")),
                violation_error_message=_("A session ends after it begins."),
            ),
            models.CheckConstraint(
                name="training_session_closes_before_it_begins",
                condition=Q(closes__lte=F("starts")),
                violation_error_message=_("Enrolment closes before the session begins."),
            ),
            models.CheckConstraint(
                name="training_session_no_place_too_many",
                condition=Q(taken__lte=F("capacity"), capacity__gte=1),
                violation_error_message=_("More places are taken than there would be."),
            ),
            models.CheckConstraint(
                name="training_session_is_somewhere",
                condition=has_words("place_zh_hans")
                | has_words("place_en")
                | has_words("place_ru")
                | has_words("link"),
                violation_error_message=_("Say where it is held: a place, or the address of an online room."),
            ),
        ]
        # The catalogue shows what can be enrolled in, the next one first.
        indexes = [models.Index(fields=["state", "starts"], name="training_session_next")]

    def __str__(self) -> str:
        return f"{self.course} · {timezone.localtime(self.starts, ZONE):%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("training:session", args=[self.course.slug, self.slug])

    @property
    def is_shown(self) -> bool:
        """Whether readers see it."""
        return self.course.is_published and self.state != SessionState.PLANNED

    @property
    def free(self) -> int:
        """How many places are free."""
        return self.capacity - self.taken

    @property
    def days(self) -> tuple[datetime.date, datetime.date]:
        """Its first and its last day, in the time it is held in."""
        return timezone.localdate(self.starts, ZONE), timezone.localdate(self.ends, ZONE)

    def cancelled_because(self) -> str:
        """The reason it was called off for; "" where it was not."""
        if self.state != SessionState.CANCELLED:
            return ""
        cancelled = Event.objects.of(self).filter(table=SESSION.slug, move="cancel").last()
        return cancelled.reason if cancelled else ""

    def is_enrolling(self, now: datetime.datetime) -> bool:
        """Whether one can enrol at this moment."""
        return self.state == SessionState.OPEN and now < self.closes

    def has_begun(self) -> bool:
        """Whether its first hour has struck."""
        return self.starts <= timezone.now()

    def is_ahead(self, now: datetime.datetime) -> bool:
        """Whether it has not begun, and is not called off."""
        return self.state in AHEAD and now < self.starts
