"""Laws in the console: their facts can be edited; their text comes from law folders alone, and is shown."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise
from modeltranslation.admin import TranslationAdmin
from typing_extensions import override
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RelatedDropdownFilter
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from legal.laws import actions, lacking
from legal.laws.models import Change, Edition, Law, Provision, ProvisionText
from portal.accounts.acting import acting
from portal.accounts.translating import Translatable
from portal.history.admin import WithHistory
from portal.languages import LANGUAGES, NAMES, TEXTS
from portal.reference.fields import LinesField
from portal.themed import ReadOnly, Themed, ThemedInline, Uncounted, by_language


class EditionInline(ReadOnly, ThemedInline, admin.TabularInline[Edition, Law]):
    model = Edition
    fields = ("slug", "adopted", "in_force", "until", "amended_by")
    extra = 0
    show_change_link = True


class LawForm(forms.ModelForm[Law]):
    other_names = LinesField(
        label=_("Other names"),
        required=False,
        help_text=_("One a line: what the law is also called. Titles and short titles need not be repeated."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = set(self.instance.own_names())
        for language in LANGUAGES:
            self.fields[f"title_{language.column}"].required = False
        self.initial["other_names"] = [row.name for row in self.instance.names.all() if row.name not in own]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(f"title_{language.column}") for language in LANGUAGES):
            raise forms.ValidationError(_("A law needs a title in one language at least."))
        return cleaned


class LackingFilter(admin.SimpleListFilter):
    title = _("Translations")
    parameter_name = "lacking"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin[Law]) -> list[tuple[str, StrOrPromise]]:
        missing = [(text, gettext("Missing: %(language)s") % {"language": NAMES[text]}) for text in TEXTS]
        return [*missing, ("stale", _("Of an earlier wording"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Law]) -> QuerySet[Law]:
        if self.value() == "stale":
            return queryset.filter(pk__in=lacking.with_stale_text())
        if self.value() in TEXTS:
            return queryset.filter(pk__in=lacking.without_text(str(self.value())))
        return queryset


@admin.register(Law)
class LawAdmin(WithHistory, Translatable, Uncounted, Themed, TranslationAdmin[Law]):
    form = LawForm
    list_display = ("name", "jurisdiction", "kind", "in_force", "repealed", "changed_at")
    list_display_links = ("name",)
    list_select_related = ("jurisdiction",)
    list_filter = (
        ("jurisdiction", RelatedDropdownFilter),
        ("kind", ChoicesDropdownFilter),
        ("topics", RelatedDropdownFilter),
        "original_language",
        LackingFilter,
    )
    list_filter_submit = True
    # The way to bring laws in; by name, since whoever offers it stands above.
    list_before_template = "admin/laws/before.html"
    search_fields = ("title_zh_hans", "title_en", "title_ru", "slug", "number")
    search_help_text = _("A title, a slug or a number.")
    ordering = ("-changed_at",)
    # The theme’s list that completes what is typed has no label for a screen reader.
    formfield_overrides = {models.ManyToManyField: {"widget": UnfoldAdminCheckboxSelectMultipleWidget}}
    # Addresses stand on the first three for good; the rest is known from the texts.
    readonly_fields = (
        "jurisdiction",
        "region",
        "slug",
        "folder",
        "unit",
        "original_language",
        "languages",
        "created_at",
        "changed_at",
    )
    fieldsets = (
        (None, {"fields": ("kind", "number", "topics", "source", "other_names")}),
        (_("Days"), {"fields": ("adopted", "in_force", "repealed")}),
        *by_language("title", "short_title", "summary", "authority", classes=("tab",)),
        (_("Record"), {"classes": ["collapse"], "fields": readonly_fields}),
    )
    inlines = (EditionInline,)

    @admin.display(description=_("law"), ordering="title")
    def name(self, law: Law) -> str:
        return str(law) or law.slug

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Law | None = None) -> bool:
        return False

    @override
    def save_model(self, request: HttpRequest, obj: Law, form: LawForm, change: bool) -> None:
        actions.edit_law(obj, names=form.cleaned_data["other_names"], by=acting(request))


@admin.register(Edition)
class EditionAdmin(WithHistory, ReadOnly, Uncounted, Themed, admin.ModelAdmin[Edition]):
    list_display = ("law_title", "slug", "adopted", "in_force", "until")
    list_select_related = ("law__jurisdiction",)
    list_filter = (("law", AutocompleteSelectFilter), ("law__jurisdiction", RelatedDropdownFilter))
    list_filter_submit = True
    ordering = ("-pk",)
    fields = ("law", "slug", "adopted", "in_force", "in_force_source", "until", "amended_by", "text", "changed_at")
    readonly_fields = ("text",)

    @admin.display(description=_("law"))
    def law_title(self, edition: Edition) -> str:
        return edition.law.title

    @admin.display(description=_("text"))
    def text(self, edition: Edition) -> SafeString:
        return format_html('<a href="../../../provision/?edition__id__exact={}">{}</a>', edition.pk, _("Provisions"))


class TextInline(ReadOnly, ThemedInline, admin.TabularInline[ProvisionText, Provision]):
    model = ProvisionText
    fields = ("language", "status", "label", "heading", "body", "source")
    extra = 0


@admin.register(Provision)
class ProvisionAdmin(ReadOnly, Uncounted, Themed, admin.ModelAdmin[Provision]):
    """Reached from an edition: a list of all provisions of all laws would tell nothing."""

    list_display = ("path", "kind", "number", "position")
    list_filter = ("kind", "repeated")
    fields = ("edition", "path", "kind", "number", "position", "depth", "repeated")
    inlines = (TextInline,)
    ordering = ("edition", "position")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Provision]:
        rows: QuerySet[Provision] = super().get_queryset(request)
        return rows.select_related("edition__law__jurisdiction")

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        return lookup == "edition__id__exact" or super().lookup_allowed(lookup, value, request)


@admin.register(Change)
class ChangeAdmin(ReadOnly, Uncounted, Themed, admin.ModelAdmin[Change]):
    list_display = ("at", "law", "kind", "language", "provisions")
    list_select_related = ("law",)
    list_filter = (("kind", ChoicesDropdownFilter),)
    list_filter_submit = True
    ordering = ("-at", "-pk")
