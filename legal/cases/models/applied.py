"""The provisions a case applies, and where its words name them."""

from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from legal.cases.models.case import Case
from legal.cases.models.text import CaseText
from legal.laws.models import Edition, Law


class CaseProvisionQuerySet(models.QuerySet["CaseProvision"]):
    def of_place(self, law: Law, path: str) -> "CaseProvisionQuerySet":
        """Applications of one place of a law, whatever its edition."""
        return self.filter(law=law, path=path)

    def counted(self, law: Law) -> dict[str, int]:
        """How many cases apply each place of a law, by path; a case counts once."""
        rows = self.filter(law=law).exclude(path="").order_by().values_list("path").annotate(number=Count("case"))
        return dict(rows)


class CaseProvision(models.Model):
    """A law, and where one is named an article of it, that a case applies.

    `edition` is the one in force on the day of decision; null where that day or such an edition is not known. A law
    that is not held keeps its printed name, and gets its link when it comes. `stated` says that the record of the case
    names it; else it was found in the text.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="applied", verbose_name=_("case"))
    law = models.ForeignKey(
        Law, models.SET_NULL, null=True, blank=True, related_name="applied_by", verbose_name=_("applied law")
    )
    edition = models.ForeignKey(
        Edition,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="applied_by",
        verbose_name=_("edition of the day of decision"),
    )
    path = models.CharField(_("applied place"), max_length=250, blank=True)
    name = models.CharField(_("name as printed"), max_length=500)
    key = models.CharField(_("how names are compared"), max_length=500, blank=True, editable=False)
    stated = models.BooleanField(_("named by the record"), default=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = CaseProvisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("applied provision")
        verbose_name_plural = _("applied provisions")
        ordering = ["case", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "law", "path"],
                condition=Q(law__isnull=False),
                name="cases_applied_once",
                violation_error_message=_("This case applies this provision already."),
            ),
            models.UniqueConstraint(
                fields=["case", "name", "path"],
                condition=Q(law=None),
                name="cases_applied_once_by_name",
                violation_error_message=_("This case applies this provision already."),
            ),
            models.CheckConstraint(
                name="cases_applied_edition_is_of_a_law",
                condition=Q(edition=None) | Q(law__isnull=False),
                violation_error_message=_("An edition is the edition of a law that is held."),
            ),
            models.CheckConstraint(
                name="cases_applied_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("An applied law has a name."),
            ),
        ]
        indexes = [
            # Which cases apply this article, and how many apply each of a law?
            models.Index(fields=["law", "path", "case"], name="cases_applied_place"),
            # How many cases apply each law, one that applies several of its articles counted once?
            models.Index(fields=["law", "case"], name="cases_applied_law"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.path}".strip()


class CaseMention(models.Model):
    """Where the text of a case names a provision it applies: `start` and `end` count characters of the body."""

    text = models.ForeignKey(CaseText, models.CASCADE, related_name="mentions", verbose_name=_("text"))
    applied = models.ForeignKey(
        CaseProvision, models.CASCADE, related_name="mentions", verbose_name=_("applied provision")
    )
    start = models.PositiveIntegerField(_("first character"))
    end = models.PositiveIntegerField(_("character after the last"))

    class Meta:
        verbose_name = _("mention of a provision")
        verbose_name_plural = _("mentions of provisions")
        ordering = ["text", "start"]
        constraints = [
            models.CheckConstraint(
                name="cases_mention_span_has_length",
                condition=Q(end__gt=F("start")),
                violation_error_message=_("A mention has a beginning before its end."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.start}–{self.end}"
