"""The case itself: who decided what, when, between whom, and what it means."""

from typing import Any, Final

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.cases.kinds import CourtLevel
from legal.laws.kinds import TextStatus
from portal.history import tracked
from portal.languages import LANGUAGES
from portal.reference.models import Jurisdiction, Topic

# What an editor tells of a case, in the order in which it is read.
PARTS: Final = ("facts", "issue", "holding", "significance")


def has_words(column: str) -> Q:
    """Whether a column is neither empty nor null: of null, a check in the database would not know."""
    return Q(**{f"{column}__isnull": False}) & ~Q(**{column: ""})


class CaseQuerySet(models.QuerySet["Case"]):
    def with_reference(self) -> "CaseQuerySet":
        """With what a page shows of their jurisdictions and topics."""
        return self.select_related("jurisdiction").prefetch_related("topics")


@tracked(exclude=["changed_at", "number_key"])
class Case(models.Model):
    """A decision of a court or tribunal, known by one slug in its jurisdiction for good.

    `facts`, `issue`, `holding` and `significance` are told in three languages, and `status` says what that telling is
    worth; the words of the decision itself are its texts. `record` is what it is called where it is imported from, and
    `collection` the collection whose lines they are, "" for a file of its own.
    """

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="cases", verbose_name=_("jurisdiction"))
    slug = models.SlugField(_("slug"), max_length=120)
    record = models.CharField(_("name of its record"), max_length=200, blank=True)
    collection = models.CharField(_("collection it is from"), max_length=200, blank=True)
    court = models.CharField(_("court"), max_length=300, blank=True)
    court_level = models.CharField(_("level of the court"), max_length=20, choices=CourtLevel, blank=True)
    number = models.CharField(_("docket number"), max_length=200, blank=True)
    number_key = models.CharField(_("how docket numbers are compared"), max_length=200, blank=True, editable=False)
    decided = models.DateField(_("decided"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=500)
    parties = models.TextField(_("parties"), blank=True)
    facts = models.TextField(_("facts"), blank=True)
    issue = models.TextField(_("issue"), blank=True)
    holding = models.TextField(_("holding"), blank=True)
    significance = models.TextField(_("significance"), blank=True)
    status = models.CharField(_("what its telling is worth"), max_length=11, choices=TextStatus)
    original_language = models.CharField(_("language of the original"), max_length=12, default="zh")
    languages = ArrayField(
        models.CharField(max_length=12), verbose_name=_("languages it has words in"), default=list, editable=False
    )
    topics = models.ManyToManyField(Topic, related_name="cases", blank=True, verbose_name=_("topics"))
    source = models.CharField(_("where it was published"), max_length=500, blank=True)
    created_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        permissions = [("translate_case", _("Can translate what is told of cases"))]
        ordering = [F("decided").desc(nulls_last=True), "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "slug"],
                name="cases_case_slug_unique_in_jurisdiction",
                violation_error_message=_("This jurisdiction already has a case with this slug."),
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "record"],
                condition=~Q(record=""),
                name="cases_case_record_unique_in_jurisdiction",
                violation_error_message=_("This jurisdiction already has a case from this record."),
            ),
            models.CheckConstraint(
                name="cases_case_has_a_title",
                condition=has_words("title_zh_hans") | has_words("title_en") | has_words("title_ru"),
                violation_error_message=_("A case needs a title in one language at least."),
            ),
        ]
        indexes = [
            # The directory shows the newest decisions first, or what changed last; the feed what was added last.
            models.Index(F("decided").desc(nulls_last=True), F("id").desc(), name="cases_case_newest"),
            models.Index(fields=["-changed_at", "-id"], name="cases_case_changed"),
            models.Index(fields=["-created_at", "-id"], name="cases_case_added"),
            # The directory counts all of them by these, without reading their words.
            models.Index(fields=["jurisdiction", "court_level", "decided", "id"], name="cases_case_counted"),
            # A query may name a case by its docket number.
            models.Index(fields=["number_key"], condition=~Q(number_key=""), name="cases_case_number"),
        ]

    def __str__(self) -> str:
        return self.title or self.slug

    def get_absolute_url(self) -> str:
        return reverse("cases:case", args=[self.jurisdiction.code, self.slug])

    @property
    def is_told(self) -> bool:
        """Whether an editor has told it in any language."""
        return any(self.told_in(language.column) for language in LANGUAGES)

    def told_in(self, column: str) -> dict[str, str]:
        """The parts that are told in a language, by name."""
        told = {part: getattr(self, f"{part}_{column}") or "" for part in PARTS}
        return {part: words for part, words in told.items() if words}


# A table that Django makes, here so that its changes are recorded.
TopicsOfCases: Any = Case.topics.through


@tracked(part_of="case")
class TopicOfCase(TopicsOfCases):  # type: ignore[misc]  # a class made at run time
    """That a case stands under a topic."""

    class Meta:
        proxy = True
        app_label = "cases"
        default_permissions = ()
        verbose_name = _("topic of a case")
        verbose_name_plural = _("topics of cases")
