"""The law itself, as a work: what it is called, who made it, and how it stands."""

import datetime
from typing import TYPE_CHECKING, Final

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import NullIf
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.laws.kinds import ArticleUnit, LawKind
from legal.laws.models.edition import Edition
from portal.history import tracked
from portal.languages import LANGUAGES
from portal.reference.models import Jurisdiction, Region, Topic
from portal.reference.sorting import sort_key

LONGEST_KEY: Final = 600
# Made of the rest again at every change.
DERIVED: Final = ("changed_at", "title_key", *(f"title_key_{language.column}" for language in LANGUAGES))


class LawQuerySet(models.QuerySet["Law"]):
    def with_reference(self) -> "LawQuerySet":
        """With what a list of laws shows of their jurisdictions, regions and topics."""
        return self.select_related("jurisdiction", "region").prefetch_related("topics")


@tracked(exclude=DERIVED)
class Law(models.Model):
    """The work: a statute, code, treaty or rule, known by one slug in its jurisdiction for good."""

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="laws", verbose_name=_("jurisdiction"))
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="laws", verbose_name=_("region")
    )
    slug = models.SlugField(_("slug"), max_length=120)
    folder = models.CharField(_("folder it is kept in"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=24, choices=LawKind, default=LawKind.LAW)
    unit = models.CharField(_("unit of its articles"), max_length=8, choices=ArticleUnit, default=ArticleUnit.ARTICLE)
    number = models.CharField(_("number"), max_length=200, blank=True)
    title = models.CharField(_("title"), max_length=500)
    title_key = models.CharField(_("sorting key of the title"), max_length=LONGEST_KEY, blank=True, editable=False)
    short_title = models.CharField(_("short title"), max_length=200, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    authority = models.CharField(_("adopted by"), max_length=300, blank=True)
    adopted = models.DateField(_("adopted"), null=True, blank=True)
    in_force = models.DateField(_("first in force"), null=True, blank=True)
    repealed = models.DateField(_("repealed"), null=True, blank=True)
    original_language = models.CharField(_("language of the original"), max_length=12, default="zh")
    languages = ArrayField(
        models.CharField(max_length=12), verbose_name=_("languages it has texts in"), default=list, editable=False
    )
    topics = models.ManyToManyField(Topic, related_name="laws", blank=True, verbose_name=_("topics"))
    source = models.CharField(_("where the official text stands"), max_length=500, blank=True)
    created_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)

    objects = LawQuerySet.as_manager()

    class Meta:
        verbose_name = _("law")
        verbose_name_plural = _("laws")
        permissions = [("translate_law", _("Can translate titles and summaries of laws"))]
        ordering = ["jurisdiction", "slug"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "slug"],
                name="laws_law_slug_unique_in_jurisdiction",
                violation_error_message=_("This jurisdiction already has a law with this slug."),
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "folder"],
                condition=~Q(folder=""),
                name="laws_law_folder_unique_in_jurisdiction",
                violation_error_message=_("This jurisdiction already has a law kept in this folder."),
            ),
        ]
        indexes = [
            # The directory sorts by what changed last; feeds read the newest first.
            models.Index(fields=["-changed_at"], name="laws_law_changed"),
            models.Index(F("in_force").desc(nulls_last=True), "id", name="laws_law_newest_in_force"),
            # The directory sorts by title, each language by its own key; laws without a title in it come last.
            *(
                models.Index(
                    NullIf(f"title_key_{language.column}", Value("")), "id", name=f"laws_law_by_{language.text}"
                )
                for language in LANGUAGES
            ),
        ]

    def __str__(self) -> str:
        return self.short_title or self.title

    def get_absolute_url(self) -> str:
        return reverse("laws:law", args=[self.jurisdiction.code, self.slug])

    def own_names(self) -> list[str]:
        """The names it has by its own record: titles, then short titles, in the order of the languages."""
        fields = [f"{field}_{language.column}" for field in ("title", "short_title") for language in LANGUAGES]
        return [name for name in (getattr(self, field) for field in fields) if name]

    def key_titles(self) -> None:
        """Set the keys its titles are sorted by, one a language; nothing is saved."""
        for language in LANGUAGES:
            title = getattr(self, f"title_{language.column}") or ""
            setattr(self, f"title_key_{language.column}", sort_key(title, language.text, longest=LONGEST_KEY))

    def edition_on(self, day: datetime.date) -> "Edition | None":
        """The edition of that day: the last one begun by then; None where none had begun."""
        return self.editions.last_begun(on=day).first()

    def has_begun(self, day: datetime.date) -> bool:
        """Whether the law, in whatever wording, is known to have come into force by a day."""
        return self.in_force is not None and self.in_force <= day


# A table that Django makes, here so that its changes are recorded.
if TYPE_CHECKING:
    TopicsOfLaws = models.Model
else:
    TopicsOfLaws = Law.topics.through


@tracked(part_of="law")
class TopicOfLaw(TopicsOfLaws):
    """That a law stands under a topic."""

    class Meta:
        proxy = True
        app_label = "laws"
        default_permissions = ()
        verbose_name = _("topic of a law")
        verbose_name_plural = _("topics of laws")
