"""Which facts of services are held in three languages."""

from modeltranslation.translator import TranslationOptions, register

from legal.services.models import Basis, Material, Service


@register(Service)
class ServiceTranslation(TranslationOptions):
    fields = ("name", "audience", "description", "apply_today")


@register(Material)
class MaterialTranslation(TranslationOptions):
    fields = ("name",)


@register(Basis)
class BasisTranslation(TranslationOptions):
    fields = ("name", "about")
