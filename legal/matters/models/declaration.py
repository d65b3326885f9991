"""What an officer declared before opening the file of a matter: whether there is a conflict of interest."""

from typing import Final

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.matters.models.matter import Matter
from portal.history.triggers import AppendOnly

# Raised with each change of the words an officer agrees to.
WORDS_VERSION: Final = 1
WORDS: Final = _(
    "I am neither a party to this matter nor close to one of them or to whoever speaks for them: not by family, by "
    "work, by money or otherwise. I have given nobody advice in it. Should I learn later that it is otherwise, I will "
    "declare it at once."
)


class DeclarationQuerySet(models.QuerySet["Declaration"]):
    def of(self, matter: Matter, officer: PermissionsMixin | AnonymousUser) -> "DeclarationQuerySet":
        """What one officer declared about one matter."""
        return self.filter(matter=matter, officer_id=officer.pk)


class Declaration(models.Model):
    """That there is no conflict of interest, or that there is one; it is never changed and never taken away.

    An officer who has declared that there is none may learn of one later. The other way round there is no way back.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="declarations", verbose_name=_("matter"))
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("officer"))
    conflict = models.BooleanField(_("conflict of interest"))
    words = models.PositiveSmallIntegerField(_("version of the words"), default=WORDS_VERSION)
    at = models.DateTimeField(_("when"), default=timezone.now)

    objects = DeclarationQuerySet.as_manager()

    class Meta:
        verbose_name = _("declaration about a conflict of interest")
        verbose_name_plural = _("declarations about conflicts of interest")
        default_permissions = ("view",)
        ordering = ["at", "pk"]
        constraints = [
            # it is also what an officer's matters are found by
            models.UniqueConstraint(
                fields=["officer", "matter", "conflict"],
                name="matters_declared_once",
                violation_error_message=_("This was declared already."),
            ),
        ]
        triggers = [AppendOnly()]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.officer_id}"
