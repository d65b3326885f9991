"""Laws, their dated editions, the places in an edition, the words there, and what they cite."""

import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import NullIf
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.laws.kinds import ArticleUnit, ForceStatus, LawKind, ProvisionKind, TextStatus
from portal.languages import LANGUAGES
from portal.reference.models import Jurisdiction, Region, Topic


class LawQuerySet(models.QuerySet["Law"]):
    def in_force(self, *, on: datetime.date) -> "LawQuerySet":
        """Laws with an edition that has begun by that day, known to be in force or not, and not repealed by then."""
        begun = Edition.objects.begun(on=on).filter(law=models.OuterRef("pk"))
        return self.filter(Q(repealed=None) | Q(repealed__gt=on)).filter(models.Exists(begun))

    def with_reference(self) -> "LawQuerySet":
        """With what a list of laws shows of their jurisdictions, regions and topics."""
        return self.select_related("jurisdiction", "region").prefetch_related("topics")


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
    title_key = models.CharField(_("sorting key of the title"), max_length=600, blank=True, editable=False)
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
                models.Index(NullIf(f"title_key_{language.column}", Value("")), "id", name=f"laws_law_by_{language.text}")
                for language in LANGUAGES
            ),
        ]

    def __str__(self) -> str:
        return self.short_title or self.title

    def get_absolute_url(self) -> str:
        return reverse("laws:law", args=[self.jurisdiction.code, self.slug])

    def edition_on(self, day: datetime.date) -> "Edition | None":
        """The edition of that day: the last one begun by then; None where none had begun."""
        return self.editions.begun(on=day).order_by(F("day").desc(nulls_last=True), "-pk").first()

    def status_on(self, day: datetime.date) -> ForceStatus:
        """Whether the law is in force on a day, judged by its editions and its repeal alone."""
        if self.repealed and self.repealed <= day:
            return ForceStatus.REPEALED
        edition = self.edition_on(day)
        if edition is None:
            return ForceStatus.NOT_YET if self.editions.filter(day__gt=day).exists() else ForceStatus.UNKNOWN
        return ForceStatus.IN_FORCE if edition.in_force or self.has_begun(day) else ForceStatus.UNKNOWN

    def has_begun(self, day: datetime.date) -> bool:
        """Whether the law, in whatever wording, is known to have come into force by a day."""
        return self.in_force is not None and self.in_force <= day


class LawName(models.Model):
    """A name a law is recognised, searched and cited by; `key` is how names are compared."""

    law = models.ForeignKey(Law, models.CASCADE, related_name="names", verbose_name=_("law"))
    name = models.CharField(_("name"), max_length=500)
    key = models.CharField(_("how names are compared"), max_length=500, editable=False)

    class Meta:
        verbose_name = _("name of a law")
        verbose_name_plural = _("names of laws")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["law", "key"], name="laws_name_once_per_law")]
        # The import and the citations look a law up by its name.
        indexes = [models.Index(fields=["key"], name="laws_name_key")]

    def __str__(self) -> str:
        return self.name


class EditionQuerySet(models.QuerySet["Edition"]):
    def begun(self, *, on: datetime.date) -> "EditionQuerySet":
        """Editions whose day (in force, else adopted) has come; those without any day count as begun."""
        return self.filter(Q(day=None) | Q(day__lte=on))

    def of_the_day(self, *, on: datetime.date) -> "EditionQuerySet":
        """The one edition of each law that `Law.edition_on` names."""
        last = (
            Edition.objects.begun(on=on)
            .filter(law=models.OuterRef("law"))
            .order_by(F("day").desc(nulls_last=True), "-pk")
        )
        return self.filter(pk=models.Subquery(last.values("pk")[:1]))


class Edition(models.Model):
    """A dated text of a law. A day in force that is not known is null and said to be unknown, never guessed."""

    class DaySource(models.TextChoices):
        HEADER = "header", _("the header of the text")
        CLAUSE = "clause", _("the commencement clause")
        FOLDER = "folder", _("the law's record")

    law = models.ForeignKey(Law, models.CASCADE, related_name="editions", verbose_name=_("law"))
    slug = models.CharField(_("date in addresses"), max_length=16)
    adopted = models.DateField(_("adopted"), null=True, blank=True)
    in_force = models.DateField(_("in force from"), null=True, blank=True)
    in_force_source = models.CharField(_("known from"), max_length=8, choices=DaySource, blank=True)
    day = models.DateField(_("day it is ordered by"), null=True, blank=True, editable=False)
    until = models.DateField(_("in force until"), null=True, blank=True)
    amended_by = models.CharField(_("amended by"), max_length=500, blank=True)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = [F("day").asc(nulls_first=True), "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["law", "slug"],
                name="laws_edition_date_unique_in_law",
                violation_error_message=_("This law already has an edition of this date."),
            ),
            models.CheckConstraint(
                name="laws_edition_day_is_in_force_else_adopted",
                condition=Q(in_force__isnull=False, day=F("in_force"))
                | Q(in_force=None, adopted__isnull=False, day=F("adopted"))
                | Q(in_force=None, adopted=None, day=None),
                violation_error_message=_("An edition is ordered by the day it came into force, else by its adoption."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.law} {self.slug}"

    def get_absolute_url(self) -> str:
        return reverse("laws:edition", args=[self.law.jurisdiction.code, self.law.slug, self.slug])


class Provision(models.Model):
    """One place in an edition; its words are its texts, one a language."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="provisions", verbose_name=_("edition"))
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="children", verbose_name=_("parent")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=ProvisionKind)
    number = models.CharField(_("number"), max_length=40, blank=True)
    path = models.CharField(_("place in addresses"), max_length=250)
    position = models.PositiveIntegerField(_("position"))
    depth = models.PositiveSmallIntegerField(_("depth"), default=0)
    repeated = models.BooleanField(_("repeats a number of its container"), default=False)

    class Meta:
        verbose_name = _("provision")
        verbose_name_plural = _("provisions")
        ordering = ["edition", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "path"],
                name="laws_provision_path_unique_in_edition",
                violation_error_message=_("This edition already has a provision at this place."),
            ),
            # Also the order in which a law is read.
            models.UniqueConstraint(
                fields=["edition", "position"],
                name="laws_provision_position_unique_in_edition",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return self.path

    def get_absolute_url(self) -> str:
        law = self.edition.law
        return reverse("laws:provision", args=[law.jurisdiction.code, law.slug, self.edition.slug, self.path])


class ProvisionTextQuerySet(models.QuerySet["ProvisionText"]):
    def with_staleness(self) -> "ProvisionTextQuerySet":
        """With `stale`: whether the text translates an earlier wording of the original than stands beside it."""
        other_wording = (
            ProvisionText.objects.filter(
                provision=models.OuterRef("provision"),
                language=models.OuterRef("provision__edition__law__original_language"),
            )
            .exclude(status=TextStatus.DIGEST)
            .exclude(wording=models.OuterRef("based_on"))
        )
        return self.annotate(stale=models.Exists(other_wording) & ~Q(based_on=""))


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

    objects = ProvisionTextQuerySet.as_manager()

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

    def translated_original(self) -> "ProvisionText | None":
        """The original's text of the edition it came along from, which it translates; None where it is not held."""
        law = self.provision.edition.law
        return ProvisionText.objects.filter(
            provision__edition=self.carried_from, language=law.original_language, wording=self.based_on
        ).first()


class Citation(models.Model):
    """A reference from one provision's text to a law and, where it names one, to an article of it.

    `start` and `end` count characters of the body. A law that is not held keeps its printed name and no link.
    """

    provision = models.ForeignKey(
        Provision, models.CASCADE, related_name="citations", verbose_name=_("citing provision")
    )
    language = models.CharField(_("language"), max_length=12)
    start = models.PositiveIntegerField(_("first character"))
    end = models.PositiveIntegerField(_("character after the last"))
    law = models.ForeignKey(
        Law, models.SET_NULL, null=True, blank=True, related_name="citations", verbose_name=_("cited law")
    )
    name = models.CharField(_("name as printed"), max_length=500, blank=True)
    key = models.CharField(_("how names are compared"), max_length=500, blank=True, editable=False)
    path = models.CharField(_("cited place"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["provision", "language", "start"]
        constraints = [
            models.CheckConstraint(name="laws_citation_span_has_length", condition=Q(end__gt=F("start"))),
        ]
        indexes = [
            # What cites this article?
            models.Index(fields=["law", "path"], name="laws_citation_cited"),
            # Which citations wait for a law of this name?
            models.Index(fields=["key"], condition=Q(law=None), name="laws_citation_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.path}".strip()


class CitedPlace(models.Model):
    """How many places in law cite an article, or, with an empty path, how many of other laws cite the law at all."""

    law = models.ForeignKey(Law, models.CASCADE, related_name="cited_places", verbose_name=_("cited law"))
    path = models.CharField(_("cited place"), max_length=250, blank=True)
    places = models.PositiveIntegerField(_("places that cite it"))

    class Meta:
        verbose_name = _("count of citations")
        verbose_name_plural = _("counts of citations")
        ordering = ["law", "path"]
        constraints = [
            models.UniqueConstraint(
                fields=["law", "path"],
                name="laws_cited_place_counted_once",
                violation_error_message=_("The citations of this place are counted already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.path} {self.places}".strip()


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
