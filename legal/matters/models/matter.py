"""The matter: which enterprise asks for which proceeding, how far it is, and under what number it is cited."""

from typing import Any, Final

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enterprises.models import Enterprise, Membership
from enterprises.models.enterprise import KEY_LENGTH
from legal.matters import kinds
from legal.matters.kinds import BY_SLUG, Proceeding
from portal.history import tracked
from portal.languages import LANGUAGES
from portal.workflow.machine import Machine
from portal.workflow.models import Assignment, Moving

LONGEST_TITLE: Final = 200
# Of auditors, whose role has every right to view.
LOOK_THROUGH: Final = "matters.view_every_matter"
WRITTEN_IN: Final = [(language.code, language.name) for language in LANGUAGES]


class MatterQuerySet(models.QuerySet["Matter"]):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> "MatterQuerySet":
        """Those of enterprises a person is a member of."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(enterprise__in=Membership.objects.filter(person_id=user.pk).values("enterprise"))

    def handled_by(self, user: PermissionsMixin | AnonymousUser) -> "MatterQuerySet":
        """Those staff work on: of the kinds they handle, and never a draft, which is nobody's business but its own."""
        return self.filter(kind__in=kinds.handled_by(user), submitted_at__isnull=False)

    def opened_to(self, user: PermissionsMixin | AnonymousUser) -> "MatterQuerySet":
        """Those staff work on, and have declared to have no conflict of interest in: their content may be read."""
        against = Matter.objects.filter(declarations__officer=user.pk, declarations__conflict=True)
        declared = self.handled_by(user).filter(declarations__officer=user.pk, declarations__conflict=False)
        return declared.exclude(pk__in=against.values("pk"))

    def audited_by(self, user: PermissionsMixin | AnonymousUser) -> "MatterQuerySet":
        """Those somebody looks through without working on them: what was submitted, of the kinds they do not handle."""
        if not user.has_perm(LOOK_THROUGH):
            return self.none()
        return self.filter(submitted_at__isnull=False).exclude(kind__in=kinds.handled_by(user))

    def read_by_staff(self, user: PermissionsMixin | AnonymousUser) -> "MatterQuerySet":
        """Those whose content somebody of the staff may read: opened to them, or looked through by them."""
        opened, audited = Matter.objects.opened_to(user), Matter.objects.audited_by(user)
        return self.filter(Q(pk__in=opened.values("pk")) | Q(pk__in=audited.values("pk")))

    def on_desk_of(self, user: PermissionsMixin | AnonymousUser) -> "MatterQuerySet":
        """Those somebody of the staff has on the desk."""
        held = Assignment.objects.among(Matter).filter(holder_id=user.pk)
        return self.filter(pk__in=held.values("subject_id"))

    def locked(self) -> "MatterQuerySet":
        """The same, changed by nobody else until the transaction ends; what is only part of them can be added."""
        return self.select_for_update(of=("self",), no_key=True).select_related("enterprise__country")


@tracked(exclude=["title"])
class Matter(Moving):
    """One request of an enterprise; it has a number from the moment it was submitted, and never before."""

    key = models.CharField(_("key"), max_length=KEY_LENGTH, unique=True, editable=False)
    kind = models.CharField(_("kind of proceeding"), max_length=40, editable=False)
    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="matters", verbose_name=_("enterprise"))
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="matters_begun", verbose_name=_("begun by")
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="matters_submitted",
        verbose_name=_("submitted by"),
    )
    title = models.CharField(_("what it is about"), max_length=LONGEST_TITLE)
    language = models.CharField(_("language of the matter"), max_length=10, choices=WRITTEN_IN)
    state = models.CharField(_("state"), max_length=30, editable=False)
    # Raised by each change of what is submitted, so that nobody writes over what another device has saved meanwhile.
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    cross_border = models.BooleanField(_("concerns somebody outside China"), default=False, editable=False)
    year = models.PositiveSmallIntegerField(_("year"), null=True, editable=False)
    serial = models.PositiveIntegerField(_("number within the year"), null=True, editable=False)
    number = models.CharField(_("reference number"), max_length=40, blank=True, editable=False)
    begun_at = models.DateTimeField(_("begun"), default=timezone.now, editable=False)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(_("submitted"), null=True, editable=False)
    ended_at = models.DateTimeField(_("ended"), null=True, editable=False)

    objects = MatterQuerySet.as_manager()

    class Meta:
        verbose_name = _("matter")
        verbose_name_plural = _("matters")
        ordering = ["-begun_at", "-pk"]
        permissions = [("view_every_matter", _("Can look through the matters of every kind"))]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "year", "serial"],
                name="matters_numbered_once",
                violation_error_message=_("Another matter has this number."),
            ),
            models.UniqueConstraint(
                fields=["number"],
                condition=~Q(number=""),
                name="matters_cited_once",
                violation_error_message=_("Another matter has this number."),
            ),
            models.CheckConstraint(
                name="matters_numbered_when_submitted",
                condition=Q(submitted_at=None, submitted_by=None, year=None, serial=None, number="")
                | Q(submitted_at__isnull=False, submitted_by__isnull=False, year__isnull=False, serial__isnull=False)
                & ~Q(number=""),
                violation_error_message=_("A matter has a number from the moment it was submitted."),
            ),
        ]
        indexes = [
            # an enterprise's matters
            models.Index(fields=["enterprise", "-begun_at"], name="matters_of_enterprise"),
            # the queue of a kind
            models.Index(fields=["kind", "state", "submitted_at"], name="matters_queue"),
            # the queue of a kind, whatever the state
            models.Index(fields=["kind", "submitted_at", "id"], name="matters_waiting", condition=Q(ended_at=None)),
            # retention
            models.Index(fields=["ended_at"], name="matters_ended", condition=Q(ended_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.number or self.title

    def get_absolute_url(self) -> str:
        return reverse("matters:matter", kwargs=self.place)

    @property
    def place(self) -> dict[str, str]:
        """What stands in the address of each of its pages."""
        return {"key": self.enterprise.key, "matter": self.key}

    @property
    def proceeding(self) -> Proceeding:
        return BY_SLUG[self.kind]

    @property
    def table(self) -> Machine:
        """Each kind of proceeding has a table of its own."""
        return self.proceeding.machine

    @property
    def state_label(self) -> str:
        return self.proceeding.state(self.state)

    @property
    def mark(self) -> str:
        """How its state is marked."""
        return self.proceeding.mark(self.state)

    @property
    def is_draft(self) -> bool:
        """Whether it was never submitted."""
        return self.submitted_at is None

    @property
    def is_writable(self) -> bool:
        """Whether what is submitted may be changed as it stands."""
        return self.state in self.proceeding.drafting

    @property
    def is_ended(self) -> bool:
        return self.state in self.proceeding.ended

    def progress(self) -> list[dict[str, Any]]:
        """The states of its straight course, with those it is past and the one it is in or has turned aside from."""
        here = self.proceeding.reached(self.state)
        return [
            {"label": self.proceeding.state(state), "past": place < here, "here": place == here}
            for place, state in enumerate(self.proceeding.way)
        ]
