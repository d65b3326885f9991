"""The dated texts of a law."""

import datetime

from django.db import models
from django.db.models import F, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.history import tracked


def end_of_force(following: datetime.date | None, repealed: datetime.date | None) -> datetime.date | None:
    """An edition ends when the next one comes into force, or with the law; None where neither day is known."""
    return min((day for day in (following, repealed) if day), default=None)


class EditionQuerySet(models.QuerySet["Edition"]):
    def begun(self, *, on: datetime.date | Subquery) -> "EditionQuerySet":
        """Editions whose day (in force, else adopted) has come; those without any day count as begun."""
        return self.filter(Q(day=None) | Q(day__lte=on))

    def last_begun(self, *, on: datetime.date | Subquery) -> "EditionQuerySet":
        """Those begun by a day, the last first, a dated one before one without a day: the first is that of the day."""
        return self.begun(on=on).order_by(F("day").desc(nulls_last=True), "-pk")

    def of_the_day(self, *, on: datetime.date) -> "EditionQuerySet":
        """The one edition of each law that `Law.edition_on` names."""
        last = Edition.objects.filter(law=models.OuterRef("law")).last_begun(on=on)
        return self.filter(pk=Subquery(last.values("pk")[:1]))


@tracked(exclude=["changed_at", "day"])
class Edition(models.Model):
    """A dated text of a law. A day in force that is not known is null and said to be unknown, never guessed."""

    class DaySource(models.TextChoices):
        HEADER = "header", _("the header of the text")
        CLAUSE = "clause", _("the commencement clause")
        FOLDER = "folder", _("the law's record")

    # By name: the law asks its editions how it stands, so its module stands above this one.
    law = models.ForeignKey("laws.Law", models.CASCADE, related_name="editions", verbose_name=_("law"))
    slug = models.CharField(_("date in addresses"), max_length=16)
    adopted = models.DateField(_("adopted"), null=True, blank=True)
    in_force = models.DateField(_("in force from"), null=True, blank=True)
    in_force_source = models.CharField(_("known from"), max_length=8, choices=DaySource, blank=True)
    day = models.DateField(_("day it is ordered by"), null=True, blank=True, editable=False)
    until = models.DateField(_("in force until"), null=True, blank=True)
    amended_by = models.CharField(_("amended by"), max_length=500, blank=True)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = [F("day").asc(nulls_first=True), "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["law", "slug"],
                name="laws_edition_date_unique_in_law",
                violation_error_message=_("This law already has an edition of this date."),
            ),
            models.CheckConstraint(
                name="laws_edition_day_is_in_force_else_adopted",
                condition=Q(in_force__isnull=False, day=F("in_force"))
                | Q(in_force=None, adopted__isnull=False, day=F("adopted"))
                | Q(in_force=None, adopted=None, day=None),
                violation_error_message=_("An edition is ordered by the day it came into force, else by its adoption."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.law} {self.slug}"

    def get_absolute_url(self) -> str:
        return reverse("laws:edition", args=[self.law.jurisdiction.code, self.law.slug, self.slug])
