"""The ledger of consents: which text, in which version and language, when, for whom; and when it was withdrawn.

Rows of the ledger are only added, and a text in force never changes: triggers of the owner's hold that against
every statement of the site (migration 0002).
"""

import datetime
from typing import Final

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.languages import LANGUAGES


class Purpose(models.TextChoices):
    """What a person agrees to; the law wants a separate consent for the last three.

    PIPL articles 29 (sensitive data), 23 (another processor) and 39 (leaving China).
    """

    TERMS = "terms", _("Terms of use")
    PRIVACY = "privacy", _("Use of personal data")
    SENSITIVE = "sensitive", _("Sensitive personal data")
    SHARING = "sharing", _("Sharing with a named third party")
    ABROAD = "abroad", _("Personal data leaving China")


# A consent to these names who receives the data, and what for.
NAMED: Final = (Purpose.SHARING, Purpose.ABROAD)


class ConsentTextQuerySet(models.QuerySet["ConsentText"]):
    def in_force(self, *, at: datetime.datetime) -> "ConsentTextQuerySet":
        """The newest text of each purpose that is in force."""
        newest = ConsentText.objects.filter(purpose=OuterRef("purpose"), in_force_from__lte=at).order_by("-version")
        return self.filter(pk=Subquery(newest.values("pk")[:1])).order_by("purpose")


class ConsentText(models.Model):
    """One version of what a person is asked to agree to; unchanged for good once it has a day it is in force from."""

    purpose = models.CharField(_("purpose"), max_length=10, choices=Purpose)
    version = models.PositiveSmallIntegerField(_("version"))
    title = models.CharField(_("title"), max_length=150)
    body = models.TextField(_("text"), help_text=_("An empty line begins a new paragraph."))
    is_approved = models.BooleanField(_("approved by the operator"), default=False)
    in_force_from = models.DateTimeField(_("in force from"), null=True, blank=True, editable=False)

    objects = ConsentTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text of a consent")
        verbose_name_plural = _("texts of consents")
        ordering = ["purpose", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["purpose", "version"],
                name="privacy_text_version_once",
                violation_error_message=_("There is already a text of this purpose with this version."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}, {self.version}"

    @property
    def is_named(self) -> bool:
        """Whether a consent to it names who receives the data."""
        return self.purpose in NAMED


class ConsentQuerySet(models.QuerySet["Consent"]):
    def standing(self) -> "ConsentQuerySet":
        """Consents that have not been withdrawn."""
        return self.filter(withdrawal=None)

    def of(self, user: AbstractBaseUser) -> "ConsentQuerySet":
        """Consents of a person, the newest first, with their texts and withdrawals."""
        return self.filter(user_id=user.pk).select_related("text", "withdrawal").order_by("-given_at", "-pk")


class Consent(models.Model):
    """A person agreed to a text, as it was shown in one language."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="consents", verbose_name=_("person")
    )
    text = models.ForeignKey(ConsentText, models.PROTECT, related_name="consents", verbose_name=_("text"))
    # Of the text, which never changes: what may be done with data is asked by it.
    purpose = models.CharField(_("purpose"), max_length=10, choices=Purpose)
    language = models.CharField(
        _("language shown"), max_length=10, choices=[(language.code, language.name) for language in LANGUAGES]
    )
    recipient = models.CharField(_("recipient"), max_length=200, blank=True)
    aim = models.CharField(_("what for"), max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("recorded by"))
    given_at = models.DateTimeField(_("given"), default=timezone.now)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="privacy_consent_names_recipient",
                condition=Q(purpose__in=NAMED, recipient__gt="", aim__gt="")
                | ~Q(purpose__in=NAMED) & Q(recipient="", aim=""),
                violation_error_message=_("A consent to sharing names who receives the data and what for."),
            )
        ]
        # Asked before data are shared: whether this person agreed to this, for this recipient.
        indexes = [models.Index(fields=["user", "purpose", "recipient"], name="privacy_consent_asked")]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}, {self.given_at:%Y-%m-%d}"

    @property
    def is_withdrawn(self) -> bool:
        return hasattr(self, "withdrawal")


class Withdrawal(models.Model):
    """A consent does not hold any longer; what was done under it before is not undone."""

    consent = models.OneToOneField(Consent, models.PROTECT, verbose_name=_("consent"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("recorded by"))
    at = models.DateTimeField(_("withdrawn"), default=timezone.now)

    class Meta:
        verbose_name = _("withdrawal of a consent")
        verbose_name_plural = _("withdrawals of consents")

    def __str__(self) -> str:
        return f"{self.consent_id} {self.at:%Y-%m-%d}"
