"""Somebody's place in a session, or in the line for one."""

from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enterprises.models import Enterprise
from legal.training.models.session import Session
from legal.training.states import ENROLMENT, LIVE, SEATED, EnrolmentState
from portal.history import tracked
from portal.workflow.machine import Machine
from portal.workflow.models import Moving

LONGEST_NAME = 150


class EnrolmentQuerySet(models.QuerySet["Enrolment"]):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> "EnrolmentQuerySet":
        """Those of one person."""
        return self.filter(person_id=user.pk) if user.is_authenticated else self.none()

    def waiting(self) -> "EnrolmentQuerySet":
        """Those in the line, who asked first first."""
        return self.filter(state=EnrolmentState.WAITING).order_by("position")

    def seated(self) -> "EnrolmentQuerySet":
        """Those that have a place."""
        return self.filter(state__in=SEATED)

    def live(self) -> "EnrolmentQuerySet":
        """Those that have a place or wait for one."""
        return self.filter(state__in=LIVE)

    def in_order(self) -> "EnrolmentQuerySet":
        """As they are told to staff: in the order in which they asked."""
        return self.select_related("person", "enterprise").order_by("position")


# Not as a part of its session: who may read of that need not see who takes part.
@tracked()
class Enrolment(Moving):
    """One person in one session. `name` is what a certificate would say; `position` is where they stand in the line.

    Positions are given once and to nobody else in the session: who withdraws and comes back stands at the end.
    """

    machine: ClassVar[Machine] = ENROLMENT

    session = models.ForeignKey(Session, models.PROTECT, related_name="enrolments", verbose_name=_("training session"))
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("person"))
    enterprise = models.ForeignKey(
        Enterprise,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("enterprise they come for"),
    )
    state = models.CharField(_("state"), max_length=9, choices=EnrolmentState, default=EnrolmentState.WAITING)
    position = models.PositiveIntegerField(_("position in the line"))
    name = models.CharField(_("name as on the certificate"), max_length=LONGEST_NAME, blank=True)
    asked_at = models.DateTimeField(_("enrolled on"), default=timezone.now)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "person"],
                name="training_enrolment_once",
                violation_error_message=_("This person is enrolled in this session already."),
            ),
            models.UniqueConstraint(
                fields=["session", "position"],
                name="training_enrolment_one_position_each",
                violation_error_message=_("Somebody else stands at this place in the line."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.person)

    @property
    def is_seated(self) -> bool:
        return self.state in SEATED

    @property
    def is_live(self) -> bool:
        return self.state in LIVE

    def ahead(self) -> int:
        """How many stand before it in the line."""
        return (
            type(self)
            ._base_manager.filter(Q(session=self.session_id, state=EnrolmentState.WAITING, position__lt=self.position))
            .count()
        )
