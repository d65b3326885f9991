"""What of a template of a letter is held in three languages."""

from modeltranslation.translator import TranslationOptions, register

from legal.handling.models import Letter


@register(Letter)
class LetterTranslation(TranslationOptions):
    fields = ("name", "body")
