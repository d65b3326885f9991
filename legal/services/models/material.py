"""A paper that a service takes."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.services.kinds import Need
from legal.services.models.service import Service
from portal.history import tracked


@tracked(part_of="service")
class Material(models.Model):
    """One line of the checklist: what is wanted and in which case.

    `formal` says that, made abroad, it is used with an apostille or a legalization.
    """

    service = models.ForeignKey(Service, models.CASCADE, related_name="materials", verbose_name=_("service"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    name = models.CharField(pgettext_lazy("paper", "what it is"), max_length=300)
    need = models.CharField(
        pgettext_lazy("paper", "wanted when"), max_length=14, choices=Need, default=Need.ALWAYS, db_index=False
    )
    formal = models.BooleanField(_("needs an apostille or legalization if made abroad"), default=False)

    class Meta:
        verbose_name = pgettext_lazy("of a service", "paper wanted")
        verbose_name_plural = pgettext_lazy("of a service", "papers wanted")
        permissions = [("translate_material", _("Can translate papers wanted"))]
        ordering = ["service", "position", "pk"]

    def __str__(self) -> str:
        return self.name
