"""What is written about a matter, for whom, and who has read it."""

from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.matters.kinds import Side
from legal.matters.models.matter import WRITTEN_IN, Matter
from portal.history import tracked

LONGEST_MESSAGE: Final = 5000


class Audience(models.TextChoices):
    """Who is shown something of a matter."""

    EVERYONE = "everyone", pgettext_lazy("who is shown it", "All sides and the institution")
    SIDE = "side", pgettext_lazy("who is shown it", "One’s own side and the institution")
    INSTITUTION = "institution", pgettext_lazy("who is shown it", "The institution alone")
    TRIBUNAL = "tribunal", pgettext_lazy("who is shown it", "The tribunal alone")


def shown_to(side: str) -> Q:
    """What a side is shown: what is for everyone, what is for that side, and what that side showed to nobody else.

    What the institution keeps to itself is of no side.
    """
    return Q(audience=Audience.EVERYONE) | Q(side=side)


# What one side shows to no other.
KEPT: Final = (Audience.INSTITUTION, Audience.TRIBUNAL)


class MessageQuerySet(models.QuerySet["Message"]):
    def shown_to(self, side: str) -> "MessageQuerySet":
        """Those a side is shown."""
        return self.filter(shown_to(side))


@tracked(part_of="matter", exclude=["body"])
class Message(models.Model):
    """One message; `side` is whose side wrote it, or whom the institution wrote to; empty where that is everyone."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="messages", verbose_name=_("matter"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by"))
    side = models.CharField(_("side"), max_length=12, choices=Side, blank=True)
    audience = models.CharField(_("who is shown it"), max_length=12, choices=Audience)
    language = models.CharField(_("language"), max_length=10, choices=WRITTEN_IN)
    body = models.TextField(_("message"), max_length=LONGEST_MESSAGE)
    sent_at = models.DateTimeField(_("sent"), default=timezone.now, editable=False)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["sent_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="matters_message_of_a_side",
                condition=~Q(audience=Audience.SIDE) | ~Q(side=""),
                violation_error_message=_("What is for one side says for which."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.sent_at:%Y-%m-%d %H:%M}"

    @property
    def is_of_the_institution(self) -> bool:
        """Whether the institution wrote it: for no side, or somebody of the staff to one."""
        return not self.side or self.author.is_staff


class MessageReading(models.Model):
    """That somebody has read a message, and when first."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="readings", verbose_name=_("message"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("read by"))
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("reading of a message")
        verbose_name_plural = _("readings of messages")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["message", "by"],
                name="matters_message_read_once",
                violation_error_message=_("This message was read already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.message_id} {self.by_id}"
