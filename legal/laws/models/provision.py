"""The places in an edition."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from legal.laws.kinds import ProvisionKind
from legal.laws.models.edition import Edition


class Provision(models.Model):
    """One place in an edition; its words are its texts, one a language."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="provisions", verbose_name=_("edition"))
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="children", verbose_name=_("parent")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=ProvisionKind)
    number = models.CharField(_("number"), max_length=40, blank=True)
    path = models.CharField(_("place in addresses"), max_length=250)
    position = models.PositiveIntegerField(_("position"))
    depth = models.PositiveSmallIntegerField(_("depth"), default=0)
    repeated = models.BooleanField(_("repeats a number of its container"), default=False)

    class Meta:
        verbose_name = _("provision")
        verbose_name_plural = _("provisions")
        ordering = ["edition", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "path"],
                name="laws_provision_path_unique_in_edition",
                violation_error_message=_("This edition already has a provision at this place."),
            ),
            # Also the order in which a law is read.
            models.UniqueConstraint(
                fields=["edition", "position"],
                name="laws_provision_position_unique_in_edition",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return self.path

    def get_absolute_url(self) -> str:
        law = self.edition.law
        return reverse("laws:provision", args=[law.jurisdiction.code, law.slug, self.edition.slug, self.path])
