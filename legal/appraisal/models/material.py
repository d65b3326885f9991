"""What the appraisers are to examine."""

from typing import Any, Final

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.appraisal.kinds import MaterialKind
from legal.appraisal.models.entrustment import LONGEST_LINE
from legal.matters.models import Matter, Produced
from portal.history import tracked

MOST: Final = 10_000


@tracked(part_of="matter", secret=["name", "condition"])
class Material(models.Model):
    """One line of the list; `produced` where it is an exhibit of the matter, so that it is not sent again."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="materials", verbose_name=_("matter"))
    position = models.PositiveSmallIntegerField(_("position"))
    name = models.CharField(pgettext_lazy("material of an appraisal", "name"), max_length=LONGEST_LINE)
    kind = models.CharField(_("what it is"), max_length=10, choices=MaterialKind)
    quantity = models.PositiveSmallIntegerField(_("quantity"), default=1)
    condition = models.CharField(_("condition"), max_length=LONGEST_LINE, blank=True)
    produced = models.ForeignKey(
        Produced,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="materials",
        verbose_name=_("exhibit of the matter"),
    )

    class Meta:
        verbose_name = _("material of an appraisal")
        verbose_name_plural = _("materials of an appraisal")
        default_permissions = ()
        ordering = ["position"]
        constraints = [
            # At the end of the transaction: those after one that is taken off move up.
            models.UniqueConstraint(
                fields=["matter", "position"],
                name="appraisal_material_one_a_place",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Another material stands in this place."),
            ),
            models.CheckConstraint(
                name="appraisal_material_some",
                condition=Q(quantity__gte=1, quantity__lte=MOST),
                violation_error_message=_("There is one of a material at least."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.name}"

    def frozen(self) -> dict[str, Any]:
        """As it stands in what was submitted."""
        facts = ("position", "name", "kind", "quantity", "condition")
        return {fact: getattr(self, fact) for fact in facts} | {
            "exhibit": self.produced.number if self.produced else None
        }
