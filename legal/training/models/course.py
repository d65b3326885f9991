"""A course: what is taught, to whom, in which languages, with which university."""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.training.models.university import University
from legal.training.states import COURSE, CourseState
from portal.history import tracked
from portal.reference.models import Topic
from portal.workflow.machine import Machine
from portal.workflow.models import Moving

# Certificates stand where the course of this slug would.
RESERVED = "certificates"


def has_words(column: str) -> Q:
    """Whether a column is neither empty nor null: of null, a check in the database would not know."""
    return Q(**{f"{column}__isnull": False}) & ~Q(**{column: ""})


def has_an_address(column: str) -> Q:
    """Whether a column names a website; one that is null names none."""
    return Q(**{f"{column}__isnull": False, f"{column}__contains": "://"})


class CourseQuerySet(models.QuerySet["Course"]):
    def published(self) -> "CourseQuerySet":
        """Those readers see."""
        return self.filter(state=CourseState.PUBLISHED)

    def with_reference(self) -> "CourseQuerySet":
        """With what a page shows of their university and topics."""
        return self.select_related("university").prefetch_related("topics")


@tracked()
class Course(Moving):
    """A course that can be held many times; `languages` are the text codes it is taught in."""

    machine: ClassVar[Machine] = COURSE

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    state = models.CharField(_("state"), max_length=9, choices=CourseState, default=CourseState.DRAFT, editable=False)
    university = models.ForeignKey(
        University, models.PROTECT, related_name="courses", verbose_name=_("partner university")
    )
    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(_("summary"), blank=True)
    audience = models.TextField(_("who it is for"), blank=True)
    languages = ArrayField(models.CharField(max_length=12), verbose_name=_("languages of teaching"))
    topics = models.ManyToManyField(Topic, related_name="courses", blank=True, verbose_name=_("topics"))
    sample = models.BooleanField(_("sample, made up for a demonstration"), default=False, editable=False)
    created_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)

    objects = CourseQuerySet.as_manager()

    class Meta:
        verbose_name = _("training course")
        verbose_name_plural = _("training courses")
        permissions = [("translate_course", _("Can translate courses"))]
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="training_course_has_a_title",
                condition=has_words("title_zh_hans") | has_words("title_en") | has_words("title_ru"),
                violation_error_message=_("A course needs a title in one language at least."),
            ),
            models.CheckConstraint(
                name="training_course_title_is_no_address",
                # It stands in letters, where whoever reads them would be led elsewhere.
                condition=~has_an_address("title_zh_hans") & ~has_an_address("title_en") & ~has_an_address("title_ru"),
                violation_error_message=_("An address of a website cannot stand in a title."),
            ),
            models.CheckConstraint(
                name="training_course_slug_not_reserved",
                condition=~Q(slug=RESERVED),
                violation_error_message=_("Certificates stand at this address: choose another slug."),
            ),
            models.CheckConstraint(
                name="training_course_has_a_language",
                condition=Q(languages__len__gt=0),
                violation_error_message=_("Say in which language the course is taught."),
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.slug

    def get_absolute_url(self) -> str:
        return reverse("training:course", args=[self.slug])

    @property
    def is_published(self) -> bool:
        return self.state == CourseState.PUBLISHED


# A table that Django makes, here so that its changes are recorded.
TopicsOfCourses: Any = Course.topics.through


@tracked(part_of="course")
class TopicOfCourse(TopicsOfCourses):  # type: ignore[misc]  # a class made at run time
    """That a course stands under a topic."""

    class Meta:
        proxy = True
        app_label = "training"
        default_permissions = ()
        verbose_name = _("topic of a course")
        verbose_name_plural = _("topics of courses")
