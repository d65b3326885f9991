"""What the keeper of a profile wants it to say, until a moderator has decided it."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.lawyers.models.firm import Firm
from legal.lawyers.models.lawyer import Lawyer
from legal.lawyers.states import OPEN_REVISIONS, REVISION, RevisionState
from portal.history import tracked
from portal.workflow.machine import Machine
from portal.workflow.models import Moving


class RevisionQuerySet(models.QuerySet["Revision"]):
    def open(self) -> "RevisionQuerySet":
        """Those that can still come to something: one a profile at most."""
        return self.filter(state__in=OPEN_REVISIONS)

    def waiting(self) -> "RevisionQuerySet":
        """Those a moderator has to decide, the longest waiting first."""
        return self.filter(state=RevisionState.SUBMITTED).order_by("submitted_at", "pk")

    def handed_in(self) -> "RevisionQuerySet":
        """Those moderators may look at: what is being written, or was given up, is the affair of those who write it."""
        return self.exclude(state__in=[RevisionState.DRAFT, RevisionState.WITHDRAWN])

    def with_subject(self) -> "RevisionQuerySet":
        """With the lawyer or the firm, and where its licence was issued."""
        return self.select_related("lawyer__jurisdiction", "firm__jurisdiction")

    def of_keeper(self, user: AbstractBaseUser) -> "RevisionQuerySet":
        """Those of a person's own profile, and of firms they speak for."""
        spoken_for = Firm.objects.administered_by(user).values("pk")
        return self.filter(Q(lawyer__user_id=user.pk) | Q(firm__in=spoken_for))


@tracked()
class Revision(Moving):
    """A profile of a lawyer or a firm as its keeper wants it: `facts`, as `legal.lawyers.facts` reads and writes them.

    Readers see nothing of it before it is accepted; `published` then keeps what stood there before. While its keeper
    rewrites one that was returned, `returned` keeps what was handed in: moderators see that, and not what is written.
    """

    machine: ClassVar[Machine] = REVISION

    lawyer = models.ForeignKey(Lawyer, models.CASCADE, null=True, related_name="revisions", verbose_name=_("lawyer"))
    firm = models.ForeignKey(Firm, models.CASCADE, null=True, related_name="revisions", verbose_name=_("law firm"))
    facts = models.JSONField(_("facts"), default=dict)
    published = models.JSONField(_("what stood there before"), default=dict)
    returned = models.JSONField(_("what was returned"), default=dict)
    state = models.CharField(
        _("state"), max_length=12, choices=RevisionState, default=RevisionState.DRAFT, editable=False
    )
    remark = models.TextField(_("remark of the moderator"), blank=True)
    begun_at = models.DateTimeField(_("begun"), default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(_("submitted"), null=True, editable=False)
    decided_at = models.DateTimeField(
        pgettext_lazy("time of a decision of staff", "decided"), null=True, editable=False
    )

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision of a profile")
        verbose_name_plural = _("revisions of profiles")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="lawyers_revision_is_of_one",
                condition=Q(lawyer__isnull=False, firm=None) | Q(lawyer=None, firm__isnull=False),
                violation_error_message=_("A revision is of a lawyer or of a firm."),
            ),
            models.CheckConstraint(
                name="lawyers_revision_submitted_has_its_day",
                condition=~Q(state=RevisionState.SUBMITTED) | Q(submitted_at__isnull=False),
                violation_error_message=_("What was submitted has the day it was submitted on."),
            ),
            models.UniqueConstraint(
                fields=["lawyer"],
                condition=Q(state__in=OPEN_REVISIONS),
                name="lawyers_revision_of_lawyer_once",
                violation_error_message=_("Changes of this profile are under way already."),
            ),
            models.UniqueConstraint(
                fields=["firm"],
                condition=Q(state__in=OPEN_REVISIONS),
                name="lawyers_revision_of_firm_once",
                violation_error_message=_("Changes of this firm are under way already."),
            ),
        ]
        # The moderators' queue.
        indexes = [
            models.Index(
                fields=["submitted_at", "id"],
                name="lawyers_revisions_waiting",
                condition=Q(state=RevisionState.SUBMITTED),
            )
        ]

    def __str__(self) -> str:
        return str(self.subject)

    @property
    def subject(self) -> Any:
        """The lawyer or the firm it is of."""
        return self.lawyer or self.firm

    @property
    def handed_in(self) -> dict[str, Any]:
        """What moderators see of it: what was handed in last."""
        rewritten: dict[str, Any] = self.returned if self.state == RevisionState.RETURNED else {}
        return rewritten or self.facts

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_REVISIONS

    @property
    def is_editable(self) -> bool:
        return self.state in {RevisionState.DRAFT, RevisionState.RETURNED}
