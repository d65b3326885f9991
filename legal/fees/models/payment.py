"""What a payer hands in as proof of a transfer, and what the cashier confirms as received."""

from typing import ClassVar, Final

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.fees.currencies import CHOICES
from legal.fees.models.notice import FeeNotice, amount
from legal.fees.states import PROOF, ProofState
from portal.accounts.models import User
from portal.files.models import File
from portal.history import tracked
from portal.workflow.machine import Machine
from portal.workflow.models import Moving

LONGEST_REFERENCE: Final = 100
LONGEST_REASON: Final = 500


class ProofQuerySet(models.QuerySet["Proof"]):
    def visible_to(self, user: User | AnonymousUser) -> "ProofQuerySet":
        """Those of notices a person may read the papers of."""
        return self.filter(notice__in=FeeNotice.objects.visible_to(user))

    def waiting(self) -> "ProofQuerySet":
        """Those the cashier has yet to look at, the oldest first."""
        return self.filter(state=ProofState.WAITING).order_by("handed_in_at", "pk")


@tracked(part_of="notice", secret=["reference", "reason"])
class Proof(Moving):
    """A paper of a bank, and what the payer states; the cashier confirms it once, or does not accept it."""

    machine: ClassVar[Machine] = PROOF

    notice = models.ForeignKey(FeeNotice, models.PROTECT, related_name="proofs", verbose_name=_("fee notice"))
    file = models.OneToOneField(File, models.PROTECT, null=True, related_name="+", verbose_name=_("paper"))
    amount = amount(_("amount stated"))
    currency = models.CharField(_("currency"), max_length=3, choices=CHOICES)
    paid_on = models.DateField(_("paid on"))
    reference = models.CharField(_("reference of the transfer"), max_length=LONGEST_REFERENCE, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=ProofState, default=ProofState.WAITING)
    reason = models.CharField(_("why it was not accepted"), max_length=LONGEST_REASON, blank=True)
    handed_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="fee_proofs", verbose_name=_("handed in by")
    )
    handed_in_at = models.DateTimeField(_("handed in"), default=timezone.now, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(pgettext_lazy("time of a decision of staff", "decided"), null=True)

    objects = ProofQuerySet.as_manager()

    class Meta:
        verbose_name = _("proof of transfer")
        verbose_name_plural = _("proofs of transfer")
        default_permissions = ()
        ordering = ["handed_in_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="fees_proof_decided_by_somebody",
                condition=Q(state=ProofState.WAITING, decided_by=None, decided_at=None)
                | ~Q(state=ProofState.WAITING) & Q(decided_by__isnull=False, decided_at__isnull=False),
                violation_error_message=_("A proof that was decided says by whom and when."),
            ),
            models.CheckConstraint(
                name="fees_proof_amount_above_nothing",
                condition=Q(amount__gt=0),
                violation_error_message=_("An amount is above nothing."),
            ),
        ]
        indexes = [
            # the cashier's queue
            models.Index(fields=["handed_in_at", "id"], name="fees_proof_queue", condition=Q(state="waiting")),
        ]

    def __str__(self) -> str:
        return f"{self.notice} {self.paid_on}"


@tracked(part_of="notice", secret=["reference"])
class Payment(models.Model):
    """What was received, as the bank shows it: upon a proof, of which there is one confirmation, or without one."""

    notice = models.ForeignKey(FeeNotice, models.PROTECT, related_name="payments", verbose_name=_("fee notice"))
    proof = models.OneToOneField(
        Proof, models.PROTECT, null=True, blank=True, related_name="payment", verbose_name=_("proof of transfer")
    )
    amount = amount(_("amount received"))
    received_on = models.DateField(_("received on"))
    reference = models.CharField(_("reference of the bank"), max_length=LONGEST_REFERENCE, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("confirmed by")
    )
    confirmed_at = models.DateTimeField(_("confirmed"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("confirmed payment")
        verbose_name_plural = _("confirmed payments")
        default_permissions = ()
        ordering = ["confirmed_at", "pk"]
        constraints = [
            # The reference goes with the end of the term of the matter.
            models.UniqueConstraint(
                fields=["notice", "reference"],
                condition=~Q(reference=""),
                name="fees_payment_counted_once",
                violation_error_message=_("A payment with this reference is confirmed already."),
            ),
            models.CheckConstraint(
                name="fees_payment_above_nothing",
                condition=Q(amount__gt=0),
                violation_error_message=_("An amount is above nothing."),
            ),
        ]
        indexes = [
            # the list of confirmations
            models.Index(fields=["confirmed_at", "id"], name="fees_payment_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.notice} {self.received_on}"
