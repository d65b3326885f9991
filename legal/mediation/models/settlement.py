"""A settlement as it was put to both sides, version by version; who confirmed which; and the award asked for by it."""

from typing import Any, Final

import pgtrigger
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser, PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.matters.canonical import canonical, digest
from legal.matters.kinds import Side
from legal.matters.models import Matter
from legal.matters.models.matter import WRITTEN_IN
from portal.files.models import File
from portal.history import tracked
from portal.languages import LANGUAGES

LONGEST_SETTLEMENT: Final = 20_000
FORMAT: Final = "law-wisdom-valley/settlement-1"
# Everything but the paper that is made of it.
FIXED: Final = ("matter", "version", "texts", "sha256", "written_by", "at")


class SettlementQuerySet(models.QuerySet["Settlement"]):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> "SettlementQuerySet":
        """Those of matters of a person's enterprises."""
        return self.filter(matter__in=Matter.objects.visible_to(user))

    def read_by_staff(self, user: PermissionsMixin | AnonymousUser) -> "SettlementQuerySet":
        """Those of matters that somebody of the staff may read."""
        return self.filter(matter__in=Matter.objects.read_by_staff(user))

    def confirmed(self) -> "SettlementQuerySet":
        """Those both sides have confirmed."""
        return self.filter(pk__in=_by(Side.APPLICANT)).filter(pk__in=_by(Side.RESPONDENT))

    def without_paper(self) -> "SettlementQuerySet":
        """Confirmed ones whose PDF is still to be made."""
        return self.confirmed().filter(paper=None)


@tracked(part_of="matter", exclude=["texts"])
class Settlement(models.Model):
    """One version of a settlement, in the languages it was written in; the database lets nobody change it."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="settlements", verbose_name=_("matter"))
    version = models.PositiveSmallIntegerField(_("version"))
    texts = models.JSONField(_("text, by language"))
    sha256 = models.CharField(_("SHA-256 of the text"), max_length=64)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    at = models.DateTimeField(_("when"), default=timezone.now)
    paper = models.OneToOneField(
        File, models.PROTECT, null=True, related_name="+", verbose_name=_("settlement as a PDF")
    )

    objects = SettlementQuerySet.as_manager()

    class Meta:
        verbose_name = _("settlement")
        verbose_name_plural = _("settlements")
        default_permissions = ()
        ordering = ["version"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "version"],
                name="mediation_settlement_version_once",
                violation_error_message=_("There is a settlement of this version already."),
            )
        ]
        triggers = [pgtrigger.ReadOnly(name="as_written", fields=list(FIXED))]

    def __str__(self) -> str:
        return f"{self.matter} {self.version}"

    @property
    def declined(self) -> Any:
        """By whom, when and why this version was declined; None where it was not."""
        return getattr(self, "refusal", None)

    @property
    def written(self) -> list[tuple[Any, str]]:
        """Its languages with its text in each, in the order of the portal."""
        return [(language, self.texts[language.code]) for language in LANGUAGES if language.code in self.texts]


def summed_up(number: str, version: int, texts: dict[str, str]) -> str:
    """The SHA-256 of a version of a settlement: of its number, version and texts as canonical JSON."""
    return digest(canonical({"format": FORMAT, "matter": number, "version": version, "texts": texts}))


@tracked(part_of="matter")
class Confirmation(models.Model):
    """That a side confirmed the very text of a version, which its sum names."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="confirmations", verbose_name=_("matter"))
    settlement = models.ForeignKey(
        Settlement, models.CASCADE, related_name="confirmations", verbose_name=_("settlement")
    )
    side = models.CharField(_("side"), max_length=12, choices=Side)
    sha256 = models.CharField(_("SHA-256 of the text"), max_length=64)
    language = models.CharField(_("language read"), max_length=10, choices=WRITTEN_IN)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("confirmed by"))
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("confirmation of a settlement")
        verbose_name_plural = _("confirmations of settlements")
        default_permissions = ()
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(
                fields=["settlement", "side"],
                name="mediation_confirmed_once",
                violation_error_message=_("This side has confirmed it already."),
            )
        ]
        triggers = [pgtrigger.ReadOnly(name="confirmed")]

    def __str__(self) -> str:
        return f"{self.settlement} {self.side}"


def _by(side: Side) -> models.QuerySet[Any, Any]:
    return Confirmation.objects.filter(side=side).values("settlement")


@tracked(part_of="matter")
class Award(models.Model):
    """That a side handed a confirmed settlement on: `begun` is its own draft, in which it asks for an award by consent.

    The other side is shown nothing of that draft.
    """

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="awards", verbose_name=_("matter"))
    side = models.CharField(_("side"), max_length=12, choices=Side)
    begun = models.OneToOneField(
        Matter, models.CASCADE, related_name="+", verbose_name=_("draft of the request for an award")
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("handed on by"))
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("award asked for by a settlement")
        verbose_name_plural = _("awards asked for by settlements")
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.matter} {self.begun}"
