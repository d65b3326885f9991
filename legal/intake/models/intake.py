"""Archives of law that somebody brought, and the runs they go through."""

import datetime
from typing import Any, Final, TypedDict

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legal.intake.states import AT_WORK, INTAKE, MOVING, State
from portal.files.models import File, grouped
from portal.history import tracked
from portal.reference.models import Jurisdiction
from portal.workflow.models import Moving

KINDS: Final = (
    ("laws", _("Laws")),
    ("editions", _("Editions")),
    ("provisions", _("Provisions")),
    ("texts", _("Texts")),
)


class Tallied(TypedDict):
    """How many rows of a kind came to what."""

    created: int
    changed: int
    removed: int
    unchanged: int


class IntakeQuerySet(models.QuerySet["Intake"]):
    def visible_to(self, user: Any) -> "IntakeQuerySet":
        """All of them, for staff who may see imports; none for anybody else."""
        return self.all() if user.is_staff and user.has_perm("intake.view_intake") else self.none()

    def forsaken(self, *, at: datetime.datetime) -> "IntakeQuerySet":
        """Those a worker should be at and none is: it is gone, or the message to it was lost."""
        return self.filter(state__in=AT_WORK).filter(
            Q(lease_until__lte=at) | Q(lease_until=None, sent_at__lte=at - Intake.PATIENCE)
        )

    def unsent(self, *, at: datetime.datetime) -> "IntakeQuerySet":
        """Uploads of which no worker has been told yet, or so long ago that the message was lost."""
        waiting = Q(sent_at=None) | Q(sent_at__lte=at - Intake.PATIENCE)
        return self.filter(waiting, state=State.UPLOADED)

    def stale(self, *, at: datetime.datetime) -> "IntakeQuerySet":
        """Those that have been kept long enough, unless a worker is at them."""
        kept = datetime.timedelta(days=settings.INTAKE_DAYS)
        return self.filter(brought_at__lte=at - kept).exclude(state__in=AT_WORK)


@tracked(exclude=["done", "total", "attempts", "worker", "lease_until", "sent_at", "foreseen", "result"])
class Intake(Moving):
    """An archive of law that somebody brought: shown by a dry run what would come of it, then imported or discarded.

    `sha256` is of the bytes that came; what any run reads is compared with it.
    """

    # How long a worker may say nothing of itself before it counts as gone; it does every few seconds.
    LEASE = datetime.timedelta(minutes=2)
    # How long a message to the worker may take before it counts as lost; a queue may be long.
    PATIENCE = datetime.timedelta(minutes=2)
    ATTEMPTS = 3
    machine = INTAKE

    class Failure(models.TextChoices):
        UNCLEAN = "unclean", _("The virus check did not let the archive pass, so nobody has opened it.")
        ALTERED = "altered", _("The archive is no longer the one that was uploaded, so nobody has opened it.")
        TOO_LONG = "too-long", _("It took longer than the portal allows. Divide the archive into several.")
        BROKEN = "broken", _("It ended with a fault of ours, which has been noted.")
        GONE = "gone", _("The portal was interrupted several times at it.")

    state = models.CharField(_("state"), max_length=12, choices=State, default=State.UPLOADED, editable=False)
    name = models.CharField(_("archive"), max_length=200)
    size = models.PositiveBigIntegerField(_("bytes"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("only laws of"),
    )
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("uploaded by")
    )
    brought_at = models.DateTimeField(_("uploaded"), default=timezone.now, editable=False)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("imported by")
    )
    failure = models.CharField(_("why it failed"), max_length=8, choices=Failure, blank=True)
    done = models.PositiveIntegerField(_("files done"), default=0, editable=False)
    total = models.PositiveIntegerField(_("files in all"), default=0, editable=False)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0, editable=False)
    worker = models.CharField(_("task that is at it"), max_length=64, blank=True, editable=False)
    lease_until = models.DateTimeField(_("taken until"), null=True, blank=True, editable=False)
    sent_at = models.DateTimeField(_("sent to the worker"), null=True, blank=True, editable=False)
    # How many rows of each kind; empty before the run has ended.
    foreseen = models.JSONField(_("what the dry run counted"), default=dict, blank=True, editable=False)
    result = models.JSONField(_("what the import counted"), default=dict, blank=True, editable=False)

    objects = IntakeQuerySet.as_manager()

    class Meta:
        verbose_name = _("import of law")
        verbose_name_plural = _("imports of law")
        default_permissions = ("view", "add")
        ordering = ["-brought_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="intake_failed_says_why",
                condition=Q(state=State.FAILED) & ~Q(failure="") | ~Q(state=State.FAILED) & Q(failure=""),
                violation_error_message=_("An import that failed says why, and no other does."),
            ),
            models.CheckConstraint(
                name="intake_import_is_somebodys",
                condition=~Q(state__in=[State.IMPORTING, State.IMPORTED]) | Q(imported_by__isnull=False),
                violation_error_message=_("An import was ordered by somebody."),
            ),
            models.CheckConstraint(
                name="intake_taken_by_a_worker",
                condition=Q(lease_until=None, worker="")
                | Q(state__in=AT_WORK, lease_until__isnull=False) & ~Q(worker=""),
                violation_error_message=_("An import a worker is at, and no other, is taken until a certain time."),
            ),
        ]
        indexes = [
            # The sweep looks for what is unfinished; the first page counts what waits for a decision.
            models.Index(fields=["state"], name="intake_unfinished", condition=Q(state__in=[*MOVING, State.CHECKED])),
            # The list, and what has been kept long enough.
            models.Index(fields=["-brought_at", "-id"], name="intake_newest"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("admin:intake_intake_change", args=[self.pk])

    @property
    def file(self) -> File | None:
        """The archive; None once it is discarded."""
        return File.objects.belonging_to(self).first()

    @property
    def checksum(self) -> str:
        """The SHA-256 in groups of four, to be read aloud or compared."""
        return grouped(self.sha256)

    @property
    def is_moving(self) -> bool:
        """Whether it goes on by itself."""
        return self.state in MOVING

    @property
    def percent(self) -> int:
        """How many hundredths of its files have been dealt with."""
        return min(100 * self.done // self.total, 100) if self.total else 0

    @property
    def stage(self) -> "Stage":
        """The run whose lines are to be shown: the import's once it is done, else the dry run's."""
        return Stage.IMPORT if self.result else Stage.CHECK

    @property
    def counts(self) -> dict[str, Any]:
        """What that run counted."""
        counted: dict[str, Any] = self.result or self.foreseen
        return counted

    @property
    def tallies(self) -> list[tuple[str | Promise, Tallied]]:
        """How many laws, editions, provisions and texts came to what."""
        return [(label, self.counts[kind]) for kind, label in KINDS if self.counts]

    @property
    def differs(self) -> bool:
        """Whether the import has done something else than its dry run foresaw."""
        return bool(self.result) and self.result != self.foreseen


class Stage(models.TextChoices):
    """Which run a line is of."""

    CHECK = "check", _("Dry run")
    IMPORT = "import", _("Import")
