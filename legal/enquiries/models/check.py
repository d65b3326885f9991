"""The record of each check for conflicts: what it found, which is shown to neither side."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.enquiries.models.enquiry import Enquiry
from portal.history import AppendOnly


class ConflictCheck(models.Model):
    """One check of one request; `found` names rows and rules, and no name."""

    enquiry = models.ForeignKey(Enquiry, models.PROTECT, related_name="checks", verbose_name=_("request"))
    verdict = models.PositiveSmallIntegerField(_("verdict of the check"))
    compared = models.PositiveIntegerField(_("names compared with"))
    found = models.JSONField(_("what was found"), default=list)
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("check for conflicts")
        verbose_name_plural = _("checks for conflicts")
        ordering = ["at", "pk"]
        triggers = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.enquiry_id} {self.at:%Y-%m-%d}"
