"""What the feeds tell."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.laws.models.edition import Edition
from legal.laws.models.law import Law


class Change(models.Model):
    """What became new about a law, as the feeds tell it."""

    class Kind(models.TextChoices):
        LAW_ADDED = "law-added", _("Law added")
        EDITION_ADDED = "edition-added", _("Edition added")
        TEXT_ADDED = "text-added", _("Text added")
        TEXT_CHANGED = "text-changed", _("Text changed")
        REPEALED = "repealed", _("Repealed")

    law = models.ForeignKey(Law, models.CASCADE, related_name="changes", verbose_name=_("law"))
    edition = models.ForeignKey(
        Edition, models.CASCADE, null=True, blank=True, related_name="changes", verbose_name=_("edition")
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    language = models.CharField(_("language"), max_length=12, blank=True)
    provisions = models.PositiveIntegerField(_("provisions"), default=0)
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-at", "-pk"]
        # Feeds read the newest first.
        indexes = [models.Index(fields=["-at", "-id"], name="laws_change_newest")]

    def __str__(self) -> str:
        return f"{self.law} {self.get_kind_display()}"
