"""That somebody says a profile nobody keeps is theirs, or that they speak for a firm."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.lawyers.models.firm import Firm
from legal.lawyers.models.lawyer import Lawyer
from legal.lawyers.states import CLAIM, ClaimState
from portal.history import tracked
from portal.workflow.machine import Machine
from portal.workflow.models import Moving


class ClaimQuerySet(models.QuerySet["Claim"]):
    def open(self) -> "ClaimQuerySet":
        """Those that wait for a decision, the longest waiting first."""
        return self.filter(state=ClaimState.ASKED).order_by("asked_at", "pk")

    def standing(self) -> "ClaimQuerySet":
        """Those that wait or were decided: of one that was given up nothing is left to look at."""
        return self.exclude(state=ClaimState.WITHDRAWN)

    def of(self, user: AbstractBaseUser) -> "ClaimQuerySet":
        """Those a person has made."""
        return self.filter(user_id=user.pk)

    def with_subject(self) -> "ClaimQuerySet":
        """With the lawyer or the firm, and who claims it."""
        return self.select_related("lawyer__jurisdiction", "firm__jurisdiction", "user")


@tracked()
class Claim(Moving):
    """A claim to a profile, with the paper that proves it; whoever made it gains nothing before it is accepted."""

    machine: ClassVar[Machine] = CLAIM

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="profile_claims", verbose_name=_("claimed by")
    )
    lawyer = models.ForeignKey(Lawyer, models.CASCADE, null=True, related_name="claims", verbose_name=_("lawyer"))
    firm = models.ForeignKey(Firm, models.CASCADE, null=True, related_name="claims", verbose_name=_("law firm"))
    statement = models.TextField(_("what is said for it"), max_length=2000)
    state = models.CharField(_("state"), max_length=12, choices=ClaimState, default=ClaimState.ASKED, editable=False)
    asked_at = models.DateTimeField(_("claimed"), default=timezone.now, editable=False)
    remark = models.TextField(_("remark of the moderator"), blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim to a profile")
        verbose_name_plural = _("claims to profiles")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="lawyers_claim_is_to_one",
                condition=Q(lawyer__isnull=False, firm=None) | Q(lawyer=None, firm__isnull=False),
                violation_error_message=_("A claim is to a lawyer’s profile or to a firm."),
            ),
            models.UniqueConstraint(
                fields=["user", "lawyer"],
                condition=Q(state=ClaimState.ASKED),
                name="lawyers_claim_of_lawyer_once",
                violation_error_message=_("You have claimed this profile already."),
            ),
            models.UniqueConstraint(
                fields=["user", "firm"],
                condition=Q(state=ClaimState.ASKED),
                name="lawyers_claim_of_firm_once",
                violation_error_message=_("You have claimed this firm already."),
            ),
        ]
        # The moderators' queue.
        indexes = [
            models.Index(fields=["asked_at", "id"], name="lawyers_claims_waiting", condition=Q(state=ClaimState.ASKED))
        ]

    def __str__(self) -> str:
        return str(self.subject)

    @property
    def subject(self) -> Any:
        """The lawyer or the firm that is claimed."""
        return self.lawyer or self.firm
