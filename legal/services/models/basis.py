"""The law that a service rests on, as it stood when the service's text was held against it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.laws.models import Law
from legal.services.models.service import Service, has_words
from portal.history import tracked


@tracked(part_of="service", exclude=["wordings"])
class Basis(models.Model):
    """A law, and where `path` names one an article of it.

    `edition` and `wordings` (language → hash of the words) are those of the day in `checked_on`. A law that is not
    held keeps its `name` and no link.
    """

    service = models.ForeignKey(Service, models.CASCADE, related_name="bases", verbose_name=_("service"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    law = models.ForeignKey(Law, models.PROTECT, null=True, blank=True, related_name="services", verbose_name=_("law"))
    path = models.CharField(
        pgettext_lazy("of a law", "place"), max_length=250, blank=True, help_text=_("As in its address: article-30.")
    )
    name = models.CharField(
        _("name of a law that is not held"), max_length=500, blank=True, help_text=_("With its number and article.")
    )
    about = models.CharField(_("what it is the basis of"), max_length=300, blank=True)
    edition = models.CharField(_("edition it was held against"), max_length=16, blank=True, editable=False)
    wordings = models.JSONField(_("hashes of the words"), default=dict, blank=True, editable=False)
    checked_on = models.DateField(_("held against it on"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = pgettext_lazy("of a service", "legal basis")
        verbose_name_plural = pgettext_lazy("of a service", "legal bases")
        permissions = [("translate_basis", _("Can translate legal bases"))]
        ordering = ["service", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="services_basis_is_a_law_or_a_name",
                condition=Q(law__isnull=False) | has_words("name"),
                violation_error_message=_("Choose a law, or name one that is not held."),
            ),
            models.CheckConstraint(
                name="services_basis_snapshot_has_its_day",
                condition=Q(edition="") | Q(checked_on__isnull=False),
                violation_error_message=_("An edition was held against on some day."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.law or self.name} {self.path}".strip()
