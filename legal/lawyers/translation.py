"""Which facts of firms and lawyers are served in three languages."""

from modeltranslation.translator import TranslationOptions, register

from legal.lawyers.models import Firm, Lawyer


@register(Firm)
class FirmTranslation(TranslationOptions):
    fields = ("name", "sort", "city", "about", "issuing_body")


@register(Lawyer)
class LawyerTranslation(TranslationOptions):
    fields = ("name", "sort", "issuing_body", "summary", "fees")
