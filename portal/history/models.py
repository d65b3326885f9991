"""What the triggers write: one entry a row that changed."""

import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.history.triggers import AppendOnly, Guarded


class EntryQuerySet(models.QuerySet["Entry"]):
    def of(self, record: type[models.Model], key: str) -> "EntryQuerySet":
        """What happened to one record, and to what belongs to it."""
        model = record._meta.concrete_model or record
        return self.filter(model=model._meta.label_lower, key=key)

    def on(self, day: datetime.date) -> "EntryQuerySet":
        """What happened on a day of whoever reads: hours are shown in their time zone, too."""
        first, last = datetime.time.min, datetime.time.max
        begin, end = (timezone.make_aware(datetime.datetime.combine(day, time)) for time in (first, last))
        return self.filter(at__range=(begin, end))

    def after(self, at: datetime.datetime, number: int) -> "EntryQuerySet":
        """What comes after an entry in the order of the history: what is older."""
        return self.filter(at__lte=at).exclude(at=at, pk__gte=number)


class Entry(models.Model):
    """One change of one row, whole for a row that came or went; written by triggers alone.

    It is told of the record `model` and `key`; `part` names the model of the row where that is another, as that of a
    role somebody has. Neither `key` nor `by` is a foreign key: an entry outlives both.
    """

    class Kind(models.TextChoices):
        INSERT = "insert", pgettext_lazy("in the history", "Added")
        UPDATE = "update", pgettext_lazy("in the history", "Changed")
        DELETE = "delete", pgettext_lazy("in the history", "Deleted")

    at = models.DateTimeField(_("when"))
    kind = models.CharField(_("kind"), max_length=6, choices=Kind)
    model = models.CharField(_("record"), max_length=120)
    key = models.CharField(_("key of the row"), max_length=64)
    part = models.CharField(_("part of the record"), max_length=120, blank=True)
    before = models.JSONField(_("before"), null=True)
    after = models.JSONField(_("after"), null=True)
    by = models.BigIntegerField(_("who"), null=True)
    context = models.UUIDField(_("changed together with"), null=True)
    origin = models.JSONField(_("from where"), null=True)
    role = models.CharField(_("role of the database"), max_length=64)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the history")
        verbose_name_plural = _("entries of the history")
        ordering = ["-at", "-id"]
        default_permissions = ("view",)
        triggers = [AppendOnly(), Guarded()]
        indexes = [
            # The newest entries; those of a day.
            models.Index(fields=["-at", "-id"], name="history_newest"),
            # What has somebody done?
            models.Index(fields=["by", "-at", "-id"], name="history_of_person"),
            # What has happened to records of a kind?
            models.Index(fields=["model", "-at", "-id"], name="history_of_model"),
            # What has happened to this row?
            models.Index(fields=["model", "key", "-at", "-id"], name="history_of_row"),
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.key} {self.kind}"
