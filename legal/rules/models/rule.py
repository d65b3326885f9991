"""One figure that a law or an institution sets."""

from decimal import Decimal
from typing import Final

from django.db import models
from django.db.models import Q
from django.db.models.functions import Floor
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.rules.kinds import TIMES, RuleKind, Status, Unit
from legal.rules.models.dated import Dated, DatedQuerySet, ends_after_it_begins, has_its_source, no_two_at_once
from legal.rules.models.institution import Institution
from portal.history import tracked

# No time limit is longer, in days or in months: whatever is typed, it is counted day by day.
LONGEST: Final = 3660


@tracked()
class Rule(Dated):
    """A ceiling, a fee or a time limit; one that is not known has no value, and nothing is computed from it.

    `moves`: a time limit that would end on a rest day ends on the next working day, as `moving_source` says; one that
    does not say so ends on its day. `stops`: its clock stands still while the source says so, as for supplements.
    """

    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="rules",
        verbose_name=pgettext_lazy("a body", "institution"),
        help_text=_("Empty where a law sets it."),
    )
    kind = models.CharField(pgettext_lazy("rule", "kind"), max_length=8, choices=RuleKind)
    value = models.DecimalField(pgettext_lazy("rule", "value"), max_digits=16, decimal_places=2, null=True, blank=True)
    unit = models.CharField(pgettext_lazy("rule", "unit"), max_length=12, choices=Unit, blank=True)
    moves = models.BooleanField(
        _("moves from a rest day"),
        default=False,
        help_text=_("Only where a source says so: the last day of the limit moves to the next working day."),
    )
    moving_source = models.CharField(_("what says that it moves"), max_length=300, blank=True)
    stops = models.BooleanField(
        _("its clock can stop"), default=False, help_text=_("Only where the source names time that is left out.")
    )

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("a figure", "rule")
        verbose_name_plural = pgettext_lazy("figures", "rules")
        permissions = [("translate_rule", _("Can translate rules"))]
        ordering = ["position", "slug", "-effective_from"]
        constraints = [
            no_two_at_once("rules_rule_no_two_at_once"),
            ends_after_it_begins("rules_rule_ends_after_it_begins"),
            has_its_source("rules_rule_has_its_source"),
            models.CheckConstraint(
                name="rules_rule_value_unless_unknown",
                condition=Q(status=Status.UNKNOWN, value=None)
                | (~Q(status=Status.UNKNOWN) & Q(value__isnull=False, value__gt=0) & ~Q(unit="")),
                violation_error_message=_("A rule has a value and a unit exactly when it is known."),
            ),
            models.CheckConstraint(
                name="rules_rule_limit_is_of_whole_days_or_months",
                condition=Q(unit="")
                | Q(Q(value=None) | Q(value=Floor("value"), value__lte=LONGEST), kind=RuleKind.LIMIT, unit__in=TIMES)
                | (~Q(kind=RuleKind.LIMIT) & ~Q(unit__in=TIMES)),
                violation_error_message=_("A time limit is of whole days, working days or months; nothing else is."),
            ),
            models.CheckConstraint(
                name="rules_rule_moves_where_a_source_says_so",
                condition=Q(moves=False)
                | Q(moving_source_zh_hans__isnull=False, moving_source_zh_hans__gt="")
                | Q(moving_source_en__isnull=False, moving_source_en__gt="")
                | Q(moving_source_ru__isnull=False, moving_source_ru__gt=""),
                violation_error_message=_("Name what says that the last day moves from a rest day."),
            ),
        ]

    @property
    def figure(self) -> Decimal:
        """The value of a rule that is known; `ValueError` for one that is not."""
        if self.value is None:
            raise ValueError(f"Rule {self.slug} has no value.")
        return self.value
