"""The template of a letter: what staff write again and again, in the languages of those they write to."""

import re
from collections.abc import Iterable
from typing import Final

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from legal.matters.models import Matter
from portal.history import tracked
from portal.languages import LANGUAGES, Language

# What stands in braces is filled in when a letter is written.
PLACEHOLDERS: Final = ("number", "title", "enterprise", "date", "reason", "officer", "office")
IN_BRACES: Final = re.compile(r"\{([^{}]*)\}")


class LetterQuerySet(models.QuerySet["Letter"]):
    def for_matter(self, matter: Matter) -> "LetterQuerySet":
        """Those for every kind of matter and for that of this one."""
        return self.filter(kind__in=("", matter.kind))


@tracked()
class Letter(models.Model):
    """A template; `kind` is the proceeding it is for, and `move` the move it belongs to; empty where it is any."""

    slug = models.SlugField(_("short name"), unique=True)
    kind = models.CharField(_("kind of proceeding"), max_length=40, blank=True)
    move = models.CharField(_("move"), max_length=60, blank=True)
    name = models.CharField(_("name"), max_length=120)
    body = models.TextField(_("text of the letter"), max_length=4000)
    sample = models.BooleanField(_("sample"), default=False, editable=False)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("template of a letter")
        verbose_name_plural = _("templates of letters")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name or self.slug

    def clean(self) -> None:
        """ValidationError where a text has something in braces that nothing is filled in for."""
        faults = {
            f"body_{language.column}": gettext(
                "Nothing is filled in for “%(unknown)s”. These can stand in braces: %(known)s."
            )
            % {"unknown": ", ".join(unknown), "known": ", ".join(PLACEHOLDERS)}
            for language in LANGUAGES
            if (unknown := unknown_in(self.written_in(language)))
        }
        if faults:
            raise ValidationError(faults)

    def written_in(self, language: Language) -> str:
        """Its text in a language; empty where it has none: no other language stands in for it."""
        return getattr(self, f"body_{language.column}", None) or ""

    @property
    def languages(self) -> list[Language]:
        """Those it can be written in."""
        return [language for language in LANGUAGES if self.written_in(language)]


def unknown_in(text: str) -> list[str]:
    """What stands in braces in a text and is filled in by nothing."""
    return sorted(set(IN_BRACES.findall(text)) - set(PLACEHOLDERS))


def filled(text: str, facts: Iterable[tuple[str, str]]) -> str:
    """A text with its placeholders filled in, once: what is filled in is not looked through again."""
    known = dict(facts)
    return IN_BRACES.sub(lambda found: known.get(found.group(1), found.group(0)), text)
