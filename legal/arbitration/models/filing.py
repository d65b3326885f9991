"""What a request for arbitration says once: with whom it is filed, facts and reasons, the track, the address."""

from typing import Any, Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.arbitration.kinds import CaseKind, Ground, Procedure
from legal.matters.canonical import moment
from legal.matters.models import Matter
from legal.rules.models import Institution
from portal.history import tracked

LONGEST_FACTS: Final = 60_000


@tracked(part_of="matter", exclude=["facts", "reasons", "why", "estimate"], secret=["service_address"])
class Filing(models.Model):
    """The one row of a request beside its matter; `estimate` is that of the fees as it stood when it was submitted."""

    matter = models.OneToOneField(Matter, models.CASCADE, related_name="filing", verbose_name=_("matter"))
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("that arbitrates", "institution"),
    )
    case_kind = models.CharField(_("kind of case"), max_length=40, choices=CaseKind, blank=True)
    facts = models.TextField(_("facts"), blank=True)
    reasons = models.TextField(_("reasons"), blank=True)
    procedure = models.CharField(_("procedure"), max_length=10, choices=Procedure, blank=True)
    ground = models.CharField(_("why this procedure"), max_length=10, choices=Ground, blank=True)
    why = models.TextField(_("what is to be known of it"), blank=True)
    service_address = models.EmailField(_("electronic address for service"), blank=True)
    service_confirmed_at = models.DateTimeField(_("address confirmed"), null=True, blank=True)
    service_confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("address confirmed by"),
    )
    estimate = models.JSONField(_("estimate of the fees"), null=True, blank=True)

    class Meta:
        verbose_name = _("request for arbitration")
        verbose_name_plural = _("requests for arbitration")
        default_permissions = ()
        permissions = [("handle_arbitration", _("Can handle requests for arbitration"))]
        constraints = [
            models.CheckConstraint(
                name="arbitration_filing_address_is_confirmed",
                condition=Q(service_address="", service_confirmed_at=None, service_confirmed_by=None)
                | Q(service_confirmed_at__isnull=False, service_confirmed_by__isnull=False) & ~Q(service_address=""),
                violation_error_message=_("An address for service is confirmed by somebody, on a day."),
            ),
            models.CheckConstraint(
                name="arbitration_filing_procedure_has_its_ground",
                condition=Q(procedure="", ground="") | ~Q(procedure="") & ~Q(ground=""),
                violation_error_message=_("Say why the case goes on this procedure."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.matter)

    def frozen(self) -> dict[str, Any]:
        """As it stands in what was submitted."""
        facts = ("case_kind", "facts", "reasons", "procedure", "ground", "why", "service_address")
        at = self.service_confirmed_at
        return {fact: getattr(self, fact) for fact in facts} | {
            "institution": self.institution.slug if self.institution else "",
            "service_confirmed_at": moment(at) if at else "",
        }


def filing_of(matter: Matter) -> Filing:
    """The row of a matter; one that is not saved yet where nothing of it was written."""
    return Filing.objects.select_related("institution").filter(matter=matter).first() or Filing(matter=matter)
