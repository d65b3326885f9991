"""The names of laws, as people write them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from legal.laws.models.law import Law
from portal.history import tracked


@tracked(exclude=["key"], part_of="law")
class LawName(models.Model):
    """A name a law is recognised, searched and cited by; `key` is how names are compared."""

    law = models.ForeignKey(Law, models.CASCADE, related_name="names", verbose_name=_("law"))
    name = models.CharField(_("name"), max_length=500)
    key = models.CharField(_("how names are compared"), max_length=500, editable=False)

    class Meta:
        verbose_name = _("name of a law")
        verbose_name_plural = _("names of laws")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["law", "key"], name="laws_name_once_per_law")]
        # The import and the citations look a law up by its name.
        indexes = [models.Index(fields=["key"], name="laws_name_key")]

    def __str__(self) -> str:
        return self.name
