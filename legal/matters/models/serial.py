"""The numbers given so far: one row a kind and year, locked while a matter is submitted."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Serial(models.Model):
    """The last number given; whoever takes the next holds this row until the transaction ends, so that none is lost."""

    kind = models.CharField(_("kind of proceeding"), max_length=40)
    year = models.PositiveSmallIntegerField(_("year"))
    last = models.PositiveIntegerField(_("last number given"), default=0)

    class Meta:
        verbose_name = _("series of numbers")
        verbose_name_plural = _("series of numbers")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "year"],
                name="matters_one_series",
                violation_error_message=_("There is such a series already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.year}: {self.last}"
