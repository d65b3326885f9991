"""That a firm asks a lawyer to join it: the lawyer answers."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.lawyers.models.firm import Firm
from legal.lawyers.models.lawyer import Lawyer
from legal.lawyers.states import INVITATION, InvitationState
from portal.history import tracked
from portal.workflow.machine import Machine
from portal.workflow.models import Moving


class FirmInvitationQuerySet(models.QuerySet["FirmInvitation"]):
    def open(self) -> "FirmInvitationQuerySet":
        """Those that wait for the lawyer's answer."""
        return self.filter(state=InvitationState.ASKED)


@tracked()
class FirmInvitation(Moving):
    """An invitation of a published lawyer into a verified firm."""

    machine: ClassVar[Machine] = INVITATION

    firm = models.ForeignKey(Firm, models.CASCADE, related_name="invitations", verbose_name=_("law firm"))
    lawyer = models.ForeignKey(Lawyer, models.CASCADE, related_name="invitations", verbose_name=_("lawyer"))
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("invited by")
    )
    state = models.CharField(
        _("state"), max_length=12, choices=InvitationState, default=InvitationState.ASKED, editable=False
    )
    asked_at = models.DateTimeField(_("invited"), default=timezone.now, editable=False)

    objects = FirmInvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation into a law firm")
        verbose_name_plural = _("invitations into law firms")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["firm", "lawyer"],
                condition=Q(state=InvitationState.ASKED),
                name="lawyers_invitation_once",
                violation_error_message=_("This lawyer has been invited already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.lawyer} ({self.firm})"
