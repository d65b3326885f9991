"""What is asked: the question, the country whose law it is about, and the articles it names."""

from typing import Any, Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.laws.models import Law
from legal.matters.models import Matter
from legal.matters.models.matter import WRITTEN_IN
from portal.history import tracked
from portal.reference.models import Jurisdiction, Topic

LONGEST_QUESTION: Final = 5000


class Urgency(models.TextChoices):
    """How urgent it is, as the enterprise says."""

    NONE = "none", pgettext_lazy("urgency of a question", "No day is waiting for the answer")
    WEEKS = "weeks", pgettext_lazy("urgency of a question", "We have to decide within some weeks")
    DAYS = "days", pgettext_lazy("urgency of a question", "We have to act within days")


@tracked(part_of="matter", exclude=["text"])
class Question(models.Model):
    """The question of one consultation."""

    matter = models.OneToOneField(Matter, models.CASCADE, related_name="question", verbose_name=_("matter"))
    text = models.TextField(_("question"), max_length=LONGEST_QUESTION)
    country = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="+", verbose_name=_("about the law of"))
    topic = models.ForeignKey(
        Topic, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("field of law")
    )
    answer_in = models.CharField(_("language of the answer"), max_length=10, choices=WRITTEN_IN)
    urgency = models.CharField(_("how urgent it is"), max_length=8, choices=Urgency, default=Urgency.NONE)

    class Meta:
        verbose_name = _("question of law")
        verbose_name_plural = _("questions of law")
        default_permissions = ("view",)
        permissions = [("handle_question", _("Can answer questions of law"))]

    def __str__(self) -> str:
        return str(self.matter)

    def frozen(self) -> dict[str, Any]:
        """As it stands in what was submitted."""
        return {
            "question": self.text,
            "country": self.country.code,
            "topic": self.topic.slug if self.topic else "",
            "answer_in": self.answer_in,
            "urgency": str(self.urgency),
            "articles": [article.frozen() for article in self.matter.articles.select_related("law__jurisdiction")],
        }


@tracked(part_of="matter")
class Article(models.Model):
    """A law that a question names, and where `path` says so an article of it."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="articles", verbose_name=_("matter"))
    law = models.ForeignKey(Law, models.PROTECT, related_name="+", verbose_name=_("law"))
    path = models.CharField(pgettext_lazy("of a law", "place"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("article a question names")
        verbose_name_plural = _("articles a question names")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "law", "path"],
                name="advice_article_once",
                violation_error_message=_("This article is named already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.law} {self.path}".strip()

    def frozen(self) -> dict[str, str]:
        """As it stands in what was submitted."""
        return {"jurisdiction": self.law.jurisdiction.code, "law": self.law.slug, "place": self.path}
