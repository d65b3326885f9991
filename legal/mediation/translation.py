"""Which words of mediations are told in three languages."""

from modeltranslation.translator import TranslationOptions, register

from legal.mediation.models import Mediator


@register(Mediator)
class MediatorTranslation(TranslationOptions):
    fields = ("name", "about")
