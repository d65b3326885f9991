"""The closed lists of the law directory: kinds of law and of provision, and what a text is worth."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class LawKind(models.TextChoices):
    CONSTITUTION = "constitution", pgettext_lazy("kind of law", "Constitution")
    CODE = "code", pgettext_lazy("kind of law", "Code")
    LAW = "law", pgettext_lazy("kind of law", "Law")
    REGULATION = "regulation", pgettext_lazy("kind of law", "Administrative regulation")
    RULE = "rule", pgettext_lazy("kind of law", "Departmental rule")
    LOCAL_REGULATION = "local-regulation", pgettext_lazy("kind of law", "Local regulation")
    JUDICIAL_INTERPRETATION = "judicial-interpretation", pgettext_lazy("kind of law", "Judicial interpretation")
    DECISION = "decision", pgettext_lazy("kind of law", "Decision")
    TREATY = "treaty", pgettext_lazy("kind of law", "Treaty")
    MODEL_LAW = "model-law", pgettext_lazy("kind of law", "Model law")
    OTHER = "other", pgettext_lazy("kind of law", "Other document")


class ProvisionKind(models.TextChoices):
    TITLE = "title", pgettext_lazy("kind of provision", "Title")
    PREAMBLE = "preamble", pgettext_lazy("kind of provision", "Preamble")
    PART = "part", pgettext_lazy("kind of provision", "Part")
    CHAPTER = "chapter", pgettext_lazy("kind of provision", "Chapter")
    SECTION = "section", pgettext_lazy("kind of provision", "Section")
    ARTICLE = "article", pgettext_lazy("kind of provision", "Article")
    PARAGRAPH = "paragraph", pgettext_lazy("kind of provision", "Paragraph")
    ANNEX = "annex", pgettext_lazy("kind of provision", "Annex")
    TABLE = "table", pgettext_lazy("kind of provision", "Table")
    SIGNATURE = "signature", pgettext_lazy("kind of provision", "Signature")
    NOTE = "note", pgettext_lazy("kind of provision", "Note")


class ArticleUnit(models.TextChoices):
    """What a law calls its articles; a provision of kind article is numbered in this unit."""

    ARTICLE = "article", pgettext_lazy("unit of a law", "Article")
    SECTION = "section", pgettext_lazy("unit of a law", "Section")


class TextStatus(models.TextChoices):
    """What a text is worth, best first."""

    OFFICIAL = "official", pgettext_lazy("status of a text", "Official text")
    TRANSLATION = "translation", pgettext_lazy("status of a text", "Translation")
    MACHINE = "machine", pgettext_lazy("status of a text", "Machine translation")
    DIGEST = "digest", pgettext_lazy("status of a text", "Digest")


RANK = {status: rank for rank, status in enumerate(TextStatus.values)}


class ForceStatus(models.TextChoices):
    """Where a law stands on a day."""

    IN_FORCE = "in-force", _("In force")
    NOT_YET = "not-yet", _("Not yet in force")
    REPEALED = "repealed", _("Repealed")
    UNKNOWN = "unknown", _("Entry into force not known")
