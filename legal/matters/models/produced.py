"""What is produced in a matter: an exhibit of the enterprise, under a number, for an audience."""

from collections.abc import Mapping
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.exhibits.models import Exhibit
from legal.matters.kinds import Side
from legal.matters.models.matter import Matter
from legal.matters.models.message import KEPT, Audience, shown_to
from legal.matters.models.submission import Submission
from portal.history import tracked

# What the enterprise says of an exhibit, and may say anew in its list.
SAID: Final = ("name", "purpose", "kind", "form", "language", "second_language")


class ProducedQuerySet(models.QuerySet["Produced"]):
    def shown_to(self, side: str) -> "ProducedQuerySet":
        """Those a side is shown."""
        return self.filter(shown_to(side))

    def opened_to(self, user: PermissionsMixin | AnonymousUser) -> "ProducedQuerySet":
        """Those staff may open: submitted, in matters opened to them; to auditors none that is kept from the sides.

        What is for the tribunal alone opens only to the officer on whose desk the matter is.
        """
        held = Matter.objects.opened_to(user).on_desk_of(user)
        opened = Q(matter__in=Matter.objects.opened_to(user)) & ~Q(audience=Audience.TRIBUNAL)
        audited = Q(matter__in=Matter.objects.audited_by(user)) & ~Q(audience__in=KEPT)
        return self.filter(opened | audited | Q(matter__in=held), submission__isnull=False)

    def with_exhibits(self) -> "ProducedQuerySet":
        """With the exhibit, its file and what it translates: no query a row."""
        return self.select_related("exhibit__file", "exhibit__translation_of")


@tracked(part_of="matter")
class Produced(models.Model):
    """One exhibit in one matter; the same exhibit may be produced in several.

    `submission` is the one it was submitted with; until then it can be taken out, and those after it move up.
    """

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="produced", verbose_name=_("matter"))
    exhibit = models.ForeignKey(Exhibit, models.PROTECT, related_name="produced", verbose_name=_("exhibit"))
    number = models.PositiveSmallIntegerField(_("number in the matter"))
    side = models.CharField(_("side"), max_length=12, choices=Side)
    audience = models.CharField(_("who is shown it"), max_length=12, choices=Audience)
    submission = models.ForeignKey(
        Submission, models.SET_NULL, null=True, related_name="produced", verbose_name=_("submission")
    )
    produced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("produced by")
    )
    produced_at = models.DateTimeField(_("produced"), default=timezone.now, editable=False)

    objects = ProducedQuerySet.as_manager()

    # How the enterprise calls the exhibit since, where that is another name than what was submitted has.
    renamed: str = ""

    class Meta:
        verbose_name = _("exhibit of a matter")
        verbose_name_plural = _("exhibits of a matter")
        ordering = ["number"]
        constraints = [
            # At the end of the transaction: those after one that is taken out move up.
            models.UniqueConstraint(
                fields=["matter", "number"],
                name="matters_produced_one_a_number",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Another exhibit has this number."),
            ),
            models.UniqueConstraint(
                fields=["matter", "exhibit"],
                name="matters_produced_once",
                violation_error_message=_("This exhibit is produced already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.exhibit}"

    def frozen(self) -> dict[str, Any]:
        """As it stands in what was submitted."""
        exhibit = self.exhibit
        translated = exhibit.translation_of
        return {fact: getattr(exhibit, fact) for fact in (*SAID, "legalization", "sha256")} | {
            "number": self.number,
            "audience": self.audience,
            "translation_of": translated.sha256 if translated else "",
        }

    def say_as(self, frozen: Mapping[str, Any]) -> None:
        """Show of its exhibit what was frozen of it; how the list of the enterprise calls it by now is said beside."""
        called = self.exhibit.name
        self.renamed = called if called != frozen.get("name", called) else ""
        for fact in SAID:
            setattr(self.exhibit, fact, frozen.get(fact, getattr(self.exhibit, fact)))
