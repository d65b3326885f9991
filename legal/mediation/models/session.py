"""When the sides meet with the mediator, whom the database itself keeps from being in two places at once."""

import uuid
from typing import ClassVar, Final

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.matters.kinds import Side
from legal.matters.models import Matter
from legal.mediation.models.mediator import Mediator
from legal.mediation.states import HOLDING, SESSION, Meeting
from portal.history import tracked
from portal.workflow.machine import Machine
from portal.workflow.models import Moving

LONGEST_PLACE: Final = 300
# How many hours one may take.
HOURS: Final = range(1, 9)


class SessionQuerySet(models.QuerySet["Session"]):
    def holding(self) -> "SessionQuerySet":
        """Those that take the mediator's time: proposed, or agreed."""
        return self.filter(state__in=HOLDING)


@tracked(part_of="matter", exclude=["place"])
class Session(Moving):
    """One session. `applicant_at` and `respondent_at` are when each side agreed to its time."""

    machine: ClassVar[Machine] = SESSION

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="mediation_sessions", verbose_name=_("matter"))
    # Of the dispute, for the constraint.
    mediator = models.ForeignKey(Mediator, models.PROTECT, related_name="sessions", verbose_name=_("mediator"))
    uid = models.UUIDField(_("number in calendars"), default=uuid.uuid4, unique=True, editable=False)
    starts = models.DateTimeField(_("begins"))
    ends = models.DateTimeField(_("ends"))
    place = models.CharField(_("room, or address of the video meeting"), max_length=LONGEST_PLACE, blank=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("proposed by")
    )
    applicant_at = models.DateTimeField(_("agreed by the applicant"), null=True, editable=False)
    respondent_at = models.DateTimeField(_("agreed by the other side"), null=True, editable=False)
    sequence = models.PositiveSmallIntegerField(_("how often it was changed"), default=0, editable=False)
    state = models.CharField(_("state"), max_length=12, choices=Meeting, default=Meeting.PROPOSED, editable=False)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session of a mediation")
        verbose_name_plural = _("sessions of mediations")
        default_permissions = ()
        ordering = ["starts", "pk"]
        constraints = [
            models.CheckConstraint(
                name="mediation_session_begins_before_it_ends",
                condition=Q(starts__lt=F("ends")),
                violation_error_message=_("A session begins before it ends."),
            ),
            # A range of one number, since equality of a number in GiST would take an extension (btree_gist).
            ExclusionConstraint(
                name="mediation_session_no_two_at_once",
                expressions=[
                    (Func(F("mediator"), F("mediator"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    (Func(F("starts"), F("ends"), function="tstzrange"), RangeOperators.OVERLAPS),
                ],
                condition=Q(state__in=HOLDING),
                violation_error_message=_("The mediator has no time then: choose another."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts:%Y-%m-%d %H:%M}"

    def agreed_at(self, side: str) -> object:
        """When a side agreed to its time; None where it has not."""
        return self.applicant_at if side == Side.APPLICANT else self.respondent_at
