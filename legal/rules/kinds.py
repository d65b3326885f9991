"""The closed lists of the app: what figures are of, in what they are counted, how sure they are."""

from typing import Final

from django.db import models
from django.utils.translation import pgettext_lazy


class InstitutionKind(models.TextChoices):
    ARBITRATION = "arbitration", pgettext_lazy("kind of institution", "Arbitral institution")
    COURT = "court", pgettext_lazy("kind of institution", "Court of arbitration")
    MEDIATION = "mediation", pgettext_lazy("kind of institution", "Mediation centre")
    NOTARY = "notary", pgettext_lazy("kind of institution", "Notary office")
    APPRAISAL = "appraisal", pgettext_lazy("kind of institution", "Appraisal body")


class RuleKind(models.TextChoices):
    CEILING = "ceiling", pgettext_lazy("kind of rule", "Ceiling")
    FEE = "fee", pgettext_lazy("kind of rule", "Fee")
    LIMIT = "limit", pgettext_lazy("kind of rule", "Time limit")


class Unit(models.TextChoices):
    CNY = "cny", pgettext_lazy("unit of a rule", "RMB")
    DAYS = "days", pgettext_lazy("unit of a rule", "days")
    WORKING_DAYS = "working-days", pgettext_lazy("unit of a rule", "working days")
    MONTHS = "months", pgettext_lazy("unit of a rule", "months")
    PERCENT = "percent", pgettext_lazy("unit of a rule", "per cent")


class Status(models.TextChoices):
    """How sure a figure is: read at its official source, from a secondary copy, or not known at all."""

    CONFIRMED = "confirmed", pgettext_lazy("status of a rule", "Confirmed")
    TO_BE_CONFIRMED = "to-be-confirmed", pgettext_lazy("status of a rule", "To be confirmed")
    UNKNOWN = "unknown", pgettext_lazy("status of a rule", "As notified by the institution")


class DayKind(models.TextChoices):
    REST = "rest", pgettext_lazy("kind of day", "Rest day")
    WORK = "work", pgettext_lazy("kind of day", "Working day")


class Origin(models.TextChoices):
    """Where a day of a calendar comes from: what staff entered is never overwritten."""

    LOADED = "loaded", pgettext_lazy("origin of a day", "Loaded")
    STAFF = "staff", pgettext_lazy("origin of a day", "Entered by staff")


# What a time limit may be counted in.
TIMES: Final = (Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS)
