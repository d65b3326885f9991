"""The closed lists of the directory of cases: levels of courts, and how one case stands to another."""

from django.db import models
from django.utils.translation import pgettext_lazy


class CourtLevel(models.TextChoices):
    """Where a court stands among the courts of its jurisdiction."""

    SUPREME = "supreme", pgettext_lazy("level of a court", "Supreme court")
    HIGH = "high", pgettext_lazy("level of a court", "High court or court of appeal")
    INTERMEDIATE = "intermediate", pgettext_lazy("level of a court", "Intermediate or regional court")
    BASIC = "basic", pgettext_lazy("level of a court", "Court of first instance")
    ARBITRAL_TRIBUNAL = "arbitral-tribunal", pgettext_lazy("level of a court", "Arbitral tribunal or panel")


class RelationKind(models.TextChoices):
    """What a case does with an earlier one."""

    FOLLOWS = "follows", pgettext_lazy("what a case does", "Follows")
    DISTINGUISHES = "distinguishes", pgettext_lazy("what a case does", "Distinguishes")
    DEPARTS = "departs-from", pgettext_lazy("what a case does", "Departs from")
    OVERRULES = "overrules", pgettext_lazy("what a case does", "Overrules")
    AFFIRMS = "affirms", pgettext_lazy("what a case does", "Affirms")
    REVERSES = "reverses", pgettext_lazy("what a case does", "Reverses")
