"""How a notice travels, how far it has come, and when a person wants mail."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Channel(models.TextChoices):
    """The ways beside the inbox, which needs none: there the notice itself is the entry."""

    MAIL = "mail", _("E-mail")
    ROOM = "room", _("Staff room")


class State(models.TextChoices):
    PENDING = "pending", pgettext_lazy("of a delivery", "Waiting")
    SENDING = "sending", pgettext_lazy("of a delivery", "Being sent")
    RETRY = "retry", pgettext_lazy("of a delivery", "To be tried again")
    GATHERING = "gathering", pgettext_lazy("of a delivery", "Waiting for the daily mail")
    GATHERED = "gathered", pgettext_lazy("of a delivery", "In a daily mail")
    SENT = "sent", pgettext_lazy("of a delivery", "Sent")
    SKIPPED = "skipped", pgettext_lazy("of a delivery", "Not wanted")
    DEAD = "dead", pgettext_lazy("of a delivery", "Given up")


# What the relay takes up when its time has come.
DUE: Final = (State.PENDING, State.RETRY)
# What is still to leave the building.
OPEN: Final = (*DUE, State.SENDING)


class Mail(models.TextChoices):
    """When somebody wants mail of one group of kinds."""

    AT_ONCE = "at-once", _("At once")
    DAILY = "daily", _("In one mail a day")
    NEVER = "never", _("No mail")
