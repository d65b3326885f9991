"""What stands in an entrustment letter."""

from typing import Any, Final

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from legal.appraisal.kinds import Branch, Delivery, Disposal, Entruster, Round
from legal.matters.models import Matter
from portal.history import tracked

LONGEST_LINE: Final = 200
LONGEST_TEXT: Final = 3000
WORDS: Final = ("body", "case_number", "institution", "subject", "purpose", "requirement", "questions", "facts")
PRIVATE: Final = [*WORDS, "fees", "recusal", "address"]


@tracked(part_of="matter", secret=PRIVATE)
class Entrustment(models.Model):
    """The fields of the letter; `parent` is the earlier appraisal that this one supplements or repeats.

    An earlier appraisal that was not filed here is produced as an exhibit.
    """

    matter = models.OneToOneField(Matter, models.CASCADE, related_name="entrustment", verbose_name=_("matter"))
    branch = models.CharField(_("class"), max_length=12, choices=Branch, blank=True)
    entruster = models.CharField(_("who entrusts"), max_length=10, choices=Entruster, blank=True)
    body = models.CharField(_("entrusting body or parties"), max_length=LONGEST_LINE, blank=True)
    case_number = models.CharField(_("number of the case"), max_length=LONGEST_LINE, blank=True)
    institution = models.CharField(_("institution wanted"), max_length=LONGEST_LINE, blank=True)
    subject = models.CharField(_("what is to be appraised"), max_length=LONGEST_LINE, blank=True)
    purpose = models.CharField(_("what it is for"), max_length=LONGEST_LINE, blank=True)
    requirement = models.TextField(_("requirement"), max_length=LONGEST_TEXT, blank=True)
    questions = models.TextField(_("questions to the appraisers"), max_length=LONGEST_TEXT, blank=True)
    wanted_by = models.DateField(_("time limit wanted"), null=True, blank=True)
    round = models.CharField(_("first or again"), max_length=13, choices=Round, default=Round.FIRST)
    parent = models.ForeignKey(
        Matter,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="appraised_again",
        verbose_name=_("earlier appraisal"),
    )
    facts = models.TextField(_("facts of the case"), max_length=LONGEST_TEXT, blank=True)
    disposal = models.CharField(_("what becomes of the materials"), max_length=8, choices=Disposal, blank=True)
    fees = models.CharField(_("who bears the fee, and how"), max_length=LONGEST_LINE, blank=True)
    appearance = models.BooleanField(_("appraisers are to appear in court"), default=False)
    recusal = models.CharField(_("ground for recusal"), max_length=LONGEST_LINE, blank=True)
    delivery = models.CharField(_("how the opinion is handed over"), max_length=10, choices=Delivery, blank=True)
    address = models.CharField(_("address for the courier"), max_length=LONGEST_LINE, blank=True)

    class Meta:
        verbose_name = _("entrustment of an appraisal")
        verbose_name_plural = _("entrustments of an appraisal")
        default_permissions = ()
        permissions = [("handle_appraisal", _("Can handle judicial appraisals"))]
        constraints = [
            models.CheckConstraint(
                name="appraisal_first_has_no_parent",
                condition=~Q(round=Round.FIRST) | Q(parent=None),
                violation_error_message=_("A first appraisal follows no other one."),
            ),
            models.CheckConstraint(
                name="appraisal_address_of_a_courier",
                condition=Q(address="") | Q(delivery=Delivery.COURIER),
                violation_error_message=_("An address is for a courier."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.matter)

    def frozen(self) -> dict[str, Any]:
        """As it stands in what was submitted."""
        facts = ("branch", "entruster", "round", "disposal", "appearance", "delivery", *PRIVATE)
        return {fact: getattr(self, fact) for fact in facts} | {
            "wanted_by": self.wanted_by.isoformat() if self.wanted_by else "",
            "parent": self.parent.number if self.parent else "",
        }
