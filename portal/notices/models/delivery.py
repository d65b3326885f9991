"""A notice on its way by one channel."""

import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.notices.models.notice import Notice
from portal.notices.states import DUE, OPEN, Channel, State


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def due(self, channel: str, *, now: datetime.datetime) -> "DeliveryQuerySet":
        """Those that may be taken up now: their time has come, and nobody holds them."""
        free = Q(lease_until=None) | Q(lease_until__lt=now)
        return self.filter(free, channel=channel, state__in=DUE, next_attempt_at__lte=now).order_by("next_attempt_at")

    def abandoned(self, channel: str, *, now: datetime.datetime) -> "DeliveryQuerySet":
        """Those whose sender was killed between sending and saying so: nobody knows whether they arrived."""
        return self.filter(channel=channel, state=State.SENDING, lease_until__lt=now)

    def undelivered(self, *, now: datetime.datetime) -> "DeliveryQuerySet":
        """Those that should have gone by now, the longest waiting first."""
        return self.filter(state__in=OPEN, due_at__lte=now).order_by("due_at")

    def to_be_gathered(self, *, now: datetime.datetime) -> "DeliveryQuerySet":
        """Those whose daily mail is due."""
        return self.filter(state=State.GATHERING, due_at__lte=now)

    def dead(self) -> "DeliveryQuerySet":
        return self.filter(state=State.DEAD)


class Delivery(models.Model):
    """Made with its notice; the relay alone moves it, but for “send again”.

    `due_at` is when it was first to go, `next_attempt_at` when it is tried next, `lease_until` how long it belongs to
    whoever took it up. `doubts` counts how often its sender was killed while it was sending.
    """

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="deliveries", verbose_name=_("notice"))
    channel = models.CharField(_("channel"), max_length=10, choices=Channel)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PENDING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    doubts = models.PositiveSmallIntegerField(_("times the outcome was not known"), default=0)
    due_at = models.DateTimeField(_("due"), default=timezone.now)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    lease_until = models.DateTimeField(_("taken up until"), null=True, blank=True)
    last_error = models.CharField(_("last error"), max_length=120, blank=True)
    message_id = models.CharField(_("Message-ID"), max_length=120, blank=True)
    language = models.CharField(_("language it was sent in"), max_length=10, blank=True)
    content_hash = models.CharField(_("SHA-256 of what was sent"), max_length=64, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    digest = models.ForeignKey(
        Notice,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="gathered",
        verbose_name=_("the daily mail it went with"),
    )

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["-due_at", "-pk"]
        permissions = [("resend_delivery", _("May send again what was given up"))]
        constraints = [
            models.UniqueConstraint(name="notices_one_delivery_a_channel", fields=["notice", "channel"]),
            models.CheckConstraint(
                name="notices_sending_is_leased",
                condition=~Q(state=State.SENDING) | Q(lease_until__isnull=False),
                violation_error_message=_("What is being sent belongs to its sender until a time."),
            ),
            models.CheckConstraint(
                name="notices_sent_has_its_time",
                condition=~Q(state=State.SENT) | Q(sent_at__isnull=False),
                violation_error_message=_("What was sent has the time it was sent at."),
            ),
        ]
        indexes = [
            # the console's list, and its search for a mail
            models.Index(fields=["-due_at", "-id"], name="notices_newest_deliveries"),
            models.Index(fields=["message_id"], name="notices_message", condition=~Q(message_id="")),
            # what the relay takes up next; rows at rest are not in it
            models.Index(fields=["channel", "next_attempt_at"], name="notices_due", condition=Q(state__in=DUE)),
            # what a killed worker left, how long the longest waits, and what is to be gathered
            models.Index(
                fields=["state", "due_at"], name="notices_unfinished", condition=Q(state__in=[*OPEN, State.GATHERING])
            ),
            # the list of what was given up
            models.Index(fields=["-due_at"], name="notices_dead", condition=Q(state=State.DEAD)),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.notice_id}"
