"""What every part of a request has that there can be several of: its matter and its place."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from legal.matters.models import Matter


class Part(models.Model):
    """One of several of its kind in a matter; the number of its place is not given twice while it stands."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="%(class)ss", verbose_name=_("matter"))
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        abstract = True
        default_permissions: ClassVar[tuple[str, ...]] = ()
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "position"],
                name="arbitration_%(class)s_one_a_place",
                violation_error_message=_("Another part of the request stands in this place."),
            )
        ]
