"""The closed lists of the directory of lawyers: kinds of profiles and firms, tasks, and levels of a language."""

from django.db import models
from django.utils.translation import pgettext_lazy


class LawyerKind(models.TextChoices):
    """What a lawyer is licensed as; what that allows stands in offers.py."""

    PRC_LAWYER = "prc-lawyer", pgettext_lazy("kind of lawyer", "PRC lawyer")
    PRC_FOREIGN_RELATED = (
        "prc-foreign-related",
        pgettext_lazy("kind of lawyer", "PRC lawyer in foreign-related practice"),
    )
    FOREIGN_LAWYER = "foreign-lawyer", pgettext_lazy("kind of lawyer", "Foreign lawyer")
    REPRESENTATIVE_OFFICE = (
        "representative-office",
        pgettext_lazy("kind of lawyer", "Representative of a foreign law firm in China"),
    )


class FirmKind(models.TextChoices):
    """What a firm is registered as."""

    PRC_FIRM = "prc-firm", pgettext_lazy("kind of law firm", "PRC law firm")
    FOREIGN_FIRM = "foreign-firm", pgettext_lazy("kind of law firm", "Foreign law firm")
    REPRESENTATIVE_OFFICE = (
        "representative-office",
        pgettext_lazy("kind of law firm", "Representative office of a foreign law firm in China"),
    )


class Task(models.TextChoices):
    """What a lawyer does in a language, and under a law; also the names of the columns of a skill."""

    CONSULT = "consult", pgettext_lazy("task of a lawyer", "Advise")
    DRAFT = "draft", pgettext_lazy("task of a lawyer", "Draft documents")
    PLEAD = "plead", pgettext_lazy("task of a lawyer", "Plead")


class Level(models.TextChoices):
    """How well a language is spoken: the six levels of the Common European Framework of Reference, and no other."""

    A1 = "A1", "A1"
    A2 = "A2", "A2"
    B1 = "B1", "B1"
    B2 = "B2", "B2"
    C1 = "C1", "C1"
    C2 = "C2", "C2"


class Weekday(models.IntegerChoices):
    """Days of the week as ISO 8601 counts them."""

    MONDAY = 1, pgettext_lazy("day of the week", "Monday")
    TUESDAY = 2, pgettext_lazy("day of the week", "Tuesday")
    WEDNESDAY = 3, pgettext_lazy("day of the week", "Wednesday")
    THURSDAY = 4, pgettext_lazy("day of the week", "Thursday")
    FRIDAY = 5, pgettext_lazy("day of the week", "Friday")
    SATURDAY = 6, pgettext_lazy("day of the week", "Saturday")
    SUNDAY = 7, pgettext_lazy("day of the week", "Sunday")
