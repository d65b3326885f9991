"""Which reference data is served in three languages."""

from modeltranslation.translator import TranslationOptions, register

from portal.reference.models import Jurisdiction, Region, Topic


@register(Jurisdiction)
class JurisdictionTranslation(TranslationOptions):
    fields = ("name", "name_key")


@register(Region)
class RegionTranslation(TranslationOptions):
    fields = ("name",)


@register(Topic)
class TopicTranslation(TranslationOptions):
    fields = ("name", "description")
