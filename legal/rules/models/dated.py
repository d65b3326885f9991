"""What is in force from one day to another: one row at a time of those that share a slug."""

import datetime
from typing import Any, Final, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from legal.rules.kinds import Status

ENDS_TOO_EARLY: Final = _("It ends before it begins.")


class DatedQuerySet(models.QuerySet[Any]):
    def in_force(self, on: datetime.date) -> Self:
        """Those in force on a day."""
        begun = Q(effective_from=None) | Q(effective_from__lte=on)
        return self.filter(begun, Q(effective_until=None) | Q(effective_until__gte=on))


def no_two_at_once(name: str) -> ExclusionConstraint:
    """No two rows of one slug are in force on the same day.

    A range of one number, since equality of a text in GiST would take an extension (btree_gist): the hash of the slug
    that PostgreSQL divides tables by, of 64 bits.
    """
    number = Func(F("slug"), Value(0), function="hashtextextended", output_field=models.BigIntegerField())
    return ExclusionConstraint(
        name=name,
        expressions=[
            (Func(number, number, Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
            (
                Func(F("effective_from"), F("effective_until"), Value("[]"), function="daterange"),
                RangeOperators.OVERLAPS,
            ),
        ],
        violation_error_message=_("Another row with this slug is in force on one of these days."),
    )


def ends_after_it_begins(name: str) -> models.CheckConstraint:
    """The last day in force is not before the first."""
    return models.CheckConstraint(
        name=name,
        condition=Q(effective_from=None) | Q(effective_until=None) | Q(effective_until__gte=F("effective_from")),
        violation_error_message=ENDS_TOO_EARLY,
    )


def has_its_source(name: str) -> models.CheckConstraint:
    """A figure that is known says where it was read, and when."""
    return models.CheckConstraint(
        name=name,
        condition=Q(status=Status.UNKNOWN) | (~Q(source_url="") & Q(checked_on__isnull=False)),
        violation_error_message=_("A figure names the address of its source and the day it was checked."),
    )


class Dated(models.Model):
    """A figure or a table of figures: from when to when it is in force, where it was read, how sure it is.

    A row without a first day has been in force for longer than its source tells; one without a last day still is.
    """

    slug = models.SlugField(_("slug"), max_length=60, help_text=_("The same for all rows that follow one another."))
    name = models.CharField(_("name"), max_length=200)
    effective_from = models.DateField(
        _("in force from"), null=True, blank=True, help_text=_("Empty where the source does not say.")
    )
    effective_until = models.DateField(_("in force until"), null=True, blank=True, help_text=_("The last day."))
    status = models.CharField(_("status"), max_length=15, choices=Status, default=Status.TO_BE_CONFIRMED)
    source_title = models.CharField(_("source"), max_length=300, blank=True)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    checked_on = models.DateField(_("date checked"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=1000)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """`ValidationError` where it ends before it begins: such days are no range that the database can compare."""
        if self.effective_from and self.effective_until and self.effective_until < self.effective_from:
            raise ValidationError({"effective_until": ENDS_TOO_EARLY})

    def has_begun(self, today: datetime.date) -> bool:
        """Whether it is, or was, in force."""
        return self.effective_from is None or self.effective_from <= today

    @property
    def is_known(self) -> bool:
        """Whether anything is computed from it."""
        return self.status != Status.UNKNOWN
