"""What firms and lawyers have in common: a name in three languages and its order, a licence, and who has checked it."""

import datetime
from typing import Any, Final

from django.conf import settings
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.languages import LANGUAGES
from portal.reference.models import Jurisdiction
from portal.reference.sorting import sort_key

LONGEST_NAME: Final = 200
LONGEST_KEY: Final = 400
# Made of the names again at every change.
SORTS: Final = ("sort", *(f"sort_{language.column}" for language in LANGUAGES))
# What stands in addresses beside the slugs of lawyers.
RESERVED: Final = ("firms", "mine", "new")

# How names are compared, here and in `directory`: in small letters, and with ё as е.
FOLDED: Final = "translate(lower(%(expressions)s), 'ё', 'е')"
# Each of the names between two ends of line, which stand in no name and in nothing that is asked for.
CALLED: Final = FOLDED % {"expressions": "chr(10) || %(expressions)s || chr(10)"}

HAS_A_NAME: Final = (
    Q(name_zh_hans__isnull=False, name_zh_hans__gt="")
    | Q(name_en__isnull=False, name_en__gt="")
    | Q(name_ru__isnull=False, name_ru__gt="")
)


class Verified(models.Model):
    """A licence that staff have checked with whoever issued it, or not yet.

    `jurisdiction` is where it was issued. When, by whom and until when it was checked are known together or not at
    all; past `recheck_on` the check still stands, and is shown to be due again.
    """

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=LONGEST_NAME, blank=True)
    sort = models.CharField(_("sorting key of the name"), max_length=LONGEST_KEY, blank=True, editable=False)
    jurisdiction = models.ForeignKey(
        Jurisdiction, models.PROTECT, related_name="+", verbose_name=_("jurisdiction that issued the licence")
    )
    licence_number = models.CharField(_("licence number"), max_length=80, blank=True)
    issuing_body = models.CharField(_("issuing body"), max_length=200, blank=True)
    verified_at = models.DateTimeField(_("verified"), null=True, blank=True, editable=False)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("verified by"),
    )
    recheck_on = models.DateField(_("to be verified again on"), null=True, blank=True, editable=False)
    sample = models.BooleanField(_("sample, not real"), default=False, editable=False)
    # Set by whatever changes what readers are shown: pages that show it are made anew.
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name or self.slug

    @property
    def is_verified(self) -> bool:
        return self.verified_at is not None

    def is_recheck_due(self, *, on: datetime.date | None = None) -> bool:
        """Whether its check has run out by a day, today where none is said."""
        return self.recheck_on is not None and self.recheck_on <= (on or timezone.localdate())

    def key_names(self) -> dict[str, Any]:
        """Set the keys its name is sorted by, one a language; the fields that were set, which the caller saves.

        Chinese is sorted by pinyin, English and Russian by their alphabets (`portal.reference.sorting`). What has no
        name in a language stands in its list where the name that is shown there instead would stand.
        """
        names = [getattr(self, f"name_{language.column}") or "" for language in LANGUAGES]
        shown = next((name for name in (names[1], names[0], names[2]) if name), self.slug)
        keys = {
            f"sort_{language.column}": sort_key(name or shown, language.text, longest=LONGEST_KEY)
            for language, name in zip(LANGUAGES, names, strict=True)
        }
        for field, key in keys.items():
            setattr(self, field, key)
        return keys


def names_folded(*more: str) -> models.GeneratedField:
    """Every name of a row, folded: by it a part of any of them is found without folding each anew."""
    names = (*(f"name_{language.column}" for language in LANGUAGES), *more)
    return models.GeneratedField(
        verbose_name=_("names it is found by"),
        expression=Func(
            *(Coalesce(F(name), Value("")) for name in names),
            template=CALLED,
            arg_joiner=" || chr(10) || ",
        ),
        output_field=models.TextField(),
        db_persist=True,
    )


def verification_is_whole(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=Q(verified_at=None, verified_by=None, recheck_on=None)
        | Q(verified_at__isnull=False, verified_by__isnull=False, recheck_on__isnull=False, licence_number__gt=""),
        violation_error_message=_(
            "A verified licence has a number, the day it was verified, who verified it, and the day it is due again."
        ),
    )
