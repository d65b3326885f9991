"""The history of a matter: each entry carries the sum of the one before it, so that none can be changed unseen."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.matters.canonical import moment
from legal.matters.models.matter import Matter
from portal.history.triggers import AppendOnly
from portal.workflow.naming import done


class Actor(models.TextChoices):
    """As what somebody acted."""

    MEMBER = "member", pgettext_lazy("who acted in a matter", "For the enterprise")
    OFFICER = "officer", pgettext_lazy("who acted in a matter", "An officer of the zone")
    OTHER = "other", pgettext_lazy("who acted in a matter", "The other side")
    PORTAL = "portal", pgettext_lazy("who acted in a matter", "The portal itself")


class Entry(models.Model):
    """Something that was done with a matter, reading it included.

    `what` is a move of a table, as `matters.read`. `person` stands for whoever acted, within this matter alone:
    the portal knows who it is, whoever verifies the history need not. `details` hold no name and no text of a matter.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="entries", verbose_name=_("matter"))
    position = models.PositiveIntegerField(_("position"))
    what = models.CharField(_("what was done"), max_length=100)
    actor = models.CharField(_("as what"), max_length=8, choices=Actor)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("who did it")
    )
    person = models.CharField(_("sign of whoever did it"), max_length=16, blank=True)
    details = models.JSONField(_("details"), default=dict, blank=True)
    at = models.DateTimeField(_("when"), default=timezone.now)
    previous = models.CharField(_("sum of the entry before"), max_length=64)
    hash = models.CharField(_("sum of this entry"), max_length=64)

    class Meta:
        verbose_name = _("entry of a history")
        verbose_name_plural = _("entries of a history")
        default_permissions = ("view",)
        ordering = ["position"]
        constraints = [
            # it is also what the newest entry is found by
            models.UniqueConstraint(
                fields=["matter", "position"],
                name="matters_entry_one_a_place",
                violation_error_message=_("Another entry stands in this place."),
            ),
        ]
        triggers = [AppendOnly()]

    def __str__(self) -> str:
        return done(*self.what.rsplit(".", 1))

    def record(self) -> dict[str, Any]:
        """What is summed up: everything of it but its own sum."""
        return {
            "matter": self.matter.key,
            "position": self.position,
            "what": self.what,
            "actor": str(self.actor),
            "person": self.person,
            "details": self.details,
            "at": moment(self.at),
            "previous": self.previous,
        }
