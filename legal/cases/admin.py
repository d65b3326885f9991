"""Cases in the console: what is told of them can be edited; their texts and what they apply come from files alone."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RelatedDropdownFilter
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from legal.cases import actions
from legal.cases.models import Case, CaseProvision, CaseRelation, CaseText
from portal.accounts.acting import acting
from portal.accounts.translating import Translatable
from portal.history.admin import WithHistory
from portal.languages import LANGUAGES
from portal.themed import ReadOnly, Themed, ThemedInline, Uncounted, by_language


class CaseForm(forms.ModelForm[Case]):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in LANGUAGES:
            self.fields[f"title_{language.column}"].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(f"title_{language.column}") for language in LANGUAGES):
            raise forms.ValidationError(_("A case needs a title in one language at least."))
        return cleaned


class TextInline(ReadOnly, ThemedInline, admin.TabularInline[CaseText, Case]):
    model = CaseText
    fields = ("language", "status", "body", "source")
    extra = 0


class AppliedInline(ReadOnly, ThemedInline, admin.TabularInline[CaseProvision, Case]):
    model = CaseProvision
    fields = ("name", "law", "edition", "path", "stated")
    extra = 0


class RelationInline(ReadOnly, ThemedInline, admin.TabularInline[CaseRelation, Case]):
    model = CaseRelation
    fk_name = "case"
    fields = ("kind", "name", "other")
    extra = 0


@admin.register(Case)
class CaseAdmin(WithHistory, Translatable, Uncounted, Themed, TranslationAdmin[Case]):
    form = CaseForm
    list_display = ("name", "jurisdiction", "court_level", "number", "decided", "changed_at")
    list_display_links = ("name",)
    list_select_related = ("jurisdiction",)
    list_filter = (
        ("jurisdiction", RelatedDropdownFilter),
        ("court_level", ChoicesDropdownFilter),
        ("topics", RelatedDropdownFilter),
        ("status", ChoicesDropdownFilter),
        "original_language",
    )
    list_filter_submit = True
    search_fields = ("title_zh_hans", "title_en", "title_ru", "slug", "number")
    search_help_text = _("A title, a slug or a docket number.")
    ordering = ("-changed_at",)
    # The theme’s list that completes what is typed has no label for a screen reader.
    formfield_overrides = {models.ManyToManyField: {"widget": UnfoldAdminCheckboxSelectMultipleWidget}}
    # Addresses stand on the first two for good; the rest comes with the file.
    readonly_fields = (
        "jurisdiction",
        "slug",
        "record",
        "collection",
        "original_language",
        "languages",
        "created_at",
        "changed_at",
    )
    fieldsets = (
        (None, {"fields": ("court_level", "number", "decided", "topics", "status", "source")}),
        *by_language("title", "court", "parties", "facts", "issue", "holding", "significance", classes=("tab",)),
        (_("Record"), {"classes": ["collapse"], "fields": readonly_fields}),
    )
    inlines = (TextInline, AppliedInline, RelationInline)

    @admin.display(description=_("case"), ordering="title")
    def name(self, case: Case) -> str:
        return str(case)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Case | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Case, form: CaseForm, change: bool) -> None:  # noqa: FBT001 - Django's signature
        actions.edit_case(obj, by=acting(request))
