"""The security log: what happened to an account, from where. Rows are only added.

Only a function of the owner's, which refuses what is younger than six months, removes any (migration 0002).
"""

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.privacy.wording import in_words


class SecurityEventQuerySet(models.QuerySet["SecurityEvent"]):
    def of(self, user: AbstractBaseUser) -> "SecurityEventQuerySet":
        """What happened to one person's account, the newest first."""
        return self.filter(user_id=user.pk).order_by("-at", "-pk")


class SecurityEvent(models.Model):
    """What the safety of an account depends on; `user` is empty where nobody is known by the name that was typed."""

    class Kind(models.TextChoices):
        SIGNED_IN = "signed-in", _("Signed in")
        FAILED = "failed", _("Signing in failed")
        SIGNED_OUT = "signed-out", _("Signed out")
        SESSION_ENDED = "session-ended", _("Signed out another device")
        PASSWORD_CHANGED = "password-changed", _("Password changed")
        EMAIL_CHANGED = "email-changed", _("E-mail address changed")
        FACTOR_ADDED = "factor-added", _("Second factor added")
        FACTOR_REMOVED = "factor-removed", _("Second factor removed")
        ROLE_CHANGED = "role-changed", _("Role changed")
        CONSOLE_ENTERED = "console-entered", _("Console entered")
        EXPORT_MADE = "export-made", _("Copy of personal data made")
        EXPORT_TAKEN = "export-taken", _("Copy of personal data downloaded")
        ACCOUNT_DELETED = "account-deleted", _("Account deleted")

    LONGEST_AGENT = 200

    kind = models.CharField(_("what happened"), max_length=20, choices=Kind)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="security_events",
        verbose_name=_("user"),
    )
    address = models.GenericIPAddressField(_("network address"), null=True, blank=True)
    agent = models.CharField(_("browser"), max_length=LONGEST_AGENT, blank=True)
    detail = models.CharField(_("detail"), max_length=100, blank=True)
    at = models.DateTimeField(_("when"), default=timezone.now)

    objects = SecurityEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("security event")
        verbose_name_plural = _("security log")
        ordering = ["-at", "-pk"]
        indexes = [
            # A person's own page.
            models.Index(fields=["user", "-at"], name="privacy_security_of_user"),
            # The console's list, and what is old enough to go.
            models.Index(fields=["-at"], name="privacy_security_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.at:%Y-%m-%d %H:%M}"

    @property
    def told(self) -> str:
        """The detail in words of the active language."""
        return in_words(self.detail)
