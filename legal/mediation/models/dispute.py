"""What a mediation is about and how it is wished; and that each side has agreed to mediate."""

from typing import Any, Final

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.matters.kinds import Side
from legal.matters.models import Matter
from legal.matters.models.matter import WRITTEN_IN
from legal.mediation.models.mediator import Mediator
from portal.history import tracked

LONGEST_TEXT: Final = 5000
LONGEST_WISHES: Final = 1000


class Way(models.TextChoices):
    """How the sides meet."""

    ROOM = "room", pgettext_lazy("how a mediation is held", "In a room, in Kashgar")
    VIDEO = "video", pgettext_lazy("how a mediation is held", "By video")
    EITHER = "either", pgettext_lazy("how a mediation is held", "Either")


@tracked(part_of="matter", exclude=["about", "sought", "wishes"])
class Dispute(models.Model):
    """The dispute as the applicant tells it. `amount` and `currency` are there both or not at all."""

    matter = models.OneToOneField(Matter, models.CASCADE, related_name="dispute", verbose_name=_("matter"))
    about = models.TextField(_("what the dispute is about"), max_length=LONGEST_TEXT)
    sought = models.TextField(_("what is sought"), max_length=LONGEST_TEXT)
    amount = models.DecimalField(_("amount in dispute"), max_digits=18, decimal_places=2, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    held_in = models.CharField(_("language of the mediation"), max_length=10, choices=WRITTEN_IN)
    way = models.CharField(_("how it is held"), max_length=8, choices=Way, default=Way.EITHER)
    wishes = models.TextField(_("wishes for the mediator"), max_length=LONGEST_WISHES, blank=True)
    mediator = models.ForeignKey(
        Mediator, models.PROTECT, null=True, blank=True, related_name="disputes", verbose_name=_("mediator")
    )

    class Meta:
        verbose_name = _("dispute to be mediated")
        verbose_name_plural = _("disputes to be mediated")
        default_permissions = ("view",)
        permissions = [("handle_dispute", _("Can handle mediations"))]
        constraints = [
            models.CheckConstraint(
                name="mediation_dispute_amount_with_currency",
                condition=Q(amount=None, currency="") | Q(amount__isnull=False) & ~Q(currency=""),
                violation_error_message=_("An amount is in some currency."),
            )
        ]

    def __str__(self) -> str:
        return str(self.matter)

    def frozen(self) -> dict[str, Any]:
        """As it stands in what was submitted."""
        facts = ("about", "sought", "currency", "held_in", "way", "wishes")
        agreed = self.matter.mediation_agreements.filter(side=Side.APPLICANT).first()
        return {fact: str(getattr(self, fact)) for fact in facts} | {
            "amount": str(self.amount) if self.amount is not None else "",
            "agreement": {"version": agreed.version, "sha256": agreed.sha256} if agreed else None,
        }


@tracked(part_of="matter")
class Agreement(models.Model):
    """That a side agreed to mediate: to which text, as it was shown in which language, by whom and when."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="mediation_agreements", verbose_name=_("matter"))
    side = models.CharField(_("side"), max_length=12, choices=Side)
    version = models.PositiveSmallIntegerField(_("version of the text"))
    language = models.CharField(_("language shown"), max_length=10, choices=WRITTEN_IN)
    sha256 = models.CharField(_("SHA-256 of the text"), max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("agreed by"))
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("agreement to mediate")
        verbose_name_plural = _("agreements to mediate")
        default_permissions = ()
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "side"],
                name="mediation_agreed_once",
                violation_error_message=_("This side has agreed already."),
            )
        ]
        triggers = [pgtrigger.ReadOnly(name="agreed")]

    def __str__(self) -> str:
        return f"{self.matter} {self.side}"
