"""The fee notice: what somebody owes in a matter, for what, to which account, and how much of it is settled."""

from decimal import Decimal
from typing import Any, ClassVar, Final

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.fees import currencies
from legal.fees.models.payee import Payee
from legal.fees.states import MARKS, NOTICE, State
from legal.matters.kinds import Side
from legal.matters.models import Matter, Party
from portal.accounts.models import User
from portal.files.models import File
from portal.history import tracked
from portal.workflow.machine import Machine
from portal.workflow.models import Moving

ISSUER: Final = "fees.issue_feenotice"
RELIEVER: Final = "fees.relieve_feenotice"
CASHIER: Final = "fees.confirm_feenotice"
NOTHING: Final = Decimal("0.00")
# What is kept of what was received, and what is due: written once for the database.
HELD: Final = F("received") - F("refunded")
DUE: Final = F("total") - F("waived")


def amount(words: Any, **named: Any) -> "models.DecimalField[Any, Decimal]":
    """An amount: two places, never a float."""
    return models.DecimalField(words, max_digits=16, decimal_places=2, **named)


class FeeNoticeQuerySet(models.QuerySet["FeeNotice"]):
    def shown_to(self, side: str) -> "FeeNoticeQuerySet":
        """Those a side owes: no other side sees them."""
        return self.filter(side=side)

    def visible_to(self, user: User | AnonymousUser) -> "FeeNoticeQuerySet":
        """Those whose papers a person may read: members of the enterprise that owes, cashiers, officers."""
        if not user.is_authenticated:
            return self.none()
        if user.has_perm(CASHIER):
            return self.all()
        members = Q(side=Side.APPLICANT, matter__in=Matter.objects.visible_to(user))
        return self.filter(members | Q(matter__in=Matter.objects.opened_to(user)))

    def worked_on_by(self, user: User | AnonymousUser) -> "FeeNoticeQuerySet":
        """Those staff see in the console: officers those of matters opened to them, cashiers and auditors all."""
        if user.has_perm(ISSUER) and not user.has_perm(CASHIER):
            return self.filter(matter__in=Matter.objects.opened_to(user))
        return self.all() if user.has_perm("fees.view_feenotice") else self.none()

    def without_paper(self) -> "FeeNoticeQuerySet":
        """Those whose PDF has still to be made."""
        return self.filter(sha256="", emptied_at=None)


@tracked(exclude=["account", "basis"], secret=["reason"])
class FeeNotice(Moving):
    """One notice; `received`, `refunded` and `waived` are sums of its parts, and its state is what they say.

    `position` is its place among those of the matter, by which it is addressed. `account` is the payee as it stood
    when the notice was issued; `basis` the estimate it rests on, with source and date, or nothing.
    """

    machine: ClassVar[Machine] = NOTICE

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="fee_notices", verbose_name=_("matter"))
    position = models.PositiveSmallIntegerField(_("position"))
    side = models.CharField(_("side"), max_length=12, choices=Side)
    party = models.ForeignKey(
        Party, models.SET_NULL, null=True, blank=True, related_name="fee_notices", verbose_name=_("who owes it")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    serial = models.PositiveIntegerField(_("number within the year"))
    number = models.CharField(_("number"), max_length=20, unique=True)
    currency = models.CharField(_("currency"), max_length=3, choices=currencies.CHOICES)
    total = amount(_("sum"))
    waived = amount(_("waived"), default=NOTHING)
    received = amount(_("received"), default=NOTHING)
    refunded = amount(_("given back"), default=NOTHING)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    payee = models.ForeignKey(Payee, models.PROTECT, related_name="notices", verbose_name=_("account for fees"))
    account = models.JSONField(_("account as it stood"))
    basis = models.JSONField(_("estimate it rests on"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.ISSUED)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=pgettext_lazy("a fee notice", "issued by"),
    )
    issued_at = models.DateTimeField(pgettext_lazy("a fee notice", "issued"), default=timezone.now)
    reason = models.CharField(_("why it was cancelled"), max_length=500, blank=True)
    file = models.OneToOneField(File, models.PROTECT, null=True, related_name="+", verbose_name=_("paper"))
    # Kept when the paper is gone: who still has it can show that it is the one.
    sha256 = models.CharField(_("SHA-256 of the paper"), max_length=64, blank=True)
    emptied_at = models.DateTimeField(_("names and papers removed"), null=True)

    objects = FeeNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("fee notice")
        verbose_name_plural = _("fee notices")
        default_permissions = ("view",)
        permissions = [
            ("issue_feenotice", _("Can issue fee notices of matters they handle")),
            ("relieve_feenotice", _("Can propose waivers and refunds")),
            ("confirm_feenotice", _("Can confirm payments, and approve and transfer what is waived or given back")),
        ]
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "serial"],
                name="fees_notice_numbered_once",
                violation_error_message=_("Another fee notice has this number."),
            ),
            models.UniqueConstraint(
                fields=["matter", "position"],
                name="fees_notice_one_a_place",
                violation_error_message=_("Another fee notice of this matter stands in this place."),
            ),
            models.CheckConstraint(
                name="fees_notice_sums_in_bounds",
                condition=Q(total__gt=0, received__gte=0, refunded__gte=0, refunded__lte=F("received"))
                & Q(waived__gte=0, waived__lte=F("total")),
                violation_error_message=_("No more is waived than is asked for, and no more given back than received."),
            ),
            models.CheckConstraint(
                name="fees_notice_gives_back_what_is_beyond",
                condition=Q(refunded=0) | Q(state=State.CANCELLED) | Q(received__gte=DUE + F("refunded")),
                violation_error_message=_("What is due is not given back: it has to be waived first."),
            ),
            models.CheckConstraint(
                name="fees_notice_state_is_what_the_sums_say",
                condition=Q(state=State.CANCELLED)
                | Q(state=State.ISSUED, received=F("refunded"), waived__lt=F("total"))
                | Q(state=State.PART_PAID, received__gt=F("refunded"), received__lt=DUE + F("refunded"))
                | Q(state=State.PAID, waived__lt=F("total"), received=DUE + F("refunded"))
                | Q(state=State.WAIVED, waived=F("total"), received=F("refunded"))
                | Q(state=State.OVERPAID, received__gt=DUE + F("refunded")),
                violation_error_message=_("The state of a fee notice is what its sums say."),
            ),
        ]
        indexes = [
            # those whose paper has still to be made
            models.Index(fields=["id"], name="fees_without_paper", condition=Q(sha256="", emptied_at=None)),
            # the console's list
            models.Index(fields=["-issued_at", "-id"], name="fees_newest"),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("fees:notice", kwargs=self.matter.place | {"position": self.position})

    @property
    def due(self) -> Decimal:
        """What is to be paid in all, after what was waived."""
        return NOTHING if self.state == State.CANCELLED else self.total - self.waived

    @property
    def held(self) -> Decimal:
        """What was received and not given back."""
        return self.received - self.refunded

    @property
    def open(self) -> Decimal:
        """What is to be paid still."""
        return max(self.due - self.held, NOTHING)

    @property
    def excess(self) -> Decimal:
        """What is held beyond what is due, and can be given back."""
        return max(self.held - self.due, NOTHING)

    @property
    def mark(self) -> str:
        """How its state is marked."""
        return MARKS[State(self.state)]

    @property
    def payer(self) -> str:
        """Who owes it by name; only the side is known where no party is named, or no more."""
        return str(self.party) if self.party else str(self.get_side_display())
