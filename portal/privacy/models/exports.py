"""Copies of everything held about a person, made by the worker, kept for some days."""

import datetime
from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.languages import LANGUAGES

# Where they lie in the storage, and nothing else does.
FOLDER: Final = "exports"


class DataExportQuerySet(models.QuerySet["DataExport"]):
    def forsaken(self, *, at: datetime.datetime) -> "DataExportQuerySet":
        """Copies nobody is making: the worker that took them is gone, or the message to it was lost."""
        return self.filter(
            Q(state=DataExport.State.MAKING, lease_until__lte=at)
            | Q(state=DataExport.State.WAITING, sent_at__lte=at - DataExport.PATIENCE)
        )

    def unfinished(self) -> "DataExportQuerySet":
        """Copies that are still to be made."""
        return self.filter(state__in=(DataExport.State.WAITING, DataExport.State.MAKING))


class DataExport(models.Model):
    """A zip file with everything the portal holds about one person, for that person alone."""

    # How long a worker may be at it before it counts as gone: more than the task's time limit.
    LEASE = datetime.timedelta(minutes=12)
    # How long a message to the worker may take before it counts as lost; a queue may be long.
    PATIENCE = datetime.timedelta(minutes=2)
    ATTEMPTS = 3

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting for its turn")
        MAKING = "making", _("Being made")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Failed")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="data_exports", verbose_name=_("user")
    )
    language = models.CharField(
        _("language"), max_length=10, choices=[(language.code, language.name) for language in LANGUAGES]
    )
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    progress = models.PositiveSmallIntegerField(_("percent made"), default=0)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    worker = models.CharField(_("task that makes it"), max_length=64, blank=True, editable=False)
    lease_until = models.DateTimeField(_("taken until"), null=True, blank=True, editable=False)
    file = models.FileField(_("file"), upload_to=f"{FOLDER}/", blank=True)
    asked_at = models.DateTimeField(_("asked for"), default=timezone.now, editable=False)
    sent_at = models.DateTimeField(_("sent to the worker"), default=timezone.now, editable=False)
    made_at = models.DateTimeField(_("made"), null=True, blank=True, editable=False)

    objects = DataExportQuerySet.as_manager()

    class Meta:
        verbose_name = _("copy of personal data")
        verbose_name_plural = _("copies of personal data")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(state__in=("waiting", "making")),
                name="privacy_export_one_at_a_time",
                violation_error_message=_("A copy of these data is being made already."),
            ),
            models.CheckConstraint(
                name="privacy_export_ready_has_file",
                condition=Q(state="ready", made_at__isnull=False) & ~Q(file="") | ~Q(state="ready"),
                violation_error_message=_("A copy that is ready is there, with the time it was made."),
            ),
            models.CheckConstraint(
                name="privacy_export_making_has_lease",
                condition=Q(state="making", lease_until__isnull=False) | ~Q(state="making") & Q(lease_until=None),
                violation_error_message=_("A copy being made, and no other, is taken until a certain time."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.asked_at:%Y-%m-%d}"

    @property
    def is_over(self) -> bool:
        """Whether nobody is, or will be, at work on it."""
        return self.state in {self.State.READY, self.State.FAILED}
