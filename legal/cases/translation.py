"""Which facts of a case are served in three languages; its text is rows, not columns."""

from modeltranslation.translator import TranslationOptions, register

from legal.cases.models import Case


@register(Case)
class CaseTranslation(TranslationOptions):
    fields = ("title", "court", "parties", "facts", "issue", "holding", "significance")
