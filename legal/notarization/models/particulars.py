"""What is asked of the notary office, and which exhibits it is about."""

from typing import Any, Final

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from legal.exhibits.languages import LONGEST_CODE
from legal.matters.models import Matter, Produced
from legal.notarization.kinds import ITEMS, Act, Collection, Place
from portal.history import tracked
from portal.reference.models import Jurisdiction

LONGEST_PURPOSE: Final = 300
LONGEST_NAME: Final = 200
LONGEST_ADDRESS: Final = 500
MOST_COPIES: Final = 50
PRIVATE: Final = ["purpose", "office", "receiver", "address"]


@tracked(part_of="matter", secret=PRIVATE)
class Particulars(models.Model):
    """One application; `languages` are those of the translations it is to come with.

    The number of an identity document is asked for nowhere: it is shown at the counter.
    """

    matter = models.OneToOneField(Matter, models.CASCADE, related_name="notarization", verbose_name=_("matter"))
    act = models.CharField(_("what is to be certified"), max_length=12, choices=Act, blank=True)
    purpose = models.CharField(_("what it is for"), max_length=LONGEST_PURPOSE, blank=True)
    country = models.ForeignKey(
        Jurisdiction, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country of use")
    )
    apostille = models.BooleanField(_("apostille or legalization wanted"), default=False)
    languages = ArrayField(
        models.CharField(max_length=LONGEST_CODE), verbose_name=_("translations wanted"), default=list, blank=True
    )
    copies = models.PositiveSmallIntegerField(_("number of copies"), default=1)
    place = models.CharField(_("why this office"), max_length=10, choices=Place, blank=True)
    office = models.CharField(_("place or office wanted"), max_length=LONGEST_NAME, blank=True)
    collection = models.CharField(_("how it is handed over"), max_length=8, choices=Collection, blank=True)
    receiver = models.CharField(_("who receives it"), max_length=LONGEST_NAME, blank=True)
    address = models.CharField(_("address for the courier"), max_length=LONGEST_ADDRESS, blank=True)

    class Meta:
        verbose_name = _("application for notarization")
        verbose_name_plural = _("applications for notarization")
        default_permissions = ()
        permissions = [("handle_notarization", _("Can handle applications for notarization"))]
        constraints = [
            models.CheckConstraint(
                name="notarization_copies_some",
                condition=Q(copies__gte=1, copies__lte=MOST_COPIES),
                violation_error_message=_("From 1 to 50 copies can be asked for."),
            ),
            models.CheckConstraint(
                name="notarization_address_of_a_courier",
                condition=Q(address="") | Q(collection=Collection.COURIER),
                violation_error_message=_("An address is for a courier."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.matter)

    @property
    def item(self) -> int | None:
        """The item of Article 11 it stands under."""
        return ITEMS.get(Act(self.act)) if self.act else None

    def frozen(self) -> dict[str, Any]:
        """As it stands in what was submitted."""
        facts = ("act", "apostille", "languages", "copies", "place", "collection", *PRIVATE)
        return {fact: getattr(self, fact) for fact in facts} | {
            "item": self.item,
            "country": self.country.code if self.country else "",
        }


@tracked(part_of="matter")
class Subject(models.Model):
    """An exhibit of the matter that is itself to be notarized; the others only support it."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="notarized", verbose_name=_("matter"))
    produced = models.OneToOneField(
        Produced, models.CASCADE, related_name="notarized", verbose_name=_("exhibit of the matter")
    )

    class Meta:
        verbose_name = _("document to be notarized")
        verbose_name_plural = _("documents to be notarized")
        default_permissions = ()
        ordering = ["produced__number"]

    def __str__(self) -> str:
        return str(self.produced)
