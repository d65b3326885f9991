"""What both sides write to each other."""

from typing import Final

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.enquiries.models.enquiry import Enquiry
from portal.history import tracked

LONGEST_MESSAGE: Final = 3000


class MessageQuerySet(models.QuerySet["Message"]):
    def unread_by(self, *, lawyer: bool) -> "MessageQuerySet":
        """Those of the other side that one side has not read."""
        return self.filter(by_lawyer=not lawyer, read_at=None)


@tracked(part_of="enquiry", exclude=["body"])
class Message(models.Model):
    """One message; `read_at` is when somebody of the other side said to have read it."""

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="messages", verbose_name=_("request"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by"))
    by_lawyer = models.BooleanField(_("written by the lawyer"))
    body = models.TextField(_("message"), max_length=LONGEST_MESSAGE)
    sent_at = models.DateTimeField(_("sent"), default=timezone.now, editable=False)
    read_at = models.DateTimeField(_("read"), null=True, editable=False)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["sent_at", "pk"]

    def __str__(self) -> str:
        return f"{self.enquiry_id} {self.sent_at:%Y-%m-%d %H:%M}"
