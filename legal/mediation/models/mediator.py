"""Mediators, as staff keep them."""

from typing import Final

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.history import tracked
from portal.languages import NAMES

LONGEST_NAME: Final = 120


class MediatorQuerySet(models.QuerySet["Mediator"]):
    def available(self) -> "MediatorQuerySet":
        """Those who take mediations."""
        return self.filter(available=True)


@tracked()
class Mediator(models.Model):
    """Somebody who mediates; `languages` are codes, as zh, ru, kk."""

    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    languages = ArrayField(
        models.CharField(max_length=5, choices=list(NAMES.items())),
        verbose_name=_("languages"),
        help_text=_("Codes with commas between them, as zh,ru,kk."),
    )
    about = models.TextField(pgettext_lazy("of a mediator", "about"), max_length=1000, blank=True)
    available = models.BooleanField(_("takes mediations"), default=True)
    sample = models.BooleanField(_("sample"), default=False, editable=False)

    objects = MediatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("mediator")
        verbose_name_plural = _("mediators")
        permissions = [("translate_mediator", _("Can translate what is told of mediators"))]
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="mediation_mediator_speaks",
                condition=~Q(languages=[]),
                violation_error_message=_("A mediator speaks a language at least."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def language_names(self) -> list[str]:
        """The languages, as the reader calls them."""
        return [str(NAMES[code]) for code in self.languages]
