"""Reference data in the console."""

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin
from typing_extensions import override
from unfold.contrib.filters.admin import RelatedDropdownFilter

from portal.accounts.acting import acting
from portal.accounts.translating import Translatable
from portal.history.admin import WithHistory
from portal.reference import actions
from portal.reference.forms import JurisdictionForm, TermForm
from portal.reference.models import Jurisdiction, Region, Term, Topic
from portal.themed import Themed, by_language, in_columns


@admin.register(Jurisdiction)
class JurisdictionAdmin(WithHistory, Translatable, Themed, TranslationAdmin[Jurisdiction]):
    form = JurisdictionForm
    list_display = ("name", "code", "kind", "position")
    list_filter = ("kind",)
    search_fields = ("code", *in_columns("name"))
    fieldsets = (
        (None, {"fields": ("code", "kind", "position")}),
        (_("Names"), {"fields": in_columns("name")}),
        (_("Law"), {"fields": ("languages", "legal_family", "treaties")}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Jurisdiction | None = None) -> tuple[str, ...]:
        # It stands in addresses for good.
        return ("code",) if obj else ()

    @override
    def save_model(self, request: HttpRequest, obj: Jurisdiction, form: JurisdictionForm, change: bool) -> None:
        actions.save_jurisdiction(obj, by=acting(request))


@admin.register(Region)
class RegionAdmin(WithHistory, Translatable, Themed, TranslationAdmin[Region]):
    list_display = ("name", "code", "jurisdiction")
    list_select_related = ("jurisdiction",)
    list_filter = (("jurisdiction", RelatedDropdownFilter),)
    search_fields = ("code", *in_columns("name"))
    autocomplete_fields = ("jurisdiction",)
    fieldsets = ((None, {"fields": ("jurisdiction", "code")}), (_("Names"), {"fields": in_columns("name")}))

    @override
    def save_model(self, request: HttpRequest, obj: Region, form: ModelForm[Region], change: bool) -> None:
        actions.save_region(obj, by=acting(request))


@admin.register(Topic)
class TopicAdmin(WithHistory, Translatable, Themed, TranslationAdmin[Topic]):
    list_display = ("name", "slug", "position")
    search_fields = ("slug", *in_columns("name"))
    fieldsets = (
        (None, {"fields": ("slug", "position")}),
        *by_language("name", "description"),
    )

    @override
    def save_model(self, request: HttpRequest, obj: Topic, form: ModelForm[Topic], change: bool) -> None:
        actions.save_topic(obj, by=acting(request))


@admin.register(Term)
class TermAdmin(WithHistory, Translatable, Themed, admin.ModelAdmin[Term]):
    words = ("zh", "en", "ru", "note")
    form = TermForm
    list_display = ("__str__", "chinese", "english", "russian", "kind", "topic")
    list_display_links = ("__str__",)
    list_select_related = ("topic",)
    list_filter = ("kind", ("topic", RelatedDropdownFilter))
    # Lists of words are searched as they are stored.
    search_fields = ("everyday", "zh", "en", "ru", "note")
    list_per_page = 50
    show_full_result_count = False

    @admin.display(description=_("Chinese"))
    def chinese(self, term: Term) -> str:
        return "；".join(term.zh)

    @admin.display(description=_("English"))
    def english(self, term: Term) -> str:
        return "; ".join(term.en)

    @admin.display(description=_("Russian"))
    def russian(self, term: Term) -> str:
        return "; ".join(term.ru)

    @override
    def save_model(self, request: HttpRequest, obj: Term, form: TermForm, change: bool) -> None:
        actions.save_term(obj, by=acting(request))

    def delete_model(self, request: HttpRequest, obj: Term) -> None:
        actions.delete_terms([obj], by=acting(request))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Term]) -> None:
        actions.delete_terms(list(queryset), by=acting(request))
