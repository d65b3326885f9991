"""The address under which calendars take the deadlines of an enterprise in."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enterprises.models import Enterprise
from legal.matters.models.matter import WRITTEN_IN
from portal.history import tracked


def new_token() -> str:
    """What nobody can guess who was not given the address."""
    return secrets.token_urlsafe(24)


class FeedQuerySet(models.QuerySet["Feed"]):
    def working(self) -> "FeedQuerySet":
        """Those that answer: neither renewed nor switched off."""
        return self.filter(ended_at=None)

    def of(self, enterprise: Enterprise) -> "Feed | None":
        """The one of an enterprise that works; None where it has none."""
        return self.working().filter(enterprise=enterprise).first()

    def last_of(self, enterprise: Enterprise) -> "Feed | None":
        """The one of an enterprise that was made last, whether it works or was switched off; None where none was."""
        return self.filter(enterprise=enterprise).first()


@tracked(part_of="enterprise", secret=["token"])
class Feed(models.Model):
    """Whoever has the address reads the deadlines of an enterprise, in one language, until it is renewed or ended."""

    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="+", verbose_name=_("enterprise"))
    token = models.CharField(_("word of its address"), max_length=40, unique=True, default=new_token)
    language = models.CharField(_("language"), max_length=10, choices=WRITTEN_IN)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("made by"))
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    ended_at = models.DateTimeField(_("ended"), null=True, editable=False)

    objects = FeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar of deadlines")
        verbose_name_plural = _("calendars of deadlines")
        default_permissions = ()
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise"],
                condition=Q(ended_at=None),
                name="clocks_feed_one_works",
                violation_error_message=_("The enterprise has such an address already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.enterprise}"

    def get_absolute_url(self) -> str:
        return reverse("deadlines-feed", args=[self.token])

    @property
    def address(self) -> str:
        """The whole address, as it is given to a calendar."""
        return settings.SITE_URL.rstrip("/") + self.get_absolute_url()
