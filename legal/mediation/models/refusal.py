"""That a side declined a version of a settlement, and why; nobody changes that afterwards."""

from typing import Final

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.matters.kinds import Side
from legal.matters.models import Matter
from legal.mediation.models.settlement import Settlement
from portal.history import tracked

LONGEST_REASON: Final = 1000


@tracked(part_of="matter", exclude=["reason"])
class Refusal(models.Model):
    """That a side declined the very text of a version: no confirmation of that version counts any more.

    The reason stays within the mediation, and goes with it: neither the event of the move nor the history holds it.
    """

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="refusals", verbose_name=_("matter"))
    settlement = models.OneToOneField(Settlement, models.CASCADE, related_name="refusal", verbose_name=_("settlement"))
    side = models.CharField(_("side"), max_length=12, choices=Side)
    reason = models.TextField(_("reason"), max_length=LONGEST_REASON)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("declined by"))
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("refusal of a settlement")
        verbose_name_plural = _("refusals of settlements")
        default_permissions = ()
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                name="mediation_refusal_says_why",
                condition=~models.Q(reason=""),
                violation_error_message=_("A reason is given for declining a text."),
            )
        ]
        triggers = [pgtrigger.ReadOnly(name="declined")]

    def __str__(self) -> str:
        return f"{self.settlement} {self.side}"
