"""Spreadsheets on their way: lists written for officers, and lists they bring."""

import uuid
from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.core.cache import cache
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.files.models import File
from portal.history import tracked


@tracked()
class Sheet(models.Model):
    """A spreadsheet an officer asked for, whose bytes lie under VAR_DIR until it is swept away; or one they brought."""

    class Kind(models.TextChoices):
        EXPORT = "export", pgettext_lazy("spreadsheet", "Export")
        IMPORT = "import", pgettext_lazy("spreadsheet", "Import")

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("spreadsheet", "Being made")
        READY = "ready", pgettext_lazy("spreadsheet", "Ready")
        FAULTY = "faulty", pgettext_lazy("spreadsheet", "To be mended")
        APPLYING = "applying", pgettext_lazy("spreadsheet", "Being imported")
        DONE = "done", pgettext_lazy("spreadsheet", "Imported")

    MOVING: ClassVar = (State.WAITING, State.APPLYING)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    # What was brought; it lies on the shelf of whoever brought it, from where it may be taken away.
    file = models.ForeignKey(File, models.SET_NULL, null=True, related_name="+", verbose_name=_("file"))
    narrowing = models.JSONField(_("narrowed to"), default=dict, blank=True)
    language = models.CharField(_("language"), max_length=10)
    total = models.PositiveIntegerField(_("rows in all"), default=0)
    # What is wrong: the number of the row, the column, the sentence.
    faults = models.JSONField(_("what is wrong"), default=list, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked for by"))
    created_at = models.DateTimeField(_("asked for"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("spreadsheet")
        verbose_name_plural = _("spreadsheets")
        ordering = ["-created_at"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def path(self) -> Path:
        """Where the bytes are of one that was asked for."""
        return Path(settings.VAR_DIR) / "spreadsheets" / f"{self.pk}.xlsx"

    @property
    def is_moving(self) -> bool:
        """Whether the worker is at it, or about to be."""
        return self.state in self.MOVING

    @property
    def done(self) -> int:
        """How many rows the worker has done: in the cache, since the rows themselves are not there before the last."""
        return int(cache.get(f"sheet:{self.pk}", 0))

    def tell(self, done: int) -> None:
        """Say how many rows are done, once in a hundred."""
        if done % 100 == 0:
            cache.set(f"sheet:{self.pk}", done, 3600)
