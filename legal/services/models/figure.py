"""The figures of laws and institutions that a service takes its time and its cost from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.services.kinds import Aspect
from legal.services.models.service import Service
from portal.history import tracked


@tracked(part_of="service")
class Figure(models.Model):
    """That a rule or a fee table, by its slug, says how long a service takes or what it costs.

    Which row of that slug it is depends on the day: figures follow one another under one slug (`legal/rules`).
    """

    service = models.ForeignKey(Service, models.CASCADE, related_name="figures", verbose_name=_("service"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    aspect = models.CharField(_("what it is a figure of"), max_length=4, choices=Aspect)
    rule = models.SlugField(
        _("rule or fee table"), max_length=60, db_index=False, help_text=_("By its slug, as notarization.")
    )

    class Meta:
        verbose_name = pgettext_lazy("of a service", "figure")
        verbose_name_plural = pgettext_lazy("of a service", "figures")
        ordering = ["service", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "aspect", "rule"],
                name="services_figure_once",
                violation_error_message=_("This service names this figure already."),
            ),
        ]

    def __str__(self) -> str:
        return self.rule
