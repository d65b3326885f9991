"""What the officer asked the applicant to supplement."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.arbitration.models.part import Part
from portal.history import tracked


@tracked(part_of="matter", exclude=["points"])
class Supplement(Part):
    """One time that a supplement was asked for, point by point; answered when it was submitted."""

    points = ArrayField(models.TextField(), verbose_name=_("what is asked for"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked by"))
    asked_at = models.DateTimeField(_("asked"), default=timezone.now, editable=False)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True, editable=False)

    class Meta(Part.Meta):
        verbose_name = _("supplement asked for")
        verbose_name_plural = _("supplements asked for")
        constraints = [
            *Part.Meta.constraints,
            models.CheckConstraint(
                name="arbitration_supplement_asks_for_something",
                condition=models.Q(points__len__gt=0),
                violation_error_message=_("Say what is to be supplemented."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.position}"
