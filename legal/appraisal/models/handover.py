"""That materials changed hands: what, in which condition, from whom to whom, when."""

from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.appraisal.models.entrustment import LONGEST_LINE
from legal.matters.models import Matter
from portal.history import tracked

NAMES: Final = ["given_by", "taken_by", "lines"]


@tracked(part_of="matter", secret=NAMES)
class Handover(models.Model):
    """One handing over. Who records it in the portal confirms it for whoever took; a member confirms for who gave.

    `lines` are the materials as they were then, each with position, name, kind, quantity and condition; what is said of
    them later changes nothing here. On paper both sign the receipt instead.
    """

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="handovers", verbose_name=_("matter"))
    position = models.PositiveSmallIntegerField(_("number of the receipt"))
    given_by = models.CharField(_("who gave"), max_length=LONGEST_LINE)
    taken_by = models.CharField(_("who took"), max_length=LONGEST_LINE)
    institution = models.CharField(_("for which institution"), max_length=LONGEST_LINE)
    at = models.DateTimeField(_("handed over at"))
    lines = models.JSONField(_("materials"), default=list)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("confirmed for who gave, by"),
    )
    confirmed_at = models.DateTimeField(_("confirmed for who gave"), null=True, blank=True)

    class Meta:
        verbose_name = _("handing over of materials")
        verbose_name_plural = _("handing over of materials")
        default_permissions = ()
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "position"],
                name="appraisal_handover_numbered_once",
                violation_error_message=_("Another receipt has this number."),
            ),
            models.CheckConstraint(
                name="appraisal_handover_confirmed_by_somebody",
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                violation_error_message=_("Who confirmed it says when."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter.number}-{self.position}"
