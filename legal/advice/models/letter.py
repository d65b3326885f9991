"""A letter of a staff lawyer: the answer to a question, or the remarks on a contract; its PDF is made by the worker."""

from typing import Final

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser, PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.matters.models import Matter
from legal.matters.models.matter import WRITTEN_IN
from portal.files.models import File
from portal.history import tracked

LONGEST_ANSWER: Final = 20_000


class LetterQuerySet(models.QuerySet["Letter"]):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> "LetterQuerySet":
        """Those of matters of a person's enterprises."""
        return self.filter(matter__in=Matter.objects.visible_to(user))

    def read_by_staff(self, user: PermissionsMixin | AnonymousUser) -> "LetterQuerySet":
        """Those of matters that somebody of the staff may read."""
        return self.filter(matter__in=Matter.objects.read_by_staff(user))

    def without_paper(self) -> "LetterQuerySet":
        """Those whose PDF is still to be made."""
        return self.filter(paper=None).exclude(body="")


@tracked(part_of="matter", exclude=["body"])
class Letter(models.Model):
    """One letter; `reviewed` is the contract with the remarks in it, where there is such a file."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="letters", verbose_name=_("matter"))
    position = models.PositiveSmallIntegerField(_("position"))
    language = models.CharField(_("language"), max_length=10, choices=WRITTEN_IN)
    body = models.TextField(_("text"), max_length=LONGEST_ANSWER, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("signed by")
    )
    at = models.DateTimeField(_("when"), default=timezone.now)
    paper = models.OneToOneField(File, models.PROTECT, null=True, related_name="+", verbose_name=_("letter as a PDF"))
    reviewed = models.OneToOneField(
        File, models.PROTECT, null=True, related_name="+", verbose_name=_("the contract with the remarks in it")
    )

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter of a staff lawyer")
        verbose_name_plural = _("letters of staff lawyers")
        default_permissions = ()
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "position"],
                name="advice_letter_one_a_place",
                violation_error_message=_("Another letter stands in this place."),
            )
        ]
        indexes = [
            # what the sweep looks for
            models.Index(fields=["at"], name="advice_letter_waiting", condition=models.Q(paper=None)),
        ]

    def __str__(self) -> str:
        return f"{self.matter} {self.position}"
