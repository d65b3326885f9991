"""One thing told to one person or one staff room."""

import uuid

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.db.models.lookups import Exact
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.languages import LANGUAGES


class NoticeQuerySet(models.QuerySet["Notice"]):
    def inbox_of(self, user: AbstractBaseUser) -> "NoticeQuerySet":
        """What a user's inbox shows, newest first."""
        return self.filter(user=user.pk, shown=True).order_by("-created_at", "-pk")

    def to_address(self, email: str) -> "NoticeQuerySet":
        """What was written to an address while it was nobody's account, in any case of its letters."""
        return self.filter(Exact(Lower("email"), email.lower()), user=None)

    def unread(self) -> "NoticeQuerySet":
        return self.filter(read_at=None)

    def older_than(self, notice: "Notice") -> "NoticeQuerySet":
        """What comes after a notice in an inbox."""
        moment = notice.created_at
        return self.filter(Q(created_at__lt=moment) | Q(created_at=moment, pk__lt=notice.pk))

    def with_subjects(self) -> "NoticeQuerySet":
        """With what each is about, in one query for each sort of thing."""
        return self.prefetch_related("about")


class Notice(models.Model):
    """Written with what it tells, in one transaction; in the recipient's inbox from then on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=80)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="notices",
        verbose_name=_("user"),
    )
    email = models.EmailField(_("e-mail address"), blank=True, help_text=_("Of somebody without an account."))
    language = models.CharField(
        _("language"), max_length=10, blank=True, choices=[(language.code, language.name) for language in LANGUAGES]
    )
    room = models.CharField(_("staff room"), max_length=40, blank=True)
    about_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("sort of thing")
    )
    about_id = models.CharField(_("which thing"), max_length=40, blank=True)
    about = GenericForeignKey("about_type", "about_id")
    params = models.JSONField(_("names"), default=dict, blank=True)
    key = models.CharField(_("told once as"), max_length=200, blank=True)
    shown = models.BooleanField(_("in the inbox"), default=True)
    created_at = models.DateTimeField(_("when"), default=timezone.now)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="notices_notice_has_one_recipient",
                condition=(Q(user__isnull=False) & Q(email="", language="", room=""))
                | (Q(user=None, room="") & ~Q(email="") & ~Q(language=""))
                | (Q(user=None, email="") & ~Q(room="") & ~Q(language="")),
                violation_error_message=_("A notice goes to a user, to an address with its language, or to a room."),
            ),
            models.CheckConstraint(
                name="notices_notice_about_is_whole",
                condition=Q(about_type=None, about_id="") | (Q(about_type__isnull=False) & ~Q(about_id="")),
                violation_error_message=_("What a notice is about needs its sort and its number, or neither."),
            ),
            models.UniqueConstraint(
                name="notices_told_once_to_a_user",
                fields=["user", "kind", "key"],
                condition=Q(user__isnull=False) & ~Q(key=""),
            ),
            models.UniqueConstraint(
                name="notices_told_once_elsewhere",
                fields=["email", "room", "kind", "key"],
                condition=Q(user=None) & ~Q(key=""),
            ),
        ]
        indexes = [
            # the console's list
            models.Index(fields=["-created_at", "-id"], name="notices_newest"),
            # a page of an inbox, from any place on
            models.Index(fields=["user", "-created_at", "-id"], name="notices_inbox", condition=Q(shown=True)),
            # the number in the header of every page, and the inbox that shows only these
            models.Index(
                fields=["user", "-created_at", "-id"],
                name="notices_unread",
                condition=Q(shown=True, read_at__isnull=True),
            ),
            # what was written to a person before they had an account, for the copy of their data and its end
            models.Index(Lower("email"), name="notices_of_an_address", condition=Q(user=None)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def address(self) -> str:
        """Where a mail goes; empty for a room."""
        return self.user.email if self.user else self.email

    @property
    def tongue(self) -> str:
        """The language its recipient is spoken to in now."""
        return self.user.language if self.user else self.language
