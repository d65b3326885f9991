"""A table of fees: what is paid for which amount in dispute."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.rules.kinds import Status
from legal.rules.models.dated import Dated, DatedQuerySet, ends_after_it_begins, has_its_source, no_two_at_once
from legal.rules.models.institution import Institution
from portal.history import tracked


class ScheduleQuerySet(DatedQuerySet):
    def with_bands(self) -> "ScheduleQuerySet":
        """With their bands and their institution."""
        return self.select_related("institution").prefetch_related("bands")


@tracked()
class Schedule(Dated):
    """A fee table of an institution, in RMB; `filing` is the slug of the rule whose fee is added to each filing."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="schedules", verbose_name=pgettext_lazy("a body", "institution")
    )
    minimum = models.DecimalField(_("least fee"), max_digits=16, decimal_places=2, null=True, blank=True)
    filing = models.SlugField(
        _("fee for each filing"), max_length=60, blank=True, help_text=_("The slug of the rule that sets it.")
    )

    objects = ScheduleQuerySet.as_manager()

    class Meta:
        verbose_name = _("fee table")
        verbose_name_plural = _("fee tables")
        permissions = [("translate_schedule", _("Can translate fee tables"))]
        ordering = ["position", "slug", "-effective_from"]
        constraints = [
            no_two_at_once("rules_schedule_no_two_at_once"),
            ends_after_it_begins("rules_schedule_ends_after_it_begins"),
            has_its_source("rules_schedule_has_its_source"),
            models.CheckConstraint(
                name="rules_schedule_is_known",
                condition=~Q(status=Status.UNKNOWN),
                violation_error_message=_("A fee table that is not known is not kept."),
            ),
        ]


@tracked(part_of="schedule")
class Band(models.Model):
    """What is paid above an amount: `base`, and `rate` per cent of what exceeds it, up to where the next one begins."""

    schedule = models.ForeignKey(Schedule, models.CASCADE, related_name="bands", verbose_name=_("fee table"))
    above = models.DecimalField(
        _("amount above"), max_digits=16, decimal_places=2, validators=[MinValueValidator(0)], help_text=_("In RMB.")
    )
    base = models.DecimalField(
        pgettext_lazy("of a fee table", "fee"),
        max_digits=16,
        decimal_places=2,
        validators=[MinValueValidator(0)],
        help_text=_("In RMB."),
    )
    rate = models.DecimalField(
        _("per cent of what exceeds it"),
        max_digits=7,
        decimal_places=4,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )

    class Meta:
        verbose_name = _("band of a fee table")
        verbose_name_plural = _("bands of a fee table")
        ordering = ["schedule", "above"]
        constraints = [
            models.UniqueConstraint(
                fields=["schedule", "above"],
                name="rules_band_begins_once",
                violation_error_message=_("A band of this table begins there already."),
            ),
            models.CheckConstraint(
                name="rules_band_not_negative",
                condition=Q(above__gte=0, base__gte=0, rate__gte=0, rate__lte=100),
                violation_error_message=_("No figure of a band is negative, and no rate above one hundred."),
            ),
        ]

    def __str__(self) -> str:
        return number_format(self.above, force_grouping=True)
