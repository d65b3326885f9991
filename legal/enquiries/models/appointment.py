"""When a lawyer and an enterprise meet: the database itself keeps a lawyer from being in two places at once."""

import datetime
import uuid
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.enquiries.models.enquiry import Enquiry
from legal.enquiries.states import APPOINTMENT, HOLDING, Appointed
from legal.lawyers.models import Lawyer
from portal.history import tracked
from portal.workflow.machine import Machine
from portal.workflow.models import Moving


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def holding(self) -> "AppointmentQuerySet":
        """Those that take the lawyer's time: proposed and not answered yet, or booked."""
        return self.filter(state__in=HOLDING)

    def overdue(self, now: datetime.datetime) -> "AppointmentQuerySet":
        """Proposed, and nobody has confirmed them in time."""
        return self.filter(state=Appointed.PROPOSED, held_until__lte=now)


@tracked(part_of="enquiry")
class Appointment(Moving):
    """One meeting; `sequence` is raised whenever its time changes, so that calendars know the newest."""

    machine: ClassVar[Machine] = APPOINTMENT

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="appointments", verbose_name=_("request"))
    # Of the enquiry, for the constraint.
    lawyer = models.ForeignKey(Lawyer, models.PROTECT, related_name="appointments", verbose_name=_("lawyer"))
    uid = models.UUIDField(_("number in calendars"), default=uuid.uuid4, unique=True, editable=False)
    starts = models.DateTimeField(_("begins"))
    ends = models.DateTimeField(_("ends"))
    by_lawyer = models.BooleanField(_("proposed by the lawyer"))
    held_until = models.DateTimeField(_("kept free until"))
    sequence = models.PositiveSmallIntegerField(_("how often it was moved"), default=0)
    state = models.CharField(_("state"), max_length=12, choices=Appointed, default=Appointed.PROPOSED, editable=False)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="enquiries_appointment_begins_before_it_ends",
                condition=Q(starts__lt=F("ends")),
                violation_error_message=_("An appointment begins before it ends."),
            ),
            models.UniqueConstraint(
                fields=["enquiry"],
                condition=Q(state__in=HOLDING),
                name="enquiries_appointment_one_of_an_enquiry",
                violation_error_message=_("A time is proposed or booked already: move or cancel that one."),
            ),
            # A range of one number, since equality of a number in GiST would take an extension (btree_gist).
            ExclusionConstraint(
                name="enquiries_appointment_no_two_at_once",
                expressions=[
                    (Func(F("lawyer"), F("lawyer"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    (Func(F("starts"), F("ends"), function="tstzrange"), RangeOperators.OVERLAPS),
                ],
                condition=Q(state__in=HOLDING),
                violation_error_message=_("This time has just been taken: choose another."),
            ),
        ]
        indexes = [
            # what the sweep lets expire
            models.Index(fields=["held_until"], name="enquiries_overdue", condition=Q(state=Appointed.PROPOSED)),
        ]

    def __str__(self) -> str:
        return f"{self.starts:%Y-%m-%d %H:%M}"
