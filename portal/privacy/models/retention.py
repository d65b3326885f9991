"""How long which kind of record is kept, and on what ground."""

from typing import Final

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

# The longest six months there are, July to December; the law says “not less than six months”.
SIX_MONTHS: Final = 184
# The longest three years there are.
THREE_YEARS: Final = 1096


class RetentionRule(models.Model):
    """So many days are records of a kind kept; where `days` is empty they are kept until it is decided."""

    class Ground(models.TextChoices):
        OPEN = "open", _("Not decided yet")
        LAW = "law", _("Law")
        OPERATOR = "operator", _("Decision of the operator")
        WORKING = "working", _("A working file, which can be made again")

    kind = models.SlugField(_("kind of record"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=150)
    days = models.PositiveIntegerField(
        _("days kept"),
        null=True,
        blank=True,
        help_text=_("Empty: kept until it is decided, and nothing is deleted."),
    )
    least_days = models.PositiveIntegerField(_("days the law wants at least"), null=True, blank=True, editable=False)
    ground = models.CharField(_("ground"), max_length=10, choices=Ground, default=Ground.OPEN)
    basis = models.TextField(_("basis"), help_text=_("The source of the figure, or who has to decide it."))

    class Meta:
        verbose_name = _("retention rule")
        verbose_name_plural = _("retention rules")
        ordering = ["kind"]
        constraints = [
            models.CheckConstraint(
                name="privacy_retention_has_ground",
                condition=Q(days=None, ground="open") | Q(days__isnull=False) & ~Q(ground="open"),
                violation_error_message=_("A number of days has a ground; without a number nothing is decided yet."),
            ),
            models.CheckConstraint(
                name="privacy_retention_least_days",
                condition=Q(days=None) | Q(least_days=None) | Q(days__gte=F("least_days")),
                violation_error_message=_("The law wants these records kept longer than that."),
            ),
            models.CheckConstraint(
                name="privacy_retention_security_log",
                condition=~Q(kind="security-log") | Q(least_days__isnull=False, least_days__gte=SIX_MONTHS),
                violation_error_message=_("Security logs are kept for six months at least."),
            ),
            models.CheckConstraint(
                name="privacy_retention_impact",
                condition=~Q(kind="impact-assessment") | Q(least_days__isnull=False, least_days__gte=THREE_YEARS),
                violation_error_message=_("Impact assessments are kept for three years at least."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """The form of the console has no field for what the law wants, so the constraint is not asked there."""
        if self.days is not None and self.days < (self.least_days or 0):
            raise ValidationError({"days": _("The law wants these records kept longer than that.")})
