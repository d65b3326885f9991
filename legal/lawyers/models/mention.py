"""The cases and provisions a lawyer names as their own work, shown once a moderator has accepted each."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.cases.models import Case
from legal.laws.models import Law
from legal.lawyers.models.lawyer import Lawyer
from legal.lawyers.states import State
from portal.history import tracked


class MentionQuerySet(models.QuerySet["Mention"]):
    def accepted(self) -> "MentionQuerySet":
        """Those readers are shown."""
        return self.filter(accepted_at__isnull=False)

    def waiting(self) -> "MentionQuerySet":
        """Those nobody has decided yet, the longest waiting first."""
        return self.filter(accepted_at=None, refused_at=None).order_by("named_at", "pk")

    def of_shown(self) -> "MentionQuerySet":
        """Those of profiles readers are shown: those of others wait for their profile."""
        return self.filter(lawyer__state=State.PUBLISHED)

    def with_named(self) -> "MentionQuerySet":
        """With the case or the law each names, for a page that links them."""
        return self.select_related("case__jurisdiction", "law__jurisdiction")


@tracked(part_of="lawyer")
class Mention(models.Model):
    """A case that a lawyer names, or a law and where one is named an article of it by `path`: one of the two."""

    lawyer = models.ForeignKey(Lawyer, models.CASCADE, related_name="mentions", verbose_name=_("lawyer"))
    case = models.ForeignKey(
        Case, models.CASCADE, null=True, blank=True, related_name="named_by", verbose_name=_("case")
    )
    law = models.ForeignKey(Law, models.CASCADE, null=True, blank=True, related_name="named_by", verbose_name=_("law"))
    path = models.CharField(_("place in the law"), max_length=250, blank=True)
    named_at = models.DateTimeField(_("named"), default=timezone.now, editable=False)
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True, editable=False)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("accepted by"),
    )
    # One that was refused stays, with the reason: it is not named again.
    refused_at = models.DateTimeField(_("refused"), null=True, blank=True, editable=False)
    refusal = models.CharField(_("why it was refused"), max_length=1000, blank=True, editable=False)

    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("case or provision a lawyer names")
        verbose_name_plural = _("cases and provisions lawyers name")
        ordering = ["lawyer", "pk"]
        constraints = [
            models.CheckConstraint(
                name="lawyers_mention_names_one_thing",
                condition=Q(case__isnull=False, law=None, path="") | Q(case=None, law__isnull=False),
                violation_error_message=_("A lawyer names a case or a place in a law, one of the two."),
            ),
            models.CheckConstraint(
                name="lawyers_mention_acceptance_is_whole",
                condition=Q(accepted_at=None, accepted_by=None)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
                violation_error_message=_("What was accepted has the day and who accepted it."),
            ),
            models.CheckConstraint(
                name="lawyers_mention_refusal_is_whole",
                condition=Q(refused_at=None, refusal="")
                | Q(refused_at__isnull=False, refusal__gt="", accepted_at=None),
                violation_error_message=_("What was refused has the day and the reason, and was not accepted."),
            ),
            models.UniqueConstraint(
                fields=["lawyer", "case"],
                condition=Q(case__isnull=False),
                name="lawyers_mention_case_once",
                violation_error_message=_("This case is named already."),
            ),
            models.UniqueConstraint(
                fields=["lawyer", "law", "path"],
                condition=Q(law__isnull=False),
                name="lawyers_mention_place_once",
                violation_error_message=_("This place of the law is named already."),
            ),
        ]
        # Which lawyers name this article?
        indexes = [
            models.Index(fields=["law", "path"], name="lawyers_mention_place"),
            # The moderators' queue.
            models.Index(
                fields=["named_at", "id"],
                name="lawyers_mentions_waiting",
                condition=Q(accepted_at=None, refused_at=None),
            ),
        ]

    def __str__(self) -> str:
        return str(self.case) if self.case else f"{self.law} {self.path}".strip()

    def get_absolute_url(self) -> str:
        if self.law is None:
            return str(self.case.get_absolute_url()) if self.case else ""
        where = [self.law.jurisdiction.code, self.law.slug]
        return reverse("laws:article", args=[*where, self.path]) if self.path else self.law.get_absolute_url()
