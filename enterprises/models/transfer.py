"""The ownership of an enterprise on its way from one member to another."""

import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enterprises.models.enterprise import Enterprise
from enterprises.states import TRANSFER, AskingState
from portal.history import tracked
from portal.workflow.machine import Machine
from portal.workflow.models import Moving


class TransferQuerySet(models.QuerySet["Transfer"]):
    def open(self) -> "TransferQuerySet":
        """Those that wait for an answer."""
        return self.filter(state=AskingState.ASKED)

    def overdue(self, now: datetime.datetime) -> "TransferQuerySet":
        return self.open().filter(expires_at__lte=now)


@tracked(part_of="enterprise")
class Transfer(Moving):
    """That an owner wants another member to be the owner instead; it takes that member's consent."""

    machine: ClassVar[Machine] = TRANSFER

    enterprise = models.ForeignKey(Enterprise, models.CASCADE, related_name="transfers", verbose_name=_("enterprise"))
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("from the owner")
    )
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("to the member"))
    state = models.CharField(_("state"), max_length=12, choices=AskingState, default=AskingState.ASKED, editable=False)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("expires"))

    objects = TransferQuerySet.as_manager()

    class Meta:
        verbose_name = _("transfer of ownership")
        verbose_name_plural = _("transfers of ownership")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise"],
                condition=Q(state=AskingState.ASKED),
                name="enterprises_transfer_one_at_a_time",
                violation_error_message=_("A transfer of ownership waits for an answer already."),
            ),
            models.CheckConstraint(
                name="enterprises_transfer_to_another",
                condition=~Q(owner=F("to")),
                violation_error_message=_("Ownership is transferred to somebody else."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enterprise}: {self.owner} → {self.to}"
