"""Which of the enterprises' facts are held in three languages."""

from modeltranslation.translator import TranslationOptions, register

from enterprises.models import Enterprise, Industry


@register(Enterprise)
class EnterpriseTranslation(TranslationOptions):
    fields = ("name", "name_key")


@register(Industry)
class IndustryTranslation(TranslationOptions):
    fields = ("name",)
