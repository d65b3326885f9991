"""When a clock stood still, and how its day became another one."""

import datetime
from typing import Final

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from legal.clocks.models.deadline import Deadline
from legal.clocks.states import Cause

LONGEST_REASON: Final = 500


class Standstill(models.Model):
    """The clock stands still from one day to another; without an end it still does."""

    deadline = models.ForeignKey(
        Deadline, models.CASCADE, related_name="standstills", verbose_name=_("deadline of a matter")
    )
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True)

    class Meta:
        verbose_name = _("time a clock stood still")
        verbose_name_plural = _("times clocks stood still")
        default_permissions = ()
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["deadline"],
                condition=Q(until=None),
                name="clocks_standstill_one_open",
                violation_error_message=_("The clock stands still already."),
            ),
            models.CheckConstraint(
                name="clocks_standstill_ends_after_it_begins",
                condition=Q(until=None) | Q(until__gte=F("since")),
                violation_error_message=_("A clock runs again after it has stood still."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.since:%Y-%m-%d}"


class Change(models.Model):
    """A day was one and is another now, and why; it is never changed, and taken away with all the matter holds."""

    deadline = models.ForeignKey(
        Deadline, models.PROTECT, related_name="changes", verbose_name=_("deadline of a matter")
    )
    cause = models.CharField(_("why"), max_length=8, choices=Cause)
    was = models.DateField(_("the day it was"), null=True)
    now = models.DateField(_("the day it is"), null=True)
    reason = models.CharField(_("reason"), max_length=LONGEST_REASON, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("who did it")
    )
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("change of a deadline")
        verbose_name_plural = _("changes of deadlines")
        default_permissions = ()
        ordering = ["at", "pk"]
        triggers = [pgtrigger.ReadOnly(name="frozen")]

    def __str__(self) -> str:
        return self.tell()

    def tell(self) -> str:
        """Why the day changed, what it was and what it is now, in the active language."""
        told = {"why": self.get_cause_display(), "was": _day(self.was), "now": _day(self.now)}
        if self.was is None:
            return gettext("%(why)s: the last day is %(now)s.") % told
        if self.now is None:
            return gettext("%(why)s: the last day was %(was)s; it is known when the clock runs again.") % told
        return gettext("%(why)s: the last day was %(was)s and is %(now)s.") % told


def _day(day: datetime.date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""
