"""Which facts of training are held in three languages."""

from modeltranslation.translator import TranslationOptions, register

from legal.training.models import Course, Session, University


@register(University)
class UniversityTranslation(TranslationOptions):
    fields = ("name",)


@register(Course)
class CourseTranslation(TranslationOptions):
    fields = ("title", "summary", "audience")


@register(Session)
class SessionTranslation(TranslationOptions):
    fields = ("place",)
