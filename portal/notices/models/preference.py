"""How somebody wants to hear: which mail, and at which hours none."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.notices.states import Mail


class Preference(models.Model):
    """When one person wants mail of one group of kinds; without a row, at once.

    An address without an account is known by its fingerprint alone.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="notice_preferences",
        verbose_name=_("user"),
    )
    outsider = models.CharField(_("fingerprint of an e-mail address"), max_length=64, blank=True)
    group = models.CharField(_("group of kinds"), max_length=40)
    mail = models.CharField(_("mail"), max_length=10, choices=Mail, default=Mail.AT_ONCE)

    class Meta:
        verbose_name = _("wish about mail")
        verbose_name_plural = _("wishes about mail")
        constraints = [
            models.CheckConstraint(
                name="notices_preference_has_one_owner",
                condition=(Q(user__isnull=False) & Q(outsider="")) | (Q(user=None) & ~Q(outsider="")),
                violation_error_message=_("A wish is a user's or an address's, not both."),
            ),
            models.UniqueConstraint(
                name="notices_one_wish_of_a_user", fields=["user", "group"], condition=Q(user__isnull=False)
            ),
            models.UniqueConstraint(
                name="notices_one_wish_of_an_address", fields=["outsider", "group"], condition=Q(user=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group} {self.mail}"


class QuietHours(models.Model):
    """Between which hours of their own clock a person gets no mail that can wait; they may go past midnight."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="quiet_hours",
        verbose_name=_("user"),
    )
    begin = models.TimeField(pgettext_lazy("hour", "from"))
    end = models.TimeField(pgettext_lazy("hour", "to"))

    class Meta:
        verbose_name = _("quiet hours")
        verbose_name_plural = _("quiet hours")
        constraints = [
            models.CheckConstraint(
                name="notices_quiet_hours_last",
                condition=~Q(begin=F("end")),
                violation_error_message=_("Quiet hours begin and end at different times."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.begin:%H:%M}–{self.end:%H:%M}"
