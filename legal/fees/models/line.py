"""The lines of a fee notice: what each part of the sum is for."""

from typing import Final

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from legal.fees.models.notice import FeeNotice, amount
from legal.rules.names import Names
from portal.history import tracked

LONGEST_WORDS: Final = 200


@tracked(part_of="notice", secret=["words_zh", "words_en", "words_ru"])
class FeeLine(models.Model):
    """What a part of the sum is for, in the words of whoever issued it or of the estimate, and how much.

    The database refuses any change of it; it goes as a whole with the end of the term of the matter.
    """

    notice = models.ForeignKey(FeeNotice, models.CASCADE, related_name="lines", verbose_name=_("fee notice"))
    position = models.PositiveSmallIntegerField(_("position"))
    words_zh = models.CharField(_("in Chinese"), max_length=LONGEST_WORDS, blank=True)
    words_en = models.CharField(_("in English"), max_length=LONGEST_WORDS, blank=True)
    words_ru = models.CharField(_("in Russian"), max_length=LONGEST_WORDS, blank=True)
    amount = amount(_("amount"))

    class Meta:
        verbose_name = _("line of a fee notice")
        verbose_name_plural = _("lines of a fee notice")
        default_permissions = ()
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "position"],
                name="fees_line_one_a_place",
                violation_error_message=_("Another line stands in this place."),
            ),
            models.CheckConstraint(
                name="fees_line_says_what_for",
                condition=Q(amount__gt=0) & ~Q(words_zh="", words_en="", words_ru=""),
                violation_error_message=_("A line says what it is for, and its amount is above nothing."),
            ),
        ]
        triggers = [pgtrigger.ReadOnly(name="frozen")]

    def __str__(self) -> str:
        return self.words.any()

    @property
    def words(self) -> Names:
        """What it is for; where it is not written in a language, in another."""
        return Names(zh=self.words_zh, en=self.words_en, ru=self.words_ru)
