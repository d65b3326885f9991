"""How long the history of a matter is and what its last entry adds up to: kept apart from it, so that a cut shows."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from legal.matters.models.matter import Matter
from portal.history.triggers import AppendOnly


class Tip(models.Model):
    """The end of a history as its last entry left it, written in the same transaction; it only moves on."""

    matter = models.OneToOneField(
        Matter, models.PROTECT, primary_key=True, related_name="tip", verbose_name=_("matter")
    )
    length = models.PositiveIntegerField(_("number of entries"))
    hash = models.CharField(_("sum of the last entry"), max_length=64)

    class Meta:
        verbose_name = _("end of a history")
        verbose_name_plural = _("ends of histories")
        default_permissions = ()
        triggers = [
            AppendOnly(name="stays", operation=pgtrigger.Delete),
            AppendOnly(
                name="moves_on",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(new__length__lte=pgtrigger.F("old__length")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter}: {self.length}"
