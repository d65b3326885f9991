"""What is waived of a fee, or given back of what was received: one proposes, another approves."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.fees.models.notice import FeeNotice, amount
from legal.fees.models.payment import LONGEST_REASON, LONGEST_REFERENCE
from legal.fees.states import RELIEF, ReliefState
from portal.history import tracked
from portal.workflow.machine import Machine
from portal.workflow.models import Moving


class ReliefKind(models.TextChoices):
    WAIVER = "waiver", pgettext_lazy("relief from a fee", "Waiver")
    REFUND = "refund", pgettext_lazy("relief from a fee", "Refund")


class ReliefQuerySet(models.QuerySet["Relief"]):
    def waivers(self) -> "ReliefQuerySet":
        """What counts as waived."""
        return self.filter(kind=ReliefKind.WAIVER, state=ReliefState.APPROVED)

    def refunds(self) -> "ReliefQuerySet":
        """What was given back."""
        return self.filter(kind=ReliefKind.REFUND, state=ReliefState.EXECUTED)

    def under_way(self) -> "ReliefQuerySet":
        """What somebody has to approve, or to transfer, the oldest first."""
        approved = Q(kind=ReliefKind.REFUND, state=ReliefState.APPROVED)
        return self.filter(approved | Q(state=ReliefState.PROPOSED)).order_by("proposed_at", "pk")


@tracked(part_of="notice", secret=["reason", "reference"])
class Relief(Moving):
    """A waiver counts once it is approved, a refund once it is transferred; whoever proposes cannot approve."""

    machine: ClassVar[Machine] = RELIEF

    notice = models.ForeignKey(FeeNotice, models.PROTECT, related_name="reliefs", verbose_name=_("fee notice"))
    kind = models.CharField(pgettext_lazy("waiver or refund", "what it is"), max_length=8, choices=ReliefKind)
    amount = amount(_("amount"))
    reason = models.CharField(_("reason"), max_length=LONGEST_REASON, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=ReliefState, default=ReliefState.PROPOSED)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("proposed by")
    )
    proposed_at = models.DateTimeField(_("proposed"), default=timezone.now, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(pgettext_lazy("time of a decision of staff", "decided"), null=True)
    executed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("transferred by")
    )
    executed_on = models.DateField(_("transferred on"), null=True)
    reference = models.CharField(_("reference of the bank"), max_length=LONGEST_REFERENCE, blank=True)

    objects = ReliefQuerySet.as_manager()

    class Meta:
        verbose_name = _("waiver or refund")
        verbose_name_plural = _("waivers and refunds")
        default_permissions = ()
        ordering = ["proposed_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="fees_relief_above_nothing",
                condition=Q(amount__gt=0),
                violation_error_message=_("An amount is above nothing."),
            ),
            models.CheckConstraint(
                name="fees_relief_approved_by_another",
                condition=Q(state=ReliefState.PROPOSED, decided_by=None, decided_at=None)
                | Q(state=ReliefState.REJECTED, decided_by__isnull=False, decided_at__isnull=False)
                | Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(decided_by=F("proposed_by")),
                violation_error_message=_("What one person proposes another approves."),
            ),
            models.CheckConstraint(
                name="fees_relief_only_refunds_are_transferred",
                condition=Q(state=ReliefState.EXECUTED, kind=ReliefKind.REFUND)
                & Q(executed_by__isnull=False, executed_on__isnull=False)
                | ~Q(state=ReliefState.EXECUTED) & Q(executed_by=None, executed_on=None),
                violation_error_message=_("A refund that was transferred says by whom and when."),
            ),
        ]
        indexes = [
            # what somebody has to approve or to transfer
            models.Index(
                fields=["proposed_at", "id"], name="fees_relief_queue", condition=Q(state__in=["proposed", "approved"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.notice}"

    @property
    def is_refund(self) -> bool:
        return self.kind == ReliefKind.REFUND
