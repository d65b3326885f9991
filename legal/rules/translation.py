"""Which facts of figures are held in three languages."""

from modeltranslation.translator import TranslationOptions, register

from legal.rules.models import Calendar, CalendarDay, Institution, Rule, Schedule


@register(Institution)
class InstitutionTranslation(TranslationOptions):
    fields = ("name", "rulebook")


@register(Rule)
class RuleTranslation(TranslationOptions):
    fields = ("name", "source_title", "moving_source", "note")


@register(Schedule)
class ScheduleTranslation(TranslationOptions):
    fields = ("name", "source_title", "note")


@register(Calendar)
class CalendarTranslation(TranslationOptions):
    fields = ("name", "note")


@register(CalendarDay)
class CalendarDayTranslation(TranslationOptions):
    fields = ("name",)
    # A holiday without a name in the reader's language is a rest day, not a word of another language.
    fallback_languages = {"default": ()}
