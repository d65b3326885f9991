"""What came of an application: the certificate, its apostille, and to whom it was handed over."""

from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.exhibits.models import Exhibit
from legal.matters.models import Matter
from legal.notarization.kinds import Identity
from legal.notarization.models.particulars import LONGEST_NAME
from portal.history import tracked

LONGEST_NUMBER: Final = 60


@tracked(part_of="matter", secret=["collected_by"])
class Certificate(models.Model):
    """A notarial certificate; as an exhibit of the enterprise it is used elsewhere without a second upload."""

    matter = models.OneToOneField(Matter, models.CASCADE, related_name="certificate", verbose_name=_("matter"))
    number = models.CharField(_("number of the certificate"), max_length=LONGEST_NUMBER)
    issued_on = models.DateField(_("day of the certificate"))
    exhibit = models.OneToOneField(
        Exhibit, models.PROTECT, related_name="certificate", verbose_name=_("scanned certificate")
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now, editable=False)
    apostille_number = models.CharField(
        _("number of the apostille or legalization"), max_length=LONGEST_NUMBER, blank=True
    )
    apostilled_on = models.DateField(_("day of the apostille or legalization"), null=True, blank=True)
    collected_by = models.CharField(_("handed to"), max_length=LONGEST_NAME, blank=True)
    identity = models.CharField(_("identity paper shown"), max_length=8, choices=Identity, blank=True)
    collected_on = models.DateField(_("handed over on"), null=True, blank=True)

    class Meta:
        verbose_name = _("notarial certificate")
        verbose_name_plural = _("notarial certificates")
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                name="notarization_certificate_has_a_number",
                condition=~Q(number=""),
                violation_error_message=_("A certificate has a number."),
            ),
            models.CheckConstraint(
                name="notarization_apostille_with_its_day",
                condition=Q(apostille_number="", apostilled_on=None)
                | ~Q(apostille_number="") & Q(apostilled_on__isnull=False, apostilled_on__gte=F("issued_on")),
                violation_error_message=_("An apostille has a number and a day, which is not before the certificate."),
            ),
            models.CheckConstraint(
                name="notarization_collected_by_somebody",
                condition=Q(collected_by="", identity="", collected_on=None)
                | ~Q(collected_by="")
                & ~Q(identity="")
                & Q(collected_on__isnull=False, collected_on__gte=F("issued_on")),
                violation_error_message=_("Say who received it, what they showed, and on which day."),
            ),
        ]

    def __str__(self) -> str:
        return self.number
