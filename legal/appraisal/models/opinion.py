"""What came of an appraisal: the opinion, which is an exhibit of the enterprise from then on."""

from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.exhibits.models import Exhibit
from legal.matters.models import Matter
from portal.history import tracked

LONGEST_NUMBER: Final = 60


@tracked(part_of="matter")
class Opinion(models.Model):
    """The opinion of the appraisers; as an exhibit it is used elsewhere without a second upload."""

    matter = models.OneToOneField(Matter, models.CASCADE, related_name="opinion", verbose_name=_("matter"))
    number = models.CharField(_("number of the opinion"), max_length=LONGEST_NUMBER)
    issued_on = models.DateField(_("day of the opinion"))
    exhibit = models.OneToOneField(
        Exhibit, models.PROTECT, related_name="opinion", verbose_name=_("file of the opinion")
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("opinion of appraisers")
        verbose_name_plural = _("opinions of appraisers")
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                name="appraisal_opinion_has_a_number",
                condition=~Q(number=""),
                violation_error_message=_("An opinion has a number."),
            )
        ]

    def __str__(self) -> str:
        return self.number
