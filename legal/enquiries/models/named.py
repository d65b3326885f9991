"""Who is named: the parties of a request, and those a lawyer knows from elsewhere."""

from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.identifiers.typed import plain
from legal.enquiries.models.enquiry import Enquiry
from legal.enquiries.names import Keys, Named, keys_of
from legal.lawyers.models import Lawyer
from portal.history import tracked
from portal.reference.models import Jurisdiction

LONGEST_NAME: Final = 200
LONGEST_NUMBER: Final = 40
# Whoever reads the history need not learn for whom a lawyer works.
NAMES: Final = ("name", "other_name", "number")


class Side(models.TextChoices):
    """On whose side somebody is, as seen by who asks, or by the lawyer."""

    CLIENT = "client", pgettext_lazy("party", "Client")
    ADVERSE = "adverse", pgettext_lazy("party", "Opposing party")
    OTHER = "other", pgettext_lazy("party", "Somebody else concerned")


class SomebodyNamed(models.Model):
    """A company or person by all names they have, and by the number in the register of a country.

    `keys` are made of the names (`name_keys`), so that two are compared without making them again.
    """

    side = models.CharField(_("side"), max_length=8, choices=Side)
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    other_name = models.CharField(_("name in other letters"), max_length=LONGEST_NAME, blank=True)
    country = models.ForeignKey(
        Jurisdiction, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country of the register")
    )
    number = models.CharField(_("number in the register"), max_length=LONGEST_NUMBER, blank=True)
    keys = models.JSONField(_("what the names are compared by"), default=list, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def key_names(self, *further: str) -> None:
        """Set what the names are compared by, further ones included."""
        names = dict.fromkeys(name for name in (self.name, self.other_name, *further) if name)
        self.keys = [keys.as_json() for name in names for keys in keys_of(name)]

    def as_named(self, numbers: frozenset[tuple[str, str]] = frozenset()) -> Named:
        """As names are compared; `numbers` are further ones than its own."""
        country = self.country.code if self.country else ""
        own = {(country, plain(self.number))} if self.number else set()
        return Named(tuple(Keys.from_json(kept) for kept in self.keys), numbers | own, country)


def number_needs_a_country(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=Q(number="") | Q(country__isnull=False),
        violation_error_message=_("A number is one of a register: name the country."),
    )


class PartyQuerySet(models.QuerySet["Party"]):
    def with_numbers(self) -> "PartyQuerySet":
        """With what they are compared by: their country, and every number of who asks."""
        return self.select_related("country", "enquiry__enterprise__country").prefetch_related(
            "enquiry__enterprise__identifiers"
        )


@tracked(part_of="enquiry", exclude=["keys"], secret=NAMES)
class Party(SomebodyNamed):
    """Somebody a request concerns; who asks is one of them, from the moment the request is sent."""

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="parties", verbose_name=_("request"))

    objects = PartyQuerySet.as_manager()

    class Meta:
        verbose_name = _("party of a request")
        verbose_name_plural = _("parties of requests")
        ordering = ["pk"]
        constraints = [number_needs_a_country("enquiries_party_number_of_a_country")]

    def as_named(self, numbers: frozenset[tuple[str, str]] = frozenset()) -> Named:
        """As names are compared; who asks by every number there is of it, and not only the one told to the lawyer."""
        if self.side == Side.CLIENT:
            enterprise = self.enquiry.enterprise
            numbers |= {(enterprise.country.code, plain(one.value)) for one in enterprise.identifiers.all()}
        return super().as_named(numbers)


@tracked(part_of="lawyer", exclude=["keys"], secret=NAMES)
class KnownName(SomebodyNamed):
    """Somebody a lawyer has acted for or against elsewhere: told to the check, and shown to that lawyer alone."""

    lawyer = models.ForeignKey(Lawyer, models.CASCADE, related_name="known_names", verbose_name=_("lawyer"))
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("added by"))
    added_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("name a lawyer knows")
        verbose_name_plural = _("names lawyers know")
        ordering = ["name", "pk"]
        constraints = [
            number_needs_a_country("enquiries_known_number_of_a_country"),
            models.CheckConstraint(
                name="enquiries_known_side",
                condition=Q(side__in=[Side.CLIENT, Side.ADVERSE]),
                violation_error_message=_("Say whether it is a client or an opposing party."),
            ),
        ]
