"""Requests of people to join an enterprise they know only the number of."""

import datetime
from typing import ClassVar, Final

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enterprises.models.enterprise import Enterprise
from enterprises.models.identifier import LONGEST_VALUE, label_of
from enterprises.states import JOINING, AskingState
from portal.history import tracked
from portal.workflow.machine import Machine
from portal.workflow.models import Moving

# To whoever asked, a refusal looks as if nobody had answered.
UNTOLD: Final = (AskingState.ASKED, AskingState.DECLINED)


class JoinRequestQuerySet(models.QuerySet["JoinRequest"]):
    def open(self) -> "JoinRequestQuerySet":
        """Those that wait for an answer of the owners."""
        return self.filter(state=AskingState.ASKED)

    def waiting_for(self, person: AbstractBaseUser, *, now: datetime.datetime) -> "JoinRequestQuerySet":
        """What a person has asked and takes to be waiting."""
        return self.filter(person_id=person.pk, state__in=UNTOLD, asked_at__gt=earliest(now))

    def overdue(self, now: datetime.datetime) -> "JoinRequestQuerySet":
        return self.open().filter(asked_at__lte=earliest(now))


def earliest(now: datetime.datetime) -> datetime.datetime:
    """When a request was made that ends now."""
    return now - datetime.timedelta(days=settings.JOIN_REQUEST_DAYS)


@tracked()
class JoinRequest(Moving):
    """That somebody asked to join whoever is registered under a number.

    Whether anybody is stays unknown to who asks: `enterprise` is empty where nobody was, and nothing else differs.
    """

    machine: ClassVar[Machine] = JOINING

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="join_requests", verbose_name=_("person")
    )
    scheme = models.CharField(_("kind of number"), max_length=20)
    value = models.CharField(_("number"), max_length=LONGEST_VALUE)
    enterprise = models.ForeignKey(
        Enterprise, models.CASCADE, null=True, related_name="join_requests", verbose_name=_("enterprise")
    )
    state = models.CharField(_("state"), max_length=12, choices=AskingState, default=AskingState.ASKED, editable=False)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now, editable=False)

    objects = JoinRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request to join")
        verbose_name_plural = _("requests to join")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "scheme", "value"],
                condition=models.Q(state=AskingState.ASKED),
                name="enterprises_joining_once",
                violation_error_message=_("You have asked already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.label} {self.value}"

    @property
    def label(self) -> str:
        """What the number is called."""
        return label_of(self.scheme)
