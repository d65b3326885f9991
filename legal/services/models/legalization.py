"""Which states take an apostille: what is confirmed of each, by whom and when it was looked up."""

import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from legal.services.kinds import Known, Membership
from portal.history import tracked
from portal.reference.models import Jurisdiction


class LegalizationQuerySet(models.QuerySet["Legalization"]):
    def with_names(self) -> "LegalizationQuerySet":
        """With the jurisdiction each is of, in the order of jurisdictions."""
        return self.select_related("jurisdiction").order_by("jurisdiction__position", "jurisdiction__code")


@tracked()
class Legalization(models.Model):
    """What is known of a state and the Apostille Convention of 1961.

    `objections` are codes of states between which and this one it does not work, since one of them objected.
    """

    jurisdiction = models.OneToOneField(
        Jurisdiction, models.PROTECT, related_name="legalization", verbose_name=_("jurisdiction")
    )
    membership = models.CharField(
        _("Apostille Convention"), max_length=9, choices=Membership, default=Membership.UNKNOWN
    )
    in_force_on = models.DateField(_("in force for it from"), null=True, blank=True)
    objections = ArrayField(
        models.CharField(max_length=12),
        verbose_name=_("does not work with, since one objected"),
        default=list,
        blank=True,
    )
    status = models.CharField(_("what this is worth"), max_length=15, choices=Known, default=Known.UNKNOWN)
    source_url = models.URLField(_("source"), max_length=500, blank=True)
    checked_on = models.DateField(_("looked up on"), null=True, blank=True)

    objects = LegalizationQuerySet.as_manager()

    class Meta:
        verbose_name = _("state and the Apostille Convention")
        verbose_name_plural = _("states and the Apostille Convention")
        ordering = ["jurisdiction"]
        constraints = [
            models.CheckConstraint(
                name="services_legalization_known_has_its_source",
                condition=Q(membership=Membership.UNKNOWN, status=Known.UNKNOWN)
                | (
                    ~Q(membership=Membership.UNKNOWN)
                    & ~Q(status=Known.UNKNOWN)
                    & ~Q(source_url="")
                    & Q(checked_on__isnull=False)
                ),
                violation_error_message=_(
                    "Give the source and the day it was looked up, and say what it is worth; or leave all as not known."
                ),
            ),
            models.CheckConstraint(
                name="services_legalization_party_from_a_day",
                condition=Q(membership=Membership.PARTY, in_force_on__isnull=False)
                | (~Q(membership=Membership.PARTY) & Q(in_force_on=None)),
                violation_error_message=_("A party is one from a day; whoever is none has no such day."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.jurisdiction)

    @property
    def is_confirmed(self) -> bool:
        """Whether a path may be told from it."""
        return self.status == Known.CONFIRMED

    def is_party(self, day: datetime.date) -> bool:
        """Whether it is confirmed to be bound by the convention on a day."""
        return self.is_confirmed and self.in_force_on is not None and self.in_force_on <= day

    def is_outside(self, day: datetime.date) -> bool:
        """Whether it is confirmed not to be bound by the convention on a day."""
        return self.is_confirmed and not self.is_party(day)
