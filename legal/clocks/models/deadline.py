"""A clock that runs, or has run, in one matter."""

import datetime
import uuid
from collections.abc import Iterable
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser, PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from legal.clocks import registry
from legal.clocks.registry import Clock
from legal.clocks.states import OPEN, Origin, State, Whose
from legal.matters.models import Matter
from legal.rules import deadlines
from legal.rules.kinds import Status
from legal.rules.models import Rule
from legal.rules.names import Names
from portal.history import tracked

DAY: Final = datetime.timedelta(days=1)


def official_day(at: datetime.datetime) -> datetime.date:
    """The day of a moment in the official time of Kashgar."""
    return timezone.localdate(at, ZoneInfo(settings.TIME_ZONE))


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    def open(self) -> "DeadlineQuerySet":
        """Those that run or stand still."""
        return self.filter(state__in=OPEN)

    def open_for_staff(self) -> "DeadlineQuerySet":
        """Those by which the institution has to act."""
        return self.open().filter(whose=Whose.STAFF)

    def overdue(self, on: datetime.date) -> "DeadlineQuerySet":
        """Those that run and whose last day is past."""
        return self.filter(state=State.RUNNING, due__lt=on)

    def listed_to(self, user: PermissionsMixin | AnonymousUser) -> "DeadlineQuerySet":
        """Those of matters that somebody of the staff handles, or looks through."""
        mine, audited = Matter.objects.handled_by(user), Matter.objects.audited_by(user)
        return self.filter(matter__in=mine.values("pk").union(audited.values("pk")))

    def shown_to_parties(self) -> "DeadlineQuerySet":
        """All but those that are for staff alone."""
        return self.filter(internal=False)

    def told(self) -> "DeadlineQuerySet":
        """With all that says why on that day, the next one first."""
        ordered = self.order_by(F("ended_at").desc(nulls_first=True), F("due").asc(nulls_last=True), "pk")
        return ordered.select_related("matter__enterprise").prefetch_related("standstills", "changes__by")

    def nearest(self, matters: Iterable[Matter | int]) -> dict[int, "Deadline"]:
        """Of each of these matters the one that ends first, by the key of the matter; one query for all of them."""
        wanted = [matter.pk if isinstance(matter, Matter) else matter for matter in matters]
        first = self.filter(matter__in=wanted).order_by("matter_id", F("due").asc(nulls_last=True), "pk")
        return {found.matter_id: found for found in first.distinct("matter_id").select_related("matter")}


@tracked(part_of="matter", exclude=["explanation", "rule_held", "next_at", "stale"])
class Deadline(models.Model):
    """When somebody has to have acted, by the rule as it stood when the clock was started.

    `due` is None while no day is known: none was notified, or the clock stands still. `rule` is the row it runs by to
    its end, whatever row has taken its place since; `rule_held` tells of it as it stood. `explanation` is what was
    computed, step by step, with `extensions`, each so many units of the rule more. `next_at` is when somebody is told
    next, `stale` that a calendar has changed since.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="deadlines", verbose_name=_("matter"))
    uid = models.UUIDField(_("identifier in calendars"), default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(_("number of changes"), default=0, editable=False)
    clock = models.CharField(_("clock"), max_length=60, editable=False)
    whose = models.CharField(_("who has to act"), max_length=10, choices=Whose, editable=False)
    internal = models.BooleanField(_("for staff alone"), default=False, editable=False)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.RUNNING, editable=False)
    origin = models.CharField(_("where the day comes from"), max_length=8, choices=Origin, default=Origin.COMPUTED)
    started_at = models.DateTimeField(_("started"))
    due = models.DateField(_("last day"), null=True, blank=True)
    provisional = models.BooleanField(_("provisional"), default=False)
    rule = models.ForeignKey(Rule, models.PROTECT, null=True, related_name="+", verbose_name=_("rule"))
    rule_held = models.JSONField(_("the rule as it stood"), default=dict, blank=True)
    calendars = ArrayField(models.SlugField(max_length=20), default=list, verbose_name=_("calendars"))
    explanation = models.JSONField(_("why this day"), default=dict, blank=True)
    extensions = models.JSONField(_("extensions"), default=list, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, editable=False)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)
    next_at = models.DateTimeField(_("somebody is told next"), null=True, editable=False)
    stale = models.BooleanField(_("a calendar has changed"), default=False, editable=False)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = _("deadline of a matter")
        verbose_name_plural = _("deadlines of matters")
        ordering = ["started_at", "pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "clock"],
                condition=Q(state__in=OPEN),
                name="clocks_deadline_one_open",
                violation_error_message=_("This clock runs in the matter already."),
            ),
            models.CheckConstraint(
                name="clocks_deadline_ended_when_it_is",
                condition=Q(state__in=OPEN, ended_at=None) | (~Q(state__in=OPEN) & Q(ended_at__isnull=False)),
                violation_error_message=_("A clock has a time at which it ended exactly when it has ended."),
            ),
            models.CheckConstraint(
                name="clocks_deadline_entered_has_a_day",
                condition=Q(origin=Origin.COMPUTED) | Q(due__isnull=False),
                violation_error_message=_("What was entered has a day."),
            ),
        ]
        indexes = [
            # the sweep that reminds
            models.Index(fields=["next_at"], name="clocks_to_tell", condition=Q(next_at__isnull=False)),
            # the sweep that computes again
            models.Index(fields=["id"], name="clocks_stale", condition=Q(stale=True)),
            # the queue of the console, and what is overdue
            models.Index(fields=["whose", "due"], name="clocks_open_by_day", condition=Q(state__in=OPEN)),
        ]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return f"{self.matter.get_absolute_url()}#deadline-{self.uid}"

    def page_for(self, user: AbstractBaseUser | None) -> str:
        """Where somebody reads it: on the page of the matter, or on that of the side they act for."""
        spec = self.spec
        led = spec.leads(self.matter, user) if spec and spec.leads and user else ""
        return f"{led}#deadline-{self.uid}" if led else self.get_absolute_url()

    def get_console_url(self) -> str:
        """The page of the console on which staff deal with it."""
        return reverse("admin:clocks_deadline_day", args=[self.matter.key, self.uid])

    @property
    def spec(self) -> Clock | None:
        """The clock as it is registered now."""
        return registry.find(self.matter.kind, self.clock)

    @property
    def label(self) -> str:
        """What the clock is called; its bare slug where it is registered no more."""
        spec = self.spec
        return str(spec.label) if spec else self.clock

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_entered(self) -> bool:
        """Whether staff have entered the day."""
        return self.origin != Origin.COMPUTED

    @property
    def is_to_be_confirmed(self) -> bool:
        """Whether the rule was read in a secondary source."""
        return bool(self.rule_held) and self.rule_held["status"] == Status.TO_BE_CONFIRMED

    @property
    def rule_name(self) -> str:
        """What the rule was called when the clock was started."""
        return Names(**self.rule_held["name"]).any() if self.rule_held else ""

    @property
    def rule_source(self) -> str:
        """Where the rule was read."""
        return Names(**self.rule_held["source"]).any() if self.rule_held else ""

    @property
    def computed(self) -> deadlines.Deadline | None:
        """What was computed last; None where there is no rule to compute by."""
        return deadlines.Deadline.from_json(self.explanation) if self.explanation else None

    @property
    def day(self) -> datetime.date:
        """The day of the event it runs from."""
        return official_day(self.started_at)

    @property
    def ended_day(self) -> datetime.date | None:
        """The day it ended; None while it is open."""
        return official_day(self.ended_at) if self.ended_at else None

    def told(self) -> list[str]:
        """Why this day, a sentence a step, in the active language."""
        return self.computed.told() if self.computed else []

    def course(self) -> str:
        """What its picture shows, for whoever does not see it."""
        first, last = (date_format(day, "DATE_FORMAT") if day else "" for day in (self.day, self.due))
        return gettext("From %(first)s to %(last)s.") % {"first": first, "last": last}

    def days_left(self, today: datetime.date) -> int | None:
        """How many days are left, less than none where it is overdue; None where no day is known."""
        return (self.due - today).days if self.due else None

    def is_overdue(self, today: datetime.date) -> bool:
        """Whether it runs and its last day is past."""
        return self.state == State.RUNNING and self.due is not None and self.due < today

    def held(self) -> dict[str, Any]:
        """What an entry of the history says of it."""
        return {"clock": self.clock, "due": self.due.isoformat() if self.due else ""}
