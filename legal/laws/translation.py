"""Which facts of a law are served in three languages; its text is rows, not columns."""

from modeltranslation.translator import TranslationOptions, register

from legal.laws.models import Law


@register(Law)
class LawTranslation(TranslationOptions):
    fields = ("title", "short_title", "summary", "authority", "title_key")
