"""An interim measure that is asked for."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from legal.arbitration.models.part import Part
from legal.matters.models import Party
from portal.history import tracked


@tracked(part_of="matter", exclude=["what"])
class Measure(Part):
    """What is to be ordered or preserved, against whom, and whether it cannot wait."""

    what = models.TextField(_("what is asked for"))
    against = models.ForeignKey(
        Party, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("against whom")
    )
    urgent = models.BooleanField(_("urgent"), default=False)

    class Meta(Part.Meta):
        verbose_name = _("interim measure")
        verbose_name_plural = _("interim measures")

    def __str__(self) -> str:
        return f"{self.matter_id} {self.position}"

    def frozen(self) -> dict[str, Any]:
        return {
            "position": self.position,
            "what": self.what,
            "against": self.against.position if self.against else 0,
            "urgent": self.urgent,
        }
