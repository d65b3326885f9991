"""What a run says: what became of each law, and what is to be said of each file."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as gettext_now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.intake.models.intake import Intake, Stage
from legal.laws.importing import Outcome
from legal.laws.spoken import reader
from portal.languages import LANGUAGES


class FoundLaw(models.Model):
    """What becomes of one law in a run: its titles as they are then, and where it is held."""

    class Becomes(models.IntegerChoices):
        UNCHANGED = Outcome.UNCHANGED.value, pgettext_lazy("law in an import", "Unchanged")
        CHANGED = Outcome.CHANGED.value, pgettext_lazy("law in an import", "Changed")
        CREATED = Outcome.CREATED.value, pgettext_lazy("law in an import", "New")

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="laws", verbose_name=_("import of law"))
    stage = models.CharField(_("run"), max_length=6, choices=Stage)
    outcome = models.PositiveSmallIntegerField(_("what becomes of it"), choices=Becomes)
    # A dry run takes a jurisdiction back that it had to make for the law.
    code = models.CharField(_("jurisdiction"), max_length=16)
    slug = models.CharField(_("slug"), max_length=120)
    original_language = models.CharField(_("language of the original"), max_length=12)
    title_zh_hans = models.CharField(_("title"), max_length=500, blank=True)
    title_en = models.CharField(_("title"), max_length=500, blank=True)
    title_ru = models.CharField(_("title"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("law in an import")
        verbose_name_plural = _("laws in an import")
        default_permissions = ()
        ordering = ["-outcome", "pk"]
        # The list of one run, what is new first.
        indexes = [models.Index(fields=["intake", "stage", "-outcome", "id"], name="intake_laws_of_a_run")]

    def __str__(self) -> str:
        return next(
            (title for title in (getattr(self, f"title_{one.column}") for one in LANGUAGES) if title), self.slug
        )

    @property
    def address(self) -> str:
        """The page it is held on already; none for one that a dry run found new."""
        if self.stage == Stage.CHECK and self.outcome == self.Becomes.CREATED:
            return ""
        return reverse("laws:law", args=[self.code, self.slug])


class Finding(models.Model):
    """Something a run says of a file: why it was rejected, or what is worth knowing of it.

    `message` is the sentence as it stands in the code, so that each reader has it in their own language.
    """

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="findings", verbose_name=_("import of law"))
    stage = models.CharField(_("run"), max_length=6, choices=Stage)
    rejected = models.BooleanField(_("rejected"))
    file = models.TextField(_("file"))
    line = models.PositiveIntegerField(_("line"))
    message = models.TextField(_("sentence"))
    params = models.JSONField(_("what it is filled with"), default=dict, blank=True)

    class Meta:
        verbose_name = _("remark of an import")
        verbose_name_plural = _("remarks of an import")
        default_permissions = ()
        ordering = ["pk"]
        # The list of one run.
        indexes = [models.Index(fields=["intake", "stage", "rejected", "id"], name="intake_findings_of_a_run")]

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"

    @property
    def sentence(self) -> str:
        """The sentence in the language active now."""
        return gettext_now(self.message) % {name: _said(value) for name, value in self.params.items()}


def _said(value: dict[str, str] | str | int) -> str | int:
    """What a sentence is filled with; a name of ours is kept in each language, by its code."""
    return value[reader().code] if isinstance(value, dict) else value
