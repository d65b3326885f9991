"""What the privacy room serves in three languages."""

from modeltranslation.translator import TranslationOptions, register

from portal.privacy.models import ConsentText, RetentionRule


@register(ConsentText)
class ConsentTextTranslation(TranslationOptions):
    fields = ("title", "body")


@register(RetentionRule)
class RetentionRuleTranslation(TranslationOptions):
    fields = ("name", "basis")
