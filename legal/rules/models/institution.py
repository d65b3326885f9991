"""An institution that sets figures, and the names it is or was known by."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.rules.kinds import InstitutionKind
from portal.history import tracked
from portal.languages import LANGUAGES
from portal.reference.models import Jurisdiction


@tracked()
class Institution(models.Model):
    """Who arbitrates, mediates, notarizes or appraises; a branch names its `parent`.

    `jurisdiction` is where it sits; none is a body of no single country.
    """

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    kind = models.CharField(pgettext_lazy("institution", "kind"), max_length=12, choices=InstitutionKind)
    jurisdiction = models.ForeignKey(
        Jurisdiction, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("jurisdiction")
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="branches",
        verbose_name=pgettext_lazy("institution", "branch of"),
    )
    name = models.CharField(_("name"), max_length=200)
    russian_unofficial = models.BooleanField(
        _("the Russian name is a translation of ours"),
        default=False,
        help_text=_("The institution has no Russian name of its own that we know of."),
    )
    rulebook = models.CharField(
        _("its rules now in force"), max_length=200, blank=True, help_text=_("As the edition is called.")
    )
    rulebook_since = models.DateField(_("its rules are in force since"), null=True, blank=True)
    takes_filings = models.BooleanField(
        _("takes filings"),
        default=False,
        help_text=_("Requests are filed with it through the portal."),
    )
    website = models.URLField(_("website"), max_length=300, blank=True)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    checked_on = models.DateField(_("date checked"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=1000)

    class Meta:
        verbose_name = pgettext_lazy("a body", "institution")
        verbose_name_plural = pgettext_lazy("bodies", "institutions")
        permissions = [("translate_institution", _("Can translate names of institutions"))]
        ordering = ["position", "slug"]
        constraints = [
            models.CheckConstraint(
                name="rules_institution_no_branch_of_itself",
                condition=~Q(parent=models.F("pk")),
                violation_error_message=_("An institution is no branch of itself."),
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked(part_of="institution")
class InstitutionName(models.Model):
    """A name of an institution in one language, as its source has it: clauses in old contracts name former ones."""

    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="names", verbose_name=pgettext_lazy("a body", "institution")
    )
    language = models.CharField(
        _("language"), max_length=8, choices=[(language.text, language.name) for language in LANGUAGES]
    )
    name = models.CharField(_("name"), max_length=200)
    former = models.BooleanField(_("former name"), default=False)
    source_url = models.URLField(_("address of the source"), max_length=500)

    class Meta:
        verbose_name = _("name of an institution")
        verbose_name_plural = _("names of institutions")
        ordering = ["former", "language", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "language", "name"],
                name="rules_institutionname_once",
                violation_error_message=_("The institution has this name already."),
            )
        ]

    def __str__(self) -> str:
        return self.name
