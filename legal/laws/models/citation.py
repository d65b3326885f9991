"""What a provision cites, and how often each place is cited."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from legal.laws.models.law import Law
from legal.laws.models.provision import Provision


class Citation(models.Model):
    """A reference from one provision's text to a law and, where it names one, to an article of it.

    `start` and `end` count characters of the body. A law that is not held keeps its printed name and no link.
    """

    provision = models.ForeignKey(
        Provision, models.CASCADE, related_name="citations", verbose_name=_("citing provision")
    )
    language = models.CharField(_("language"), max_length=12)
    start = models.PositiveIntegerField(_("first character"))
    end = models.PositiveIntegerField(_("character after the last"))
    law = models.ForeignKey(
        Law, models.SET_NULL, null=True, blank=True, related_name="citations", verbose_name=_("cited law")
    )
    name = models.CharField(_("name as printed"), max_length=500, blank=True)
    key = models.CharField(_("how names are compared"), max_length=500, blank=True, editable=False)
    path = models.CharField(_("cited place"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["provision", "language", "start"]
        constraints = [
            models.CheckConstraint(name="laws_citation_span_has_length", condition=Q(end__gt=F("start"))),
        ]
        indexes = [
            # What cites this article?
            models.Index(fields=["law", "path"], name="laws_citation_cited"),
            # Which citations wait for a law of this name?
            models.Index(fields=["key"], condition=Q(law=None), name="laws_citation_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.path}".strip()


class CitedPlace(models.Model):
    """How many places in law cite an article, or, with an empty path, how many of other laws cite the law at all."""

    law = models.ForeignKey(Law, models.CASCADE, related_name="cited_places", verbose_name=_("cited law"))
    path = models.CharField(_("cited place"), max_length=250, blank=True)
    places = models.PositiveIntegerField(_("places that cite it"))

    class Meta:
        verbose_name = _("count of citations")
        verbose_name_plural = _("counts of citations")
        ordering = ["law", "path"]
        constraints = [
            models.UniqueConstraint(
                fields=["law", "path"],
                name="laws_cited_place_counted_once",
                violation_error_message=_("The citations of this place are counted already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.path} {self.places}".strip()
