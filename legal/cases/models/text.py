"""The words of a decision, in each language they are held in."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from legal.cases.models.case import Case
from legal.laws.kinds import TextStatus


class CaseText(models.Model):
    """The words of a decision in one language, with what they are worth; a line beginning with `## ` is a heading.

    `wording` is the hash of the words; `based_on` is the original's hash that a translation translates.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="texts", verbose_name=_("case"))
    language = models.CharField(_("language"), max_length=12)
    body = models.TextField(_("body"))
    status = models.CharField(_("status"), max_length=11, choices=TextStatus)
    source = models.CharField(_("source"), max_length=500, blank=True)
    wording = models.CharField(_("hash of the wording"), max_length=32, editable=False)
    based_on = models.CharField(_("hash of the original it translates"), max_length=32, blank=True, editable=False)

    class Meta:
        verbose_name = _("text of a case")
        verbose_name_plural = _("texts of cases")
        ordering = ["case", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "language"],
                name="cases_text_once_per_language",
                violation_error_message=_("This case already has a text in this language."),
            ),
            models.CheckConstraint(
                name="cases_text_has_words",
                condition=~Q(body=""),
                violation_error_message=_("A text of a case has words."),
            ),
            models.CheckConstraint(
                name="cases_text_digest_never_goes_stale",
                condition=~Q(status=TextStatus.DIGEST) | Q(based_on=""),
                violation_error_message=_("A digest is not the translation of one wording."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} ({self.language})"

    def is_stale_beside(self, original: "CaseText | None") -> bool:
        """Whether it translates other words than the original has by now."""
        if not self.based_on or original is None or original.status == TextStatus.DIGEST:
            return False
        return original.wording != self.based_on
