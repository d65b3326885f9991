"""The trail of every file: who moved it, from where to where, when and why; and whose desk it is on."""

from typing import ClassVar

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.history.triggers import AppendOnly
from portal.workflow.machine import Machine, Transition
from portal.workflow.naming import done


class Moving(models.Model):
    """A record whose state changes by the moves of a table, and by nothing else.

    `machine` is the table of all records of a model; where each record has its own, `table` answers it instead.
    """

    machine: ClassVar[Machine]

    class Meta:
        abstract = True

    @property
    def table(self) -> Machine:
        """The table this record moves by."""
        return self.machine

    @property
    def moves(self) -> tuple[Transition, ...]:
        """What may be done with it as it stands."""
        return self.table.leaving(getattr(self, self.table.column))


class EventQuerySet(models.QuerySet["Event"]):
    def of(self, subject: models.Model) -> "EventQuerySet":
        """What happened to one record, the first thing first."""
        return self.filter(subject_type=_type_of(subject), subject_id=subject.pk).order_by("at", "pk")


class Event(models.Model):
    """Something that happened to a record; it is never changed and never taken away."""

    subject_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name=_("kind of record"))
    subject_id = models.PositiveBigIntegerField(_("record"))
    subject = GenericForeignKey("subject_type", "subject_id")
    table = models.CharField(_("table of moves"), max_length=60)
    move = models.CharField(_("move"), max_length=60)
    before = models.CharField(_("state before"), max_length=40, blank=True)
    after = models.CharField(_("state after"), max_length=40, blank=True)
    # Nobody where the portal itself acted, as at the end of a time limit.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("who did it")
    )
    reason = models.TextField(_("reason"), blank=True)
    details = models.JSONField(_("details"), default=dict, blank=True)
    at = models.DateTimeField(_("when it happened"), default=timezone.now)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["at", "pk"]
        # the history of one record
        indexes = [models.Index(fields=["subject_type", "subject_id", "at"], name="workflow_event_of")]
        triggers = [AppendOnly()]

    def __str__(self) -> str:
        return done(self.table, self.move)


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def of(self, subject: models.Model) -> "AssignmentQuerySet":
        """Whose desk one record is on: one row or none."""
        return self.filter(subject_type=_type_of(subject), subject_id=subject.pk)

    def among(self, model: type[models.Model]) -> "AssignmentQuerySet":
        """Of records of one kind."""
        return self.filter(subject_type=ContentType.objects.get_for_model(model))


class Assignment(models.Model):
    """A record on the desk of one member of staff, who alone may decide it."""

    subject_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name=_("kind of record"))
    subject_id = models.PositiveBigIntegerField(_("record"))
    subject = GenericForeignKey("subject_type", "subject_id")
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="assignments", verbose_name=_("on the desk of")
    )
    since = models.DateTimeField(_("since"), default=timezone.now)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id"],
                name="workflow_assignment_one_desk",
                violation_error_message=_("Somebody else has this file on the desk."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject_type_id}:{self.subject_id}"


def _type_of(subject: models.Model) -> ContentType:
    return ContentType.objects.get_for_model(subject)
