"""Which days are worked: calendars, the days in them that differ from the week, the years that are published."""

from typing import Final

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.rules.kinds import DayKind, Origin
from portal.history import tracked
from portal.reference.models import Jurisdiction

WEEK: Final = range(1, 8)


@tracked()
class Calendar(models.Model):
    """The working days of a country or region; one that `follows` another has its days, and its own besides.

    `library` is the country whose holidays are loaded: empty, staff enter every day.
    """

    slug = models.SlugField(_("slug"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=120)
    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="+", verbose_name=_("jurisdiction"))
    follows = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="followed_by",
        verbose_name=pgettext_lazy("calendar", "follows"),
        help_text=_("The calendar whose days hold here too, unless this one says otherwise."),
    )
    weekend = ArrayField(
        models.PositiveSmallIntegerField(),
        verbose_name=_("weekend"),
        help_text=_("Days of the week, Monday is 1 and Sunday 7."),
    )
    library = models.CharField(_("country whose holidays are loaded"), max_length=2, blank=True, editable=False)
    note = models.TextField(_("note"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=1000)

    class Meta:
        verbose_name = pgettext_lazy("working days", "calendar")
        verbose_name_plural = pgettext_lazy("working days", "calendars")
        permissions = [("translate_calendar", _("Can translate calendars"))]
        ordering = ["position", "slug"]
        constraints = [
            models.CheckConstraint(
                name="rules_calendar_follows_another",
                condition=~Q(follows=F("pk")),
                violation_error_message=_("A calendar does not follow itself."),
            ),
            models.CheckConstraint(
                name="rules_calendar_week_has_working_days",
                condition=Q(weekend__len__lt=len(WEEK), weekend__contained_by=list(WEEK)),
                violation_error_message=_("A weekend is made of days from 1 to 7, and leaves a working day."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class CalendarDay(models.Model):
    """A day that is not what its place in the week says: a holiday, or a working day made up at a weekend."""

    calendar = models.ForeignKey(
        Calendar, models.CASCADE, related_name="days", verbose_name=pgettext_lazy("working days", "calendar")
    )
    date = models.DateField(pgettext_lazy("of a calendar", "day"))
    kind = models.CharField(pgettext_lazy("of a day", "kind"), max_length=4, choices=DayKind, default=DayKind.REST)
    name = models.CharField(_("name"), max_length=200, blank=True)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    origin = models.CharField(
        pgettext_lazy("of a day", "origin"), max_length=6, choices=Origin, default=Origin.STAFF, editable=False
    )

    class Meta:
        verbose_name = pgettext_lazy("of a calendar", "day")
        verbose_name_plural = pgettext_lazy("of a calendar", "days")
        permissions = [("translate_calendarday", _("Can translate names of days"))]
        ordering = ["date", "calendar"]
        constraints = [
            models.UniqueConstraint(
                fields=["calendar", "date"],
                name="rules_calendarday_once",
                violation_error_message=_("The calendar has this day already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.date:%Y-%m-%d}"


@tracked()
class CalendarYear(models.Model):
    """Whether a year's days are published by whoever sets them; what is computed from others is provisional."""

    calendar = models.ForeignKey(
        Calendar, models.CASCADE, related_name="years", verbose_name=pgettext_lazy("working days", "calendar")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    published = models.BooleanField(pgettext_lazy("of a year", "published"), default=False)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    origin = models.CharField(
        pgettext_lazy("of a day", "origin"), max_length=6, choices=Origin, default=Origin.STAFF, editable=False
    )

    class Meta:
        verbose_name = _("year of a calendar")
        verbose_name_plural = _("years of calendars")
        ordering = ["-year", "calendar"]
        constraints = [
            models.UniqueConstraint(
                fields=["calendar", "year"],
                name="rules_calendaryear_once",
                violation_error_message=_("The calendar has this year already."),
            ),
            models.CheckConstraint(
                name="rules_calendaryear_published_somewhere",
                condition=Q(published=False) | ~Q(source_url=""),
                violation_error_message=_("Name the address where the year is published."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}"
