"""Files as they were received, those still on their way, and who has read which."""

import datetime
import uuid
from typing import Any, Final

import pgtrigger
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.files import registry
from portal.files.media import BY_MIME
from portal.files.states import MOVES, State
from portal.history import AppendOnly, tracked

LONGEST_NAME: Final = 200


class FileQuerySet(models.QuerySet["File"]):
    def visible_to(self, user: Any) -> "FileQuerySet":
        """Files whose owner's papers this user may read, as the apps that own them say."""
        if not user.is_authenticated:
            return self.none()
        allowed = Q(pk__in=[])
        for owners in registry.readable_by(user):
            allowed |= Q(
                owner_type=ContentType.objects.get_for_model(owners.model),
                owner_key__in=owners.order_by().values_list(Cast("pk", models.CharField()), flat=True),
            )
        return self.filter(allowed)

    def of(self, owner: models.Model, purpose: str = "") -> "FileQuerySet":
        """What an owner has handed in, for one purpose or for all; neither what is on its way nor what is destroyed."""
        found = self.belonging_to(owner).exclude(state__in=[State.RECEIVING, State.INFECTED])
        return found.filter(purpose=purpose) if purpose else found

    def belonging_to(self, owner: models.Model) -> "FileQuerySet":
        """Every file of an owner, whatever became of it."""
        return self.filter(owner_type=ContentType.objects.get_for_model(owner), owner_key=str(owner.pk))

    def to_be_scanned(self, *, at: datetime.datetime) -> "FileQuerySet":
        """Files in quarantine whose turn has come."""
        return self.filter(state=State.QUARANTINED, scan_after__lte=at)

    def unclaimed(self, *, at: datetime.datetime) -> "FileQuerySet":
        """Files that nobody has handed in within the time there was for it, and uploads nobody has gone on with."""
        return self.filter(expires_at__lte=at)


@tracked(exclude=["scan_after", "scan_attempts"])
class File(models.Model):
    """A file of an owner, of which nothing is served before it is clean.

    It is kept under its key, which is random; its name is for people alone. One with `expires_at` is removed then,
    unless it has been handed in to an owner.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name=_("kind of owner"))
    owner_key = models.CharField(_("owner"), max_length=36)
    owner = GenericForeignKey("owner_type", "owner_key")
    purpose = models.CharField(_("purpose"), max_length=60)
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    media_type = models.CharField(_("type"), max_length=100)
    size = models.PositiveBigIntegerField(_("bytes"))
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True)
    sensitive = models.BooleanField(_("each reading is recorded"), default=False)
    state = models.CharField(_("state"), max_length=12, choices=State)
    # The account may be deleted; what it handed in to others stays.
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("sent by")
    )
    received_at = models.DateTimeField(_("received"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("kept until, unless handed in"), null=True, blank=True)
    scanned_at = models.DateTimeField(_("scanned"), null=True, blank=True)
    # Empty where the installation has no scanner.
    scanner = models.CharField(_("scanned by"), max_length=200, blank=True)
    finding = models.CharField(_("what the scanner said"), max_length=200, blank=True)
    scan_attempts = models.PositiveIntegerField(_("attempts to scan"), default=0)
    scan_after = models.DateTimeField(_("next scanned"), null=True, blank=True)

    objects = FileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        default_permissions = ("view",)
        permissions = [("scan_file", _("Can have files scanned again"))]
        ordering = ["-received_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="files_state_is_known",
                condition=Q(state__in=State.values),
                violation_error_message=_("A file is in one of the known states."),
            ),
            models.CheckConstraint(
                name="files_received_has_checksum",
                condition=Q(state=State.RECEIVING, sha256="")
                | ~Q(state=State.RECEIVING) & Q(sha256__regex="^[0-9a-f]{64}$"),
                violation_error_message=_("A file that was received has its checksum, and no other."),
            ),
            models.CheckConstraint(
                name="files_quarantined_awaits_its_scan",
                condition=Q(state=State.QUARANTINED, scan_after__isnull=False)
                | ~Q(state=State.QUARANTINED) & Q(scan_after=None),
                violation_error_message=_("A file in quarantine, and no other, has a time at which it is scanned."),
            ),
            models.CheckConstraint(
                name="files_infected_says_of_what",
                condition=~Q(state=State.INFECTED) | (~Q(finding="") & ~Q(scanner="")),
                violation_error_message=_("A file that was destroyed says what was found in it, and by whom."),
            ),
            models.CheckConstraint(
                name="files_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("A file has a name."),
            ),
            models.CheckConstraint(
                name="files_holds_something",
                condition=Q(size__gt=0),
                violation_error_message=_("A file is not empty."),
            ),
        ]
        indexes = [
            # The files of an owner, and how much room they take.
            models.Index(fields=["owner_type", "owner_key"], name="files_of_an_owner"),
            # The console's list.
            models.Index(fields=["-received_at", "id"], name="files_newest"),
            # The sweeps.
            models.Index(fields=["scan_after"], name="files_to_be_scanned", condition=Q(state="quarantined")),
            models.Index(fields=["expires_at"], name="files_unclaimed", condition=Q(expires_at__isnull=False)),
        ]
        triggers = [
            pgtrigger.FSM(name="files_course", field="state", transitions=[(a.value, b.value) for a, b in MOVES])
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("files:download", args=[self.pk])

    @property
    def is_served(self) -> bool:
        """Whether it may be downloaded by those who may read it."""
        return self.state == State.CLEAN

    @property
    def is_scanned(self) -> bool:
        """Whether a virus scanner has found nothing in it; else only its structure was checked."""
        return bool(self.scanner)

    @property
    def purpose_label(self) -> str | Promise:
        """What it is for; the bare slug where the app that knew it is gone."""
        known = registry.purposes.get(self.purpose)
        return known.label if known else self.purpose

    @property
    def type_label(self) -> str:
        """Its type as people call it."""
        known = BY_MIME.get(self.media_type)
        return known.label if known else self.media_type

    @property
    def checksum(self) -> str:
        """The SHA-256 in groups of four, to be read aloud or compared."""
        return grouped(self.sha256)


def grouped(checksum: str) -> str:
    """A checksum in groups of four."""
    return " ".join(checksum[start : start + 4] for start in range(0, len(checksum), 4))


class Upload(models.Model):
    """How much of a file has arrived that is sent piece by piece; gone when all of it has."""

    file = models.OneToOneField(File, models.CASCADE, primary_key=True, verbose_name=_("file"))
    offset = models.PositiveBigIntegerField(_("bytes received"), default=0)

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.file_id} {self.offset}"


class Reading(models.Model):
    """That somebody read a sensitive file; nobody can change it, and it outlives the file and the account."""

    file = models.ForeignKey(
        File, models.DO_NOTHING, db_constraint=False, related_name="readings", verbose_name=_("file")
    )
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.DO_NOTHING, db_constraint=False, related_name="+", verbose_name=_("read by")
    )
    address = models.GenericIPAddressField(_("from the address"), null=True)
    at = models.DateTimeField(_("read at"), default=timezone.now)

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        default_permissions = ("view",)
        ordering = ["-at", "-pk"]
        # The console's list.
        indexes = [models.Index(fields=["-at", "-id"], name="files_newest_readings")]
        triggers = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.file_id} {self.at:%Y-%m-%d %H:%M}"
