"""The words that stand at a place, in each language."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from legal.laws.kinds import TextStatus
from legal.laws.models.edition import Edition
from legal.laws.models.provision import Provision


class ProvisionText(models.Model):
    """The words of a provision in one language, with what they are worth.

    `wording` is the hash of heading and body; `based_on` is the original's hash that a translation translates;
    `carried_from` is the earlier edition it came with, where it has come along to this one.
    """

    provision = models.ForeignKey(Provision, models.CASCADE, related_name="texts", verbose_name=_("provision"))
    language = models.CharField(_("language"), max_length=12)
    label = models.CharField(_("label as printed"), max_length=200, blank=True)
    heading = models.TextField(_("heading as printed"), blank=True)
    body = models.TextField(_("body"), blank=True)
    status = models.CharField(_("status"), max_length=11, choices=TextStatus)
    source = models.CharField(_("source"), max_length=500, blank=True)
    wording = models.CharField(_("hash of the wording"), max_length=32, editable=False)
    based_on = models.CharField(_("hash of the original it translates"), max_length=32, blank=True, editable=False)
    carried_from = models.ForeignKey(
        Edition,
        models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        db_index=False,
        related_name="carried_texts",
        verbose_name=_("edition it came along from"),
    )

    class Meta:
        verbose_name = _("text of a provision")
        verbose_name_plural = _("texts of provisions")
        ordering = ["provision", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["provision", "language"],
                name="laws_text_once_per_language",
                violation_error_message=_("This provision already has a text in this language."),
            ),
            models.CheckConstraint(
                name="laws_text_digest_never_goes_stale",
                condition=~Q(status=TextStatus.DIGEST) | Q(based_on=""),
                violation_error_message=_("A digest is not the translation of one wording."),
            ),
        ]
        indexes = [
            # Which texts came along from this edition? Few texts do.
            models.Index(fields=["carried_from"], condition=~Q(carried_from=None), name="laws_text_carried"),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.heading}".strip()

    def is_stale_beside(self, original: "ProvisionText | None") -> bool:
        """Whether it translates another wording than the original's, which stands in the same place."""
        return bool(self.based_on and original and not original.is_digest and original.wording != self.based_on)

    @property
    def is_digest(self) -> bool:
        """Whether it only tells what the law says."""
        return self.status == TextStatus.DIGEST
