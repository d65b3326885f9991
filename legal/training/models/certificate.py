"""A certificate of attendance, and the address where anybody can see whether it is genuine."""

import datetime
import secrets
from typing import Final

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from legal.training.models.enrolment import LONGEST_NAME, Enrolment
from portal.history import tracked
from portal.languages import LANGUAGES, by_code

# Without vowels, so that no word comes out; without what looks like something else.
CHARACTERS: Final = "23456789BCDFGHJKMNPQRSTVWXYZ"


def new_number(day: datetime.date) -> str:
    """A number for a certificate of this day: short enough to be read out, and telling no count."""
    drawn = "".join(secrets.choice(CHARACTERS) for _ in range(8))
    return f"{day.year}-{drawn[:4]}-{drawn[4:]}"


def new_token() -> str:
    """What nobody can guess who has not seen the certificate."""
    return secrets.token_urlsafe(18)


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def valid(self) -> "CertificateQuerySet":
        """Those not revoked."""
        return self.filter(revoked_at=None)

    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> "CertificateQuerySet":
        """Those of one person."""
        return self.filter(enrolment__person_id=user.pk) if user.is_authenticated else self.none()


@tracked(secret=["token"])
class Certificate(models.Model):
    """What was certified stands here as it was on that day, whatever becomes of the course, the session or the name.

    `course` and `university` are names by the code of the language.
    """

    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="certificates", verbose_name=_("enrolment"))
    number = models.CharField(_("number"), max_length=20, unique=True)
    token = models.CharField(_("word of its address"), max_length=40, unique=True)
    name = models.CharField(_("name as on the certificate"), max_length=LONGEST_NAME)
    course = models.JSONField(_("title of the course"))
    university = models.JSONField(_("name of the university"))
    sample = models.BooleanField(_("sample, made up for a demonstration"), default=False)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    issued_at = models.DateTimeField(_("issued"), default=timezone.now)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("issued by")
    )
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("revoked by")
    )
    reason = models.CharField(_("why it was revoked"), max_length=500, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate of attendance")
        verbose_name_plural = _("certificates of attendance")
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment"],
                condition=Q(revoked_at=None),
                name="training_certificate_one_valid",
                violation_error_message=_("There is a valid certificate already."),
            ),
            models.CheckConstraint(
                name="training_certificate_revoked_by_somebody_for_a_reason",
                condition=Q(revoked_at=None, revoked_by=None, reason="")
                | Q(revoked_at__isnull=False, revoked_by__isnull=False) & ~Q(reason=""),
                violation_error_message=_("A revoked certificate says by whom and why, and no other does."),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("training:certificate", args=[self.token])

    @property
    def is_valid(self) -> bool:
        return self.revoked_at is None

    @property
    def course_title(self) -> str:
        """The title in the reader's language, else in whichever there is."""
        return _named(self.course)

    @property
    def university_name(self) -> str:
        """The name of the university in the reader's language, else in whichever there is."""
        return _named(self.university)


def _named(names: dict[str, str]) -> str:
    mine = by_code(get_language() or "").text
    return next((names[text] for text in (mine, *(one.text for one in LANGUAGES)) if names.get(text)), "")
