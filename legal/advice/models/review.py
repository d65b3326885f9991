"""A contract to be looked through, and what staff lawyers remark on its clauses."""

from typing import Any, Final

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.matters.models import Matter, Produced
from legal.matters.models.matter import WRITTEN_IN
from portal.history import tracked
from portal.reference.models import Jurisdiction

LONGEST_POINTS: Final = 3000
LONGEST_NAME: Final = 200
LONGEST_CLAUSE: Final = 60
LONGEST_REMARK: Final = 3000


class Severity(models.TextChoices):
    """How much a remark weighs."""

    RISK = "risk", pgettext_lazy("remark on a contract", "Do not sign it so")
    CHANGE = "change", pgettext_lazy("remark on a contract", "Should be changed")
    NOTE = "note", pgettext_lazy("remark on a contract", "To be known")


@tracked(part_of="matter", exclude=["points", "counterparty"])
class Review(models.Model):
    """What is asked about one contract, which is an exhibit of the matter."""

    matter = models.OneToOneField(Matter, models.CASCADE, related_name="review", verbose_name=_("matter"))
    contract = models.ForeignKey(
        Produced, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("the contract")
    )
    governing = models.ForeignKey(
        Jurisdiction, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("law of the contract")
    )
    counterparty = models.CharField(_("the other side of the contract"), max_length=LONGEST_NAME)
    points = models.TextField(_("what to look at"), max_length=LONGEST_POINTS, blank=True)
    answer_in = models.CharField(_("language of the remarks"), max_length=10, choices=WRITTEN_IN)
    wished_by = models.DateField(_("wished by"), null=True, blank=True)

    class Meta:
        verbose_name = _("contract review")
        verbose_name_plural = _("contract reviews")
        default_permissions = ("view",)
        permissions = [("handle_review", _("Can review contracts"))]

    def __str__(self) -> str:
        return str(self.matter)

    def frozen(self) -> dict[str, Any]:
        """As it stands in what was submitted."""
        return {
            "contract": self.contract.number if self.contract else None,
            "governing": self.governing.code if self.governing else "",
            "counterparty": self.counterparty,
            "points": self.points,
            "answer_in": self.answer_in,
            "wished_by": self.wished_by.isoformat() if self.wished_by else "",
        }


@tracked(part_of="matter", exclude=["body", "proposal"])
class Remark(models.Model):
    """One remark on a clause; shown to the enterprise once all of them are delivered."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="remarks", verbose_name=_("matter"))
    clause = models.CharField(_("clause"), max_length=LONGEST_CLAUSE)
    severity = models.CharField(_("weight"), max_length=8, choices=Severity)
    body = models.TextField(_("remark"), max_length=LONGEST_REMARK)
    proposal = models.TextField(_("proposed wording"), max_length=LONGEST_REMARK, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by"))
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("remark on a contract")
        verbose_name_plural = _("remarks on contracts")
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.clause
