"""Files that take the worker a while: who asked for the same shares one, kept as long as the edition is unchanged."""

import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.laws.models import Edition


class DownloadQuerySet(models.QuerySet["Download"]):
    def forsaken(self, *, at: datetime.datetime) -> "DownloadQuerySet":
        """Files nobody is making: the worker that took them is gone, or the message to it was lost."""
        return self.filter(
            Q(state=Download.State.MAKING, lease_until__lte=at)
            | Q(state=Download.State.WAITING, sent_at__lte=at - Download.PATIENCE)
        )

    def stale(self, *, at: datetime.datetime) -> "DownloadQuerySet":
        """Files nobody has asked for in a while, and old failures."""
        return self.filter(asked_at__lte=at - Download.KEPT)


class Download(models.Model):
    """One file of an edition: in which languages, in which format, told in which language of the reader.

    `key` is the fingerprint of everything the file depends on, so a changed edition makes another row.
    """

    # How long a worker may be at it before it counts as gone: more than the task's time limit.
    LEASE = datetime.timedelta(minutes=3)
    # How long a message to the worker may take before it counts as lost; a queue may be long.
    PATIENCE = datetime.timedelta(minutes=2)
    # A worker that is there takes a file up within seconds; after so long a reader is told that it takes longer.
    USUAL = datetime.timedelta(seconds=15)
    KEPT = datetime.timedelta(days=7)
    ATTEMPTS = 3

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting for its turn")
        MAKING = "making", _("Being made")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Failed")

    class Failure(models.TextChoices):
        TOO_LONG = "too-long", _("Making the file took longer than the portal allows.")
        BROKEN = "broken", _("The file could not be made because of a fault of ours, which has been noted.")
        GONE = "gone", _("The portal was interrupted several times while it made the file.")

    key = models.CharField(_("fingerprint"), max_length=64, unique=True, editable=False)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="downloads", verbose_name=_("edition"))
    languages = ArrayField(models.CharField(max_length=12), verbose_name=_("languages"))
    format = models.CharField(_("format"), max_length=8)
    reader = models.CharField(_("language of the reader"), max_length=12)
    site = models.CharField(_("address of the portal"), max_length=200)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    progress = models.PositiveSmallIntegerField(_("percent made"), default=0)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    worker = models.CharField(_("task that makes it"), max_length=64, blank=True, editable=False)
    lease_until = models.DateTimeField(_("taken until"), null=True, blank=True, editable=False)
    file = models.FileField(_("file"), upload_to="downloads/%Y/%m/", blank=True)
    failure = models.CharField(_("why it failed"), max_length=8, choices=Failure, blank=True)
    sent_at = models.DateTimeField(_("sent to the worker"), default=timezone.now, editable=False)
    asked_at = models.DateTimeField(_("last asked for"), default=timezone.now, editable=False)
    made_at = models.DateTimeField(_("made"), null=True, blank=True, editable=False)

    objects = DownloadQuerySet.as_manager()

    class Meta:
        verbose_name = _("download")
        verbose_name_plural = _("downloads")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="downloads_ready_has_file",
                condition=Q(state="ready", made_at__isnull=False) & ~Q(file="") | ~Q(state="ready"),
                violation_error_message=_("A file that is ready is there, with the time it was made."),
            ),
            models.CheckConstraint(
                name="downloads_making_has_lease",
                condition=Q(state="making", lease_until__isnull=False) | ~Q(state="making") & Q(lease_until=None),
                violation_error_message=_("A file being made, and no other, is taken until a certain time."),
            ),
            models.CheckConstraint(
                name="downloads_failed_says_why",
                condition=Q(state="failed") & ~Q(failure="") | ~Q(state="failed") & Q(failure=""),
                violation_error_message=_("A failed file says why, and no other does."),
            ),
        ]
        # The sweep looks for what is unfinished and for what is old.
        indexes = [models.Index(fields=["state", "asked_at"], name="downloads_swept")]

    def __str__(self) -> str:
        return f"{self.edition_id} {' '.join(self.languages)} {self.format}"

    @property
    def is_late(self) -> bool:
        """Whether no worker has taken it up as soon as usual: many wait, or the broker or the worker is away."""
        return self.state == self.State.WAITING and timezone.now() - self.sent_at > self.USUAL

    @property
    def is_over(self) -> bool:
        """Whether nobody is, or will be, at work on it."""
        return self.state in {self.State.READY, self.State.FAILED}
