"""The numbers an enterprise is registered under."""

from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from enterprises.identifiers.doubts import Doubts
from enterprises.identifiers.schemes import SCHEMES, Checked, Scheme
from enterprises.models.enterprise import Enterprise
from portal.history import tracked

LONGEST_TYPED: Final = 80
LONGEST_VALUE: Final = 40
# A number of a register whose numbers the portal knows nothing of.
OTHER: Final = "other"


def label_of(scheme: str) -> str:
    """What numbers of a kind are called."""
    known = SCHEMES.get(scheme)
    return str(known.name if known else _("Number in the register"))


class CheckLevel(models.TextChoices):
    """How far a number was checked, the least first."""

    NONE = "none", _("Nothing is known here of how such numbers are made, so nothing was checked.")
    FORMAT = "format", Checked.FORMAT.label
    CHECK_DIGIT = "check-digit", Checked.CHECK_DIGIT.label
    REGISTER = "register", _("Compared by an officer with the papers or the public register.")


@tracked(part_of="enterprise")
class Identifier(models.Model):
    """One number of an enterprise; `value` is what counts of what was typed."""

    enterprise = models.ForeignKey(Enterprise, models.CASCADE, related_name="identifiers", verbose_name=_("enterprise"))
    scheme = models.CharField(_("kind of number"), max_length=20)
    typed = models.CharField(_("as typed"), max_length=LONGEST_TYPED)
    value = models.CharField(_("number"), max_length=LONGEST_VALUE)
    checked = models.CharField(_("how far it was checked"), max_length=12, choices=CheckLevel)
    # A verified enterprise holds its numbers, also while it is suspended or looked at again.
    held = models.BooleanField(_("held by a verified enterprise"), default=False, editable=False)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("verified by")
    )
    verified_at = models.DateTimeField(_("verified"), null=True)

    class Meta:
        verbose_name = _("registration number")
        verbose_name_plural = _("registration numbers")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise", "scheme"],
                name="enterprises_identifier_one_of_a_kind",
                violation_error_message=_("An enterprise has one number of a kind."),
            ),
            models.UniqueConstraint(
                fields=["scheme", "value"],
                condition=Q(held=True),
                name="enterprises_identifier_held_once",
                violation_error_message=_("Another verified enterprise holds this number."),
            ),
            models.CheckConstraint(
                name="enterprises_identifier_verified_by_somebody",
                condition=Q(verified_by__isnull=True, verified_at__isnull=True)
                | Q(verified_by__isnull=False, verified_at__isnull=False),
                violation_error_message=_("A verified number has both the officer and the time."),
            ),
        ]
        indexes = [
            # the console's search, by how a number begins
            models.Index(fields=["value"], opclasses=["varchar_pattern_ops"], name="enterprises_identifier_value"),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.value}"

    @property
    def known(self) -> Scheme | None:
        """What the portal knows of numbers of this kind."""
        return SCHEMES.get(self.scheme)

    @property
    def label(self) -> str:
        """What the number is called."""
        return label_of(self.scheme)

    @property
    def doubts(self) -> Doubts:
        """What is odd about it all the same."""
        return self.known.doubts(self.value) if self.known else ()
