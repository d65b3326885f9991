"""The time-stamp an authority has given to the list of files of a submission."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from legal.matters.models.submission import Submission


class Stamp(models.Model):
    """The answer of the authority, whole as it gave it (RFC 3161); it is got once, and never changed."""

    submission = models.OneToOneField(Submission, models.CASCADE, related_name="stamp", verbose_name=_("submission"))
    answer = models.BinaryField(_("time-stamp"))
    at = models.DateTimeField(_("time of the authority"))
    authority = models.CharField(_("time-stamping authority"), max_length=500)

    class Meta:
        verbose_name = _("time-stamp of a submission")
        verbose_name_plural = _("time-stamps of submissions")
        default_permissions = ()
        triggers = [pgtrigger.ReadOnly(name="frozen")]

    def __str__(self) -> str:
        return f"{self.submission_id}"
