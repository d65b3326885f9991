"""What a side answers: written as one goes, then frozen as it was filed."""

import json
from typing import Any, Final

import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from legal.matters.kinds import Side
from legal.matters.models import Matter, Party
from legal.matters.models.frozen import Frozen
from legal.matters.models.matter import WRITTEN_IN
from portal.files.models import File
from portal.history import tracked

LONGEST_ANSWER: Final = 50_000


@tracked(part_of="matter", secret=["text", "counterclaim"])
class AnswerDraft(models.Model):
    """What those who act for a party write, until it is filed; nobody else is shown it."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="+", verbose_name=_("matter"))
    party = models.OneToOneField(Party, models.CASCADE, related_name="answer_draft", verbose_name=_("party"))
    language = models.CharField(_("language"), max_length=10, choices=WRITTEN_IN)
    text = models.TextField(_("answer"), max_length=LONGEST_ANSWER, blank=True)
    counterclaim = models.TextField(_("counterclaim"), max_length=LONGEST_ANSWER, blank=True)
    # Raised by each change, so that nobody writes over what another device has saved meanwhile.
    version = models.PositiveIntegerField(_("version"), default=0, editable=False)
    changed_at = models.DateTimeField(_("changed"), auto_now=True, editable=False)

    class Meta:
        verbose_name = _("draft of an answer")
        verbose_name_plural = _("drafts of answers")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.party_id} {self.version}"


class AnswerQuerySet(models.QuerySet["Answer"]):
    def without_receipt(self) -> "AnswerQuerySet":
        """Those whose receipt has still to be made."""
        return self.filter(receipt=None)


@tracked(part_of="matter", exclude=["text", "counterclaim", "content", "manifest"], secret=["token"])
class Answer(Frozen):
    """One answer as it was filed; `content` and `manifest` are texts to be summed up as they are.

    The database refuses any change of it. It can be removed as a whole, once it was kept long enough.
    """

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="answers", verbose_name=_("matter"))
    party = models.ForeignKey(Party, models.CASCADE, related_name="answers", verbose_name=_("party"))
    side = models.CharField(_("side"), max_length=12, choices=Side)
    language = models.CharField(_("language"), max_length=10, choices=WRITTEN_IN)
    text = models.TextField(_("answer"), max_length=LONGEST_ANSWER)
    counterclaim = models.TextField(_("counterclaim"), max_length=LONGEST_ANSWER, blank=True)
    content = models.TextField(_("what was filed"))
    token = models.CharField(_("word of its address"), max_length=40, unique=True)
    at = models.DateTimeField(_("filed"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("filed by"))

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        default_permissions = ()
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "position"],
                name="serving_answer_one_a_place",
                violation_error_message=_("Another answer stands in this place."),
            ),
        ]
        triggers = [pgtrigger.ReadOnly(name="frozen")]

    def __str__(self) -> str:
        return f"{self.matter} {self.position}"

    def get_absolute_url(self) -> str:
        return reverse("serving:receipt", args=[self.token])

    @property
    def counterclaims(self) -> list[dict[str, Any]]:
        """What was claimed in turn, claim by claim, as it was frozen."""
        found: list[dict[str, Any]] = json.loads(self.content).get("counterclaims", [])
        return found


class AnswerReceipt(models.Model):
    """The paper that says what was filed; it is made once, for the side that filed it."""

    answer = models.OneToOneField(Answer, models.CASCADE, related_name="receipt", verbose_name=_("answer"))
    file = models.OneToOneField(File, models.PROTECT, related_name="+", verbose_name=_("file"))
    made_at = models.DateTimeField(_("made"))

    class Meta:
        verbose_name = _("receipt of an answer")
        verbose_name_plural = _("receipts of answers")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.answer_id}"
