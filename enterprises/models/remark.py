"""What is missing or wrong in a registration, field by field."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enterprises.models.enterprise import Enterprise
from portal.history import tracked


class RemarkQuerySet(models.QuerySet["Remark"]):
    def unanswered(self) -> "RemarkQuerySet":
        """Those of the latest return: nothing was submitted since."""
        return self.filter(answered_at=None)


@tracked(part_of="enterprise")
class Remark(models.Model):
    """One sentence of an officer about one field or paper; it stays when the registration is submitted again."""

    enterprise = models.ForeignKey(Enterprise, models.CASCADE, related_name="remarks", verbose_name=_("enterprise"))
    field = models.CharField(_("field"), max_length=40)
    text = models.CharField(_("what is missing"), max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("made by"))
    made_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    answered_at = models.DateTimeField(_("submitted again"), null=True, editable=False)

    objects = RemarkQuerySet.as_manager()

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.field}: {self.text}"
