"""An article or a case of the directories that the facts and reasons rest on."""

from typing import Any, Final

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from legal.arbitration.models.part import Part
from legal.cases.models import Case
from legal.laws.models import Law
from portal.history import tracked

LONGEST_POINT: Final = 500


@tracked(part_of="matter", exclude=["point"])
class Reliance(Part):
    """A case, or a law and where one is named an article of it by `path`: one of the two; `point` says what for."""

    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("case"))
    law = models.ForeignKey(Law, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("law"))
    path = models.CharField(_("place in the law"), max_length=250, blank=True)
    point = models.CharField(_("what it is cited for"), max_length=LONGEST_POINT, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("article or case relied on")
        verbose_name_plural = _("articles and cases relied on")
        constraints = [
            *Part.Meta.constraints,
            models.CheckConstraint(
                name="arbitration_reliance_on_one_thing",
                condition=Q(case__isnull=False, law=None, path="") | Q(case=None, law__isnull=False),
                violation_error_message=_("A case is relied on or a place in a law, one of the two."),
            ),
            models.UniqueConstraint(
                fields=["matter", "case"],
                condition=Q(case__isnull=False),
                name="arbitration_reliance_case_once",
                violation_error_message=_("This case is relied on already."),
            ),
            models.UniqueConstraint(
                fields=["matter", "law", "path"],
                condition=Q(law__isnull=False),
                name="arbitration_reliance_place_once",
                violation_error_message=_("This place of the law is relied on already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.case) if self.case else f"{self.law} {self.path}".strip()

    def get_absolute_url(self) -> str:
        if self.law is None:
            return str(self.case.get_absolute_url()) if self.case else ""
        if not self.path:
            return self.law.get_absolute_url()
        return reverse("laws:article", args=[self.law.jurisdiction.code, self.law.slug, self.path])

    def frozen(self) -> dict[str, Any]:
        work = self.case or self.law
        return {
            "position": self.position,
            "kind": "case" if self.case else "law",
            "work": f"{work.jurisdiction.code}/{work.slug}" if work else "",
            "path": self.path,
            "point": self.point,
        }
