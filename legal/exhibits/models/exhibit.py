"""The exhibit: a file of an enterprise as it was received, and what is said of it."""

from typing import Final

import pgtrigger
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models import Enterprise, Membership
from enterprises.models.enterprise import KEY_LENGTH
from legal.exhibits import registry
from legal.exhibits.languages import LONGEST_CODE, WORDLESS, language_name
from legal.exhibits.models.choices import CERTIFIED, Form, Kind, Legalization
from portal.files.models import File
from portal.history import tracked
from portal.languages import LANGUAGES
from portal.reference.models import Jurisdiction

LONGEST_NAME: Final = 200
LONGEST_PURPOSE: Final = 500
LONGEST_SOURCE: Final = 200
# What is fixed once an exhibit is received: whose it is, its bytes, who brought it and when.
RECEIVED: Final = ("key", "enterprise", "number", "file", "sha256", "replaces", "added_by", "added_at")
# Those who look after the history need not learn what an enterprise proves, and by what.
FACTS: Final = ("name", "purpose", "source", "translator")
# Of another enterprise's list nothing is a translation, and nothing is replaced.
OF_ONE_LIST: Final = """
IF EXISTS (
    SELECT FROM exhibits_exhibit AS other
    WHERE other.id IN (NEW.translation_of_id, NEW.replaces_id) AND other.enterprise_id <> NEW.enterprise_id
) THEN
    RAISE EXCEPTION 'An exhibit refers to one of another enterprise.' USING ERRCODE = 'check_violation';
END IF;
RETURN NEW;
"""


class ExhibitQuerySet(models.QuerySet["Exhibit"]):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> "ExhibitQuerySet":
        """Those a person may read: as a member of the enterprise, or because an app above lets them."""
        if not user.is_authenticated:
            return self.none()
        allowed = Q(enterprise__in=Membership.objects.filter(person_id=user.pk).values("enterprise"))
        for rows in registry.readable_by(user):
            allowed |= Q(pk__in=rows.order_by().values("pk"))
        return self.filter(allowed)

    def of(self, enterprise: Enterprise) -> "ExhibitQuerySet":
        """All of an enterprise, those it has withdrawn too."""
        return self.filter(enterprise=enterprise)

    def listed(self) -> "ExhibitQuerySet":
        """Those the enterprise has not withdrawn."""
        return self.filter(withdrawn_at=None)

    def held(self) -> "ExhibitQuerySet":
        """Those that are produced somewhere."""
        holding = Q(pk__in=[])
        for rows in registry.held():
            holding |= Q(pk__in=rows.order_by().values("pk"))
        return self.filter(holding)

    def originals(self) -> "ExhibitQuerySet":
        """Those that are no translation of another."""
        return self.filter(translation_of=None)

    def in_language(self, code: str) -> "ExhibitQuerySet":
        """Those written in a language, alone or beside another."""
        return self.filter(Q(language=code) | Q(second_language=code))

    def without_text_in(self, code: str) -> "ExhibitQuerySet":
        """Originals with words, none of them in this language, that have no listed translation into it."""
        translated = Exhibit.objects.listed().in_language(code).filter(translation_of=OuterRef("pk"))
        there = Q(language__in=[code, WORDLESS]) | Q(second_language=code) | Q(Exists(translated))
        return self.originals().exclude(there)

    def without_legalization(self) -> "ExhibitQuerySet":
        """Those that need an apostille or legalization and have none yet."""
        return self.filter(legalization=Legalization.NEEDED)

    def unfinished(self) -> "ExhibitQuerySet":
        """Those of which it is not said yet what they prove."""
        return self.filter(purpose="")

    def with_file(self) -> "ExhibitQuerySet":
        """With the file, what it translates, its country and who added it: no query a row."""
        return self.select_related("enterprise", "file", "translation_of", "made_in", "added_by")

    def with_translations(self) -> "ExhibitQuerySet":
        """With `translated`: how many listed translations there are, if any."""
        listed = Exhibit.objects.listed().filter(translation_of=OuterRef("pk")).order_by().values("translation_of")
        return self.annotate(translated=Subquery(listed.annotate(number=Count("pk")).values("number")))

    def size(self) -> int:
        """The bytes of their files together."""
        found = self.aggregate(size=Sum("file__size", default=0))
        return int(found["size"])


@tracked(secret=FACTS)
class Exhibit(models.Model):
    """A document of an enterprise. Its bytes never change: a corrected file is another exhibit, which `replaces` it.

    `number` counts within the enterprise. `name` and `purpose` are in the owner's words, in the language `worded_in`.
    `language` and `second_language` are those of the document itself: contracts of the region often have two.
    """

    key = models.CharField(_("key"), max_length=KEY_LENGTH, unique=True, editable=False)
    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="exhibits", verbose_name=_("enterprise"))
    number = models.PositiveIntegerField(_("number in the list"), editable=False)
    file = models.OneToOneField(File, models.PROTECT, related_name="+", verbose_name=_("file"))
    sha256 = models.CharField(_("SHA-256 at receipt"), max_length=64, editable=False)
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    purpose = models.CharField(_("what it proves"), max_length=LONGEST_PURPOSE, blank=True)
    worded_in = models.CharField(
        _("language of name and purpose"), max_length=10, choices=[(one.code, one.name) for one in LANGUAGES]
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    form = models.CharField(_("original or copy"), max_length=12, choices=Form)
    language = models.CharField(_("language of the document"), max_length=LONGEST_CODE)
    second_language = models.CharField(_("second language of the document"), max_length=LONGEST_CODE, blank=True)
    source = models.CharField(_("where it comes from"), max_length=LONGEST_SOURCE, blank=True)
    dated = models.DateField(_("date of the document"), null=True, blank=True)
    pages = models.PositiveIntegerField(pgettext_lazy("exhibit", "pages"), null=True, blank=True)
    made_in = models.ForeignKey(
        Jurisdiction, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("made in the country")
    )
    legalization = models.CharField(
        _("apostille or legalization"), max_length=12, choices=Legalization, default=Legalization.UNKNOWN
    )
    legalization_number = models.CharField(_("number of the certificate"), max_length=60, blank=True)
    legalized_on = models.DateField(_("day of the certificate"), null=True, blank=True)
    translation_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name=pgettext_lazy("exhibit", "translation of"),
    )
    translator = models.CharField(pgettext_lazy("exhibit", "translator"), max_length=LONGEST_NAME, blank=True)
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name=pgettext_lazy("exhibit", "takes the place of"),
    )
    # Raised by each change, so that nobody writes over what somebody else has saved meanwhile.
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("added by"))
    added_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn from the list"), null=True, editable=False)

    objects = ExhibitQuerySet.as_manager()

    class Meta:
        verbose_name = _("exhibit")
        verbose_name_plural = _("exhibits")
        default_permissions = ()
        ordering = ["enterprise", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise", "number"],
                name="exhibits_number_once",
                violation_error_message=_("The list has an exhibit of this number already."),
            ),
            models.UniqueConstraint(
                fields=["enterprise", "sha256"],
                condition=Q(withdrawn_at=None),
                name="exhibits_file_once",
                violation_error_message=_("This very file is in the list already."),
            ),
            models.CheckConstraint(
                name="exhibits_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("An exhibit has a name."),
            ),
            models.CheckConstraint(
                name="exhibits_has_checksum",
                condition=Q(sha256__regex="^[0-9a-f]{64}$"),
                violation_error_message=_("An exhibit has the checksum its file was received with."),
            ),
            models.CheckConstraint(
                name="exhibits_has_pages",
                condition=Q(pages=None) | Q(pages__gt=0),
                violation_error_message=_("A document has one page at least."),
            ),
            models.CheckConstraint(
                name="exhibits_two_languages_differ",
                condition=Q(second_language="")
                | ~Q(second_language=F("language")) & ~Q(language=WORDLESS) & ~Q(second_language=WORDLESS),
                violation_error_message=_("The second language is another one than the first."),
            ),
            models.CheckConstraint(
                name="exhibits_certificate_of_a_kind",
                condition=Q(legalization__in=CERTIFIED) | Q(legalization_number="", legalized_on=None),
                violation_error_message=_("A number and a day are those of an apostille or a legalization."),
            ),
            models.CheckConstraint(
                name="exhibits_translator_of_a_translation",
                condition=Q(translator="") | Q(translation_of__isnull=False),
                violation_error_message=_("A translator is named for a translation: say what it translates."),
            ),
            models.CheckConstraint(
                name="exhibits_not_of_itself",
                condition=(Q(translation_of=None) | ~Q(translation_of=F("id")))
                & (Q(replaces=None) | ~Q(replaces=F("id"))),
                violation_error_message=_("An exhibit neither translates nor replaces itself."),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="as_received", fields=list(RECEIVED)),
            pgtrigger.Trigger(
                name="of_one_list",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                # Most refer to none, and nothing has to be looked for.
                condition=pgtrigger.Q(new__translation_of__isnull=False) | pgtrigger.Q(new__replaces__isnull=False),
                func=OF_ONE_LIST,
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("exhibits:exhibit", args=[self.enterprise.key, self.key])

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is written in; none where there are no words in it."""
        return tuple(code for code in (self.language, self.second_language) if code and code != WORDLESS)

    @property
    def language_names(self) -> list[str]:
        """The same, as the reader calls them."""
        return [language_name(code) for code in self.languages or (self.language,)]

    @property
    def is_listed(self) -> bool:
        return self.withdrawn_at is None

    @property
    def is_translation(self) -> bool:
        return self.translation_of_id is not None

    @property
    def is_certified(self) -> bool:
        """Whether it bears an apostille, or was legalized."""
        return self.legalization in CERTIFIED

    @property
    def successor(self) -> "Exhibit | None":
        """The exhibit with the corrected file."""
        found: Exhibit | None = getattr(self, "replaced_by", None)
        return found

    def is_held(self) -> bool:
        """Whether it is produced somewhere: then it is not removed."""
        return Exhibit.objects.held().filter(pk=self.pk).exists()
