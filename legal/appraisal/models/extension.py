"""That the time for an appraisal was extended: by how much, by which rule, and why."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.matters.models import Matter
from legal.rules.models import Rule
from portal.history import tracked


@tracked(part_of="matter")
class Extension(models.Model):
    """One extension within what a rule allows; the reason that is told to the client stands in the event."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="extensions", verbose_name=_("matter"))
    days = models.PositiveSmallIntegerField(_("working days"))
    rule = models.ForeignKey(Rule, models.PROTECT, related_name="+", verbose_name=_("rule"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )
    at = models.DateTimeField(_("extended at"), default=timezone.now)

    class Meta:
        verbose_name = _("extension of an appraisal")
        verbose_name_plural = _("extensions of an appraisal")
        default_permissions = ()
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                name="appraisal_extension_by_some_days",
                condition=Q(days__gte=1),
                violation_error_message=_("An extension is by one day at least."),
            )
        ]

    def __str__(self) -> str:
        return str(self.days)
