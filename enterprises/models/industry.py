"""The industries of the zone, which staff edit."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.history import tracked


@tracked()
class Industry(models.Model):
    """An industry an enterprise may belong to."""

    class Weight(models.TextChoices):
        KEY = "key", pgettext_lazy("industry", "Key industry")
        SUPPORTING = "supporting", pgettext_lazy("industry", "Supporting industry")

    slug = models.SlugField(_("slug"), max_length=50, unique=True)
    name = models.CharField(_("name"), max_length=120)
    # Empty where no source says which it is.
    weight = models.CharField(
        _("standing in the zone"),
        max_length=12,
        choices=Weight,
        blank=True,
        help_text=_("Leave it empty until a source says which it is."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=1000)

    class Meta:
        verbose_name = _("industry")
        verbose_name_plural = _("industries")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.name
