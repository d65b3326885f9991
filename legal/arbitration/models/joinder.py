"""A request that somebody else become a party, once the request for arbitration was accepted."""

from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.arbitration.kinds import Asked
from legal.arbitration.models.part import Part
from legal.matters.kinds import Side
from legal.matters.models.party import LONGEST_NAME, PartyKind
from portal.history import tracked
from portal.reference.models import Jurisdiction

LONGEST_REASON: Final = 5000


@tracked(part_of="matter", exclude=["reasons", "answer"], secret=["name"])
class Joinder(Part):
    """Whom a side asks to be joined, on which side and why, and what staff decided."""

    asked_by_side = models.CharField(_("asked by the side"), max_length=12, choices=Side)
    side = models.CharField(_("side"), max_length=12, choices=Side)
    kind = models.CharField(_("what it is"), max_length=8, choices=PartyKind)
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    country = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="+", verbose_name=_("country"))
    reasons = models.TextField(_("reasons"))
    state = models.CharField(_("state"), max_length=10, choices=Asked, default=Asked.ASKED)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked by"))
    asked_at = models.DateTimeField(_("asked"), default=timezone.now, editable=False)
    answer = models.TextField(_("reasons of the decision"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(pgettext_lazy("time of a decision of staff", "decided"), null=True, blank=True)

    class Meta(Part.Meta):
        default_permissions = ("view",)
        verbose_name = _("request to join a party")
        verbose_name_plural = _("requests to join a party")
        constraints = [
            *Part.Meta.constraints,
            models.CheckConstraint(
                name="arbitration_joinder_decision_is_whole",
                condition=Q(state=Asked.ASKED, decided_by=None, decided_at=None)
                | ~Q(state=Asked.ASKED) & Q(decided_by__isnull=False, decided_at__isnull=False),
                violation_error_message=_("What was decided has the day and who decided it."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        """Whether staff have still to decide on it."""
        return self.state == Asked.ASKED

    @property
    def mark(self) -> str:
        """How its state is marked."""
        return {Asked.GRANTED: "done", Asked.REFUSED: "refused"}.get(Asked(self.state), "waiting")
