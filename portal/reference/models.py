"""What every floor shares: jurisdictions and their regions, topics, and the trilingual termbase."""

from typing import Final

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.history import tracked
from portal.languages import LANGUAGES
from portal.reference.sorting import sort_key

LONGEST_KEY: Final = 240
# Made of the names again at every change.
KEYS: Final = ("name_key", *(f"name_key_{language.column}" for language in LANGUAGES))


@tracked(exclude=KEYS)
class Jurisdiction(models.Model):
    """A country or organisation whose law the portal carries; `code` stands in addresses for good."""

    class Kind(models.TextChoices):
        COUNTRY = "country", _("Country")
        REGION = "region", _("Region with law of its own")
        ORGANISATION = "organisation", _("International organisation")

    code = models.SlugField(_("code"), max_length=12, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.COUNTRY)
    name = models.CharField(_("name"), max_length=120)
    name_key = models.CharField(_("sorting key of the name"), max_length=LONGEST_KEY, blank=True, editable=False)
    languages = models.JSONField(_("official languages"), default=list, blank=True)
    legal_family = models.CharField(_("legal family"), max_length=20, blank=True)
    treaties = models.JSONField(_("treaties it is certainly bound by"), default=list, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=1000)

    class Meta:
        verbose_name = _("jurisdiction")
        verbose_name_plural = _("jurisdictions")
        permissions = [("translate_jurisdiction", _("Can translate names of jurisdictions"))]
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("laws:list", query={"jurisdiction": self.code})

    def key_names(self) -> None:
        """Set the keys its names are sorted by, one a language; nothing is saved."""
        for language in LANGUAGES:
            name = getattr(self, f"name_{language.column}") or ""
            setattr(self, f"name_key_{language.column}", sort_key(name, language.text, longest=LONGEST_KEY))


@tracked()
class Region(models.Model):
    """A part of a country that makes regulations of its own; `code` is ISO 3166-2, as CN-XJ."""

    jurisdiction = models.ForeignKey(
        Jurisdiction, models.PROTECT, related_name="regions", verbose_name=_("jurisdiction")
    )
    code = models.CharField(_("code"), max_length=8, unique=True)
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        permissions = [("translate_region", _("Can translate names of regions"))]
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


@tracked()
class Topic(models.Model):
    """A subject heading; laws, cases and services refer to its slug."""

    slug = models.SlugField(_("slug"), max_length=50, unique=True)
    name = models.CharField(_("name"), max_length=120)
    description = models.TextField(_("description"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=1000)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        permissions = [("translate_topic", _("Can translate topics"))]
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.name


class TermQuerySet(models.QuerySet["Term"]):
    def glossary(self) -> "TermQuerySet":
        """Terms that are shown to readers."""
        return self.filter(kind=Term.Kind.GLOSSARY)


@tracked()
class Term(models.Model):
    """One concept in three languages, preferred word first, or one everyday word with its legal ones."""

    class Kind(models.TextChoices):
        GLOSSARY = "glossary", pgettext_lazy("kind of term", "Glossary")
        VOCABULARY = "vocabulary", pgettext_lazy("kind of term", "Vocabulary of statutes")
        EVERYDAY = "everyday", pgettext_lazy("kind of term", "Everyday word")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    topic = models.ForeignKey(
        Topic, models.PROTECT, null=True, blank=True, related_name="terms", verbose_name=_("topic")
    )
    language = models.CharField(
        _("language"), max_length=8, blank=True, help_text=_("Only of everyday words: the language they are said in.")
    )
    everyday = models.CharField(_("everyday word"), max_length=200, blank=True)
    zh = models.JSONField(_("Chinese words"), default=list, blank=True)
    en = models.JSONField(_("English words"), default=list, blank=True)
    ru = models.JSONField(_("Russian words"), default=list, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        permissions = [("translate_term", _("Can translate terms"))]
        ordering = ["kind", "pk"]
        constraints = [
            models.CheckConstraint(
                name="reference_term_everyday_has_its_word",
                condition=models.Q(kind="everyday", everyday__gt="", language__gt="")
                | (~models.Q(kind="everyday") & models.Q(everyday="")),
                violation_error_message=_(
                    "An everyday word needs its word and its language; other terms have neither."
                ),
            )
        ]

    def __str__(self) -> str:
        return self.everyday or next((words[0] for words in (self.zh, self.en, self.ru) if words), "")

    def words(self, language: str) -> list[str]:
        """The words of a text language, preferred one first; none for a language that is not ours."""
        return list({"zh": self.zh, "en": self.en, "ru": self.ru}.get(language, []))
