"""What was told of a deadline: once for each day it was to be told."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.clocks.models.deadline import Deadline


class Reminder(models.Model):
    """So many days before a last day somebody was told of it; less than none: it was past."""

    deadline = models.ForeignKey(
        Deadline, models.CASCADE, related_name="reminders", verbose_name=_("deadline of a matter")
    )
    due = models.DateField(_("last day"))
    days = models.SmallIntegerField(_("days before"))
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("reminder of a deadline")
        verbose_name_plural = _("reminders of deadlines")
        default_permissions = ()
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["deadline", "due", "days"],
                name="clocks_reminder_once",
                violation_error_message=_("This was told already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.due:%Y-%m-%d} {self.days:+}"
