"""What is asked of the tribunal: money in any currency at a rate the claimant gives, or something that is no money."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.arbitration.kinds import WITHOUT_AMOUNT, ClaimKind
from legal.arbitration.models.agreement import Agreement
from legal.arbitration.models.part import Part
from legal.matters.kinds import Side
from legal.matters.models import Party
from legal.rules.fees import convert
from legal.serving.models import Answer
from portal.history import tracked

RMB: Final = "CNY"
LONGEST_SOURCE: Final = 200


def added_up(claims: Iterable["Claim"]) -> Decimal:
    """All amounts among claims in RMB, added up, at the rates that were typed; which of them count is not for us."""
    return sum((claim.in_rmb for claim in claims if claim.in_rmb is not None), Decimal(0))


class ClaimQuerySet(models.QuerySet["Claim"]):
    def of_side(self, side: str) -> Self:
        """The claims of the applicants, or the counterclaims of the respondents."""
        return self.filter(side=side)

    def of_party(self, party: Party) -> Self:
        """The counterclaims of one party, filed or not."""
        return self.filter(party=party)

    def filed(self) -> Self:
        """The counterclaims that were filed with an answer; no others are shown to anybody but their party."""
        return self.filter(party__in=Answer.objects.values("party"))


@tracked(part_of="matter", exclude=["text", "interest"])
class Claim(Part):
    """One claim; one of the respondent's side is a counterclaim.

    `agreement` is the agreement it rests on, where there are several. The rate, its day and its source are what the
    claimant typed: the portal supplies none.
    """

    side = models.CharField(_("side"), max_length=12, choices=Side, default=Side.APPLICANT)
    # Of a counterclaim: whose it is; nobody else knows of it until the answer of that party is filed.
    party = models.ForeignKey(
        Party, models.CASCADE, null=True, blank=True, related_name="counterclaims", verbose_name=_("party")
    )
    kind = models.CharField(pgettext_lazy("of a claim", "kind"), max_length=12, choices=ClaimKind)
    agreement = models.ForeignKey(
        Agreement,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name=_("agreement it rests on"),
    )
    text = models.TextField(_("what is claimed"))
    amount = models.DecimalField(_("amount"), max_digits=15, decimal_places=2, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    rate = models.DecimalField(
        _("RMB for one unit of the currency"), max_digits=12, decimal_places=8, null=True, blank=True
    )
    rate_on = models.DateField(_("day of the rate"), null=True, blank=True)
    rate_source = models.CharField(_("source of the rate"), max_length=LONGEST_SOURCE, blank=True)
    interest = models.TextField(_("how interest is reckoned"), blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta(Part.Meta):
        verbose_name = pgettext_lazy("in an arbitration", "claim")
        verbose_name_plural = pgettext_lazy("in an arbitration", "claims")
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "position"],
                condition=Q(party=None),
                name="arbitration_claim_one_a_place",
                violation_error_message=_("Another part of the request stands in this place."),
            ),
            models.UniqueConstraint(
                fields=["party", "position"],
                name="arbitration_counterclaim_one_a_place",
                violation_error_message=_("Another counterclaim stands in this place."),
            ),
            models.CheckConstraint(
                name="arbitration_claim_of_its_side",
                condition=Q(side=Side.APPLICANT, party=None) | ~Q(side=Side.APPLICANT) & Q(party__isnull=False),
                violation_error_message=_("A counterclaim is that of a party, a claim that of all applicants."),
            ),
            models.CheckConstraint(
                name="arbitration_claim_amount_in_a_currency",
                condition=Q(amount=None, currency="") | Q(amount__gt=0) & ~Q(currency=""),
                violation_error_message=_("An amount is above nothing and in a currency."),
            ),
            models.CheckConstraint(
                name="arbitration_claim_money_has_an_amount",
                condition=~Q(kind=ClaimKind.MONEY) | Q(amount__isnull=False),
                violation_error_message=_("A claim for a sum of money gives the amount."),
            ),
            models.CheckConstraint(
                name="arbitration_claim_other_has_none",
                condition=~Q(kind__in=WITHOUT_AMOUNT) | Q(amount=None),
                violation_error_message=_("A claim that is not for money has no amount."),
            ),
            models.CheckConstraint(
                name="arbitration_claim_rate_is_whole",
                condition=Q(currency__in=("", RMB), rate=None, rate_on=None, rate_source="")
                | ~Q(currency__in=("", RMB)) & Q(rate__gt=0, rate_on__isnull=False) & ~Q(rate_source=""),
                violation_error_message=_("Another currency needs the rate, its day and its source."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.get_kind_display()}"

    @property
    def in_rmb(self) -> Decimal | None:
        """The amount in RMB at the rate that was typed; None where no amount is claimed."""
        if self.amount is None:
            return None
        return self.amount if self.rate is None else convert(self.amount, self.rate)

    def frozen(self) -> dict[str, Any]:
        told = {fact: getattr(self, fact) for fact in ("position", "side", "kind", "text", "currency", "interest")}
        sums = {"amount": self.amount, "rate": self.rate, "in_rmb": self.in_rmb}
        return (
            told
            | {name: format(value, "f") if value is not None else "" for name, value in sums.items()}
            | {
                "agreement": self.agreement.position if self.agreement else 0,
                "rate_on": self.rate_on.isoformat() if self.rate_on else "",
                "rate_source": self.rate_source,
            }
        )
