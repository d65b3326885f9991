"""Who is concerned by a matter, and who speaks for them."""

import datetime
from typing import Any, Final

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models.identifier import LONGEST_VALUE, CheckLevel, label_of
from legal.matters.kinds import Side
from legal.matters.models.matter import WRITTEN_IN, Matter
from portal.files.models import File
from portal.history import tracked
from portal.reference.models import Jurisdiction

LONGEST_NAME: Final = 200
LONGEST_ADDRESS: Final = 500
PRIVATE: Final = ["name", "other_name", "number", "address", "email", "phone"]


class PartyKind(models.TextChoices):
    COMPANY = "company", pgettext_lazy("party to a matter", "Company or organisation")
    PERSON = "person", pgettext_lazy("party to a matter", "Person")


@tracked(part_of="matter", secret=PRIVATE)
class Party(models.Model):
    """One party; `own` is the enterprise whose matter it is, which is written here from its registration.

    Of persons no number is kept: that of an identity document stands in the paper, and nowhere else.
    """

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="parties", verbose_name=_("matter"))
    position = models.PositiveSmallIntegerField(_("position"))
    own = models.BooleanField(_("the enterprise itself"), default=False, editable=False)
    side = models.CharField(_("side"), max_length=12, choices=Side)
    kind = models.CharField(_("what it is"), max_length=8, choices=PartyKind)
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    other_name = models.CharField(_("name in another script"), max_length=LONGEST_NAME, blank=True)
    country = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="+", verbose_name=_("country"))
    scheme = models.CharField(_("kind of number"), max_length=20, blank=True)
    number = models.CharField(_("number in the register"), max_length=LONGEST_VALUE, blank=True)
    checked = models.CharField(_("how far it was checked"), max_length=12, choices=CheckLevel, blank=True)
    address = models.CharField(_("address"), max_length=LONGEST_ADDRESS, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    language = models.CharField(_("language"), max_length=10, choices=WRITTEN_IN, blank=True)

    class Meta:
        verbose_name = _("party to a matter")
        verbose_name_plural = _("parties to a matter")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "position"],
                name="matters_party_one_a_place",
                violation_error_message=_("Another party stands in this place."),
            ),
            models.UniqueConstraint(
                fields=["matter"],
                condition=Q(own=True),
                name="matters_party_itself_once",
                violation_error_message=_("The enterprise is named already."),
            ),
            models.CheckConstraint(
                name="matters_party_person_without_number",
                condition=Q(number="", scheme="", checked="")
                | Q(kind=PartyKind.COMPANY) & ~Q(number="") & ~Q(scheme="") & ~Q(checked=""),
                violation_error_message=_("The number of a company is of a kind, and a person has none."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def number_label(self) -> str:
        """What its number is called."""
        return label_of(self.scheme)

    def frozen(self) -> dict[str, Any]:
        """As it stands in what was submitted."""
        facts = ("position", "side", "kind", *PRIVATE, "scheme", "checked", "language")
        return {fact: getattr(self, fact) for fact in facts} | {"country": self.country.code}


class RepresentativeQuerySet(models.QuerySet["Representative"]):
    def standing(self, on: datetime.date) -> "RepresentativeQuerySet":
        """Those who may speak for their party on a day."""
        return self.filter(revoked_at=None, valid_from__lte=on).filter(Q(valid_until=None) | Q(valid_until__gte=on))


@tracked(part_of="matter", secret=["name"])
class Representative(models.Model):
    """Somebody who speaks for a party, by what paper and how long."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="representatives", verbose_name=_("matter"))
    party = models.ForeignKey(Party, models.CASCADE, related_name="representatives", verbose_name=_("party"))
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    authority = models.OneToOneField(
        File, models.PROTECT, null=True, related_name="+", verbose_name=_("paper of authority")
    )
    valid_from = models.DateField(_("authority from"))
    valid_until = models.DateField(_("authority until"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)
    named_at = models.DateTimeField(_("named"), default=timezone.now, editable=False)

    objects = RepresentativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("representative")
        verbose_name_plural = _("representatives")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="matters_representative_until_after_from",
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                violation_error_message=_("The authority ends after it begins."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def is_standing(self, on: datetime.date) -> bool:
        """Whether they may speak for the party on a day."""
        return self.valid_from <= on and not self.has_ended(on)

    def has_ended(self, on: datetime.date) -> bool:
        """Whether they may speak for the party no more: their authority was revoked, or its last day is over."""
        return self.revoked_at is not None or (self.valid_until is not None and self.valid_until < on)

    def frozen(self) -> dict[str, Any]:
        """As they stand in what was submitted."""
        until = self.valid_until
        return {
            "party": self.party.position,
            "name": self.name,
            "from": self.valid_from.isoformat(),
            "until": until.isoformat() if until else "",
            "authority": self.authority.sha256 if self.authority else "",
        }
