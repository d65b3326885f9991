"""Figures, institutions and calendars in the console; nothing of them is deleted there."""

from collections.abc import Mapping
from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modeltranslation.admin import TranslationAdmin
from typing_extensions import override
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RelatedDropdownFilter
from unfold.widgets import UnfoldAdminURLInputWidget

from legal.rules.actions import figures, keeping
from legal.rules.forms import BandFormSet, CalendarForm, FigureForm
from legal.rules.models import Band, Calendar, CalendarDay, CalendarYear, Institution, InstitutionName, Rule, Schedule
from legal.rules.templatetags.rules import figure, per_cent, rmb
from portal.accounts.acting import acting
from portal.accounts.translating import Translatable
from portal.history.admin import WithHistory
from portal.themed import Themed, ThemedInline, in_columns

URLS: Any = {models.URLField: {"assume_scheme": "https", "widget": UnfoldAdminURLInputWidget}}
SOURCE = ("status", *in_columns("source_title"), "source_url", "checked_on")


class Kept(Themed):
    """Rows that others may rest on: they are not deleted."""

    formfield_overrides = URLS

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class InstitutionNames(ThemedInline, admin.TabularInline[InstitutionName, Institution]):
    model = InstitutionName
    extra = 0
    formfield_overrides = URLS
    fields = ("language", "name", "former", "source_url")


@admin.register(Institution)
class InstitutionAdmin(WithHistory, Translatable, Kept, TranslationAdmin[Institution]):
    list_display = ("name", "slug", "kind", "jurisdiction", "parent")
    list_select_related = ("jurisdiction", "parent")
    list_filter = (("kind", ChoicesDropdownFilter),)
    search_fields = ("slug", *in_columns("name"), "names__name")
    inlines = (InstitutionNames,)
    fieldsets = (
        (None, {"fields": ("slug", "kind", "jurisdiction", "parent", "takes_filings", "position")}),
        (_("Names"), {"fields": (*in_columns("name"), "russian_unofficial")}),
        (_("Its rules"), {"fields": (*in_columns("rulebook"), "rulebook_since")}),
        (pgettext_lazy("of a figure", "Source"), {"fields": ("website", "source_url", "checked_on")}),
    )

    @override
    def save_model(self, request: HttpRequest, obj: Institution, form: Any, change: bool) -> None:
        keeping.save(obj, by=acting(request))

    @override
    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        kept = formset.save(commit=False)
        keeping.save_names(kept=kept, gone=formset.deleted_objects, by=acting(request))


class FigureAdmin(WithHistory, Translatable, Kept):
    """A row that has been in force keeps its figures; its page leads to where another takes its place.

    Figures that are changed no more stand there as pages tell them, grouped and with their unit: `told` says which.
    """

    told: Mapping[Any, tuple[str, ...]] = {}

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        kept = super().get_fieldsets(request, obj)
        told: dict[Any, tuple[str, ...]]
        told = {name: self.told[name] for name in figures.frozen(obj) if name in self.told} if obj else {}
        return [
            (name, {**given, "fields": [one for field in given["fields"] for one in told.get(field, (field,))]})
            for name, given in kept
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        told = tuple(name for names in self.told.values() for name in names)
        return ("successor", *told, *(figures.frozen(obj) if obj else ()))

    @admin.display(description=_("Change the figures"))
    def successor(self, row: Any) -> SafeString | str:
        if not row.pk or not figures.frozen(row):
            return "–"
        name = row._meta.model_name
        address = reverse(
            f"admin:rules_{name}_add",
            query={
                "slug": row.slug,
                "institution": row.institution_id or "",
                **{column: getattr(row, column) or "" for column in in_columns("name")},
            },
        )
        return format_html('<a class="underline" href="{}">{}</a>', address, _("Add a row that takes its place"))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001  # Django’s
        (figures.change if change else figures.add)(obj, by=acting(request))


@admin.register(Rule)
class RuleAdmin(FigureAdmin, TranslationAdmin[Rule]):
    form = FigureForm
    told = {"value": ("figure",), "unit": ()}
    list_display = ("name", "figure", "status", "effective_from", "effective_until", "institution")
    list_select_related = ("institution",)
    list_filter = (
        ("kind", ChoicesDropdownFilter),
        ("status", ChoicesDropdownFilter),
        ("institution", RelatedDropdownFilter),
    )
    list_filter_submit = True
    search_fields = ("slug", *in_columns("name"))
    fieldsets = (
        (None, {"fields": ("slug", "institution", "kind", "position", "successor")}),
        (_("Names"), {"fields": in_columns("name")}),
        (_("Figure"), {"fields": ("value", "unit", "stops", "moves", *in_columns("moving_source"))}),
        (_("In force"), {"fields": ("effective_from", "effective_until")}),
        (pgettext_lazy("of a figure", "Source"), {"fields": SOURCE}),
        (_("Notes"), {"fields": in_columns("note")}),
    )

    @admin.display(description=pgettext_lazy("rule", "value"), ordering="value")
    def figure(self, rule: Rule) -> str:
        return "–" if rule.value is None else figure(rule)


class Bands(ThemedInline, admin.TabularInline[Band, Schedule]):
    model = Band
    formset = BandFormSet
    extra = 0
    readonly_fields = ("begins", "paid", "share")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return self.readonly_fields if self._are_used(obj) else ("above", "base", "rate")

    @admin.display(description=Band._meta.get_field("above").verbose_name)
    def begins(self, band: Band) -> str:
        return rmb(band.above)

    @admin.display(description=Band._meta.get_field("base").verbose_name)
    def paid(self, band: Band) -> str:
        return rmb(band.base)

    @admin.display(description=Band._meta.get_field("rate").verbose_name)
    def share(self, band: Band) -> str:
        return per_cent(band.rate)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_add_permission(request, obj) and not self._are_used(obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not self._are_used(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and not self._are_used(obj)

    def _are_used(self, schedule: Any) -> bool:
        return bool(schedule and figures.frozen(schedule))


@admin.register(Schedule)
class ScheduleAdmin(FigureAdmin, TranslationAdmin[Schedule]):
    form = FigureForm
    told = {"minimum": ("least",)}
    list_display = ("name", "institution", "status", "effective_from", "effective_until")
    list_select_related = ("institution",)
    list_filter = (("status", ChoicesDropdownFilter), ("institution", RelatedDropdownFilter))
    list_filter_submit = True
    search_fields = ("slug", *in_columns("name"))
    inlines = (Bands,)
    fieldsets = (
        (None, {"fields": ("slug", "institution", "minimum", "filing", "position", "successor")}),
        (_("Names"), {"fields": in_columns("name")}),
        (_("In force"), {"fields": ("effective_from", "effective_until")}),
        (pgettext_lazy("of a figure", "Source"), {"fields": SOURCE}),
        (_("Notes"), {"fields": in_columns("note")}),
    )

    @admin.display(description=Schedule._meta.get_field("minimum").verbose_name)
    def least(self, schedule: Schedule) -> str:
        return "–" if schedule.minimum is None else rmb(schedule.minimum)

    @override
    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        kept = formset.save(commit=False)
        if kept or formset.deleted_objects:
            figures.set_bands(formset.instance, kept=kept, gone=formset.deleted_objects, by=acting(request))


@admin.register(Calendar)
class CalendarAdmin(WithHistory, Translatable, Kept, TranslationAdmin[Calendar]):
    form = CalendarForm
    list_display = ("name", "slug", "jurisdiction", "follows")
    list_select_related = ("jurisdiction", "follows")
    search_fields = ("slug", *in_columns("name"))
    fieldsets = (
        (None, {"fields": ("slug", "jurisdiction", "follows", "weekend", "position")}),
        (_("Names"), {"fields": in_columns("name")}),
        (_("Notes"), {"fields": in_columns("note")}),
    )

    @override
    def save_model(self, request: HttpRequest, obj: Calendar, form: Any, change: bool) -> None:
        keeping.save(obj, by=acting(request))


@admin.register(CalendarDay)
class CalendarDayAdmin(WithHistory, Translatable, Kept, TranslationAdmin[CalendarDay]):
    list_display = ("date", "calendar", "kind", "name", "origin")
    list_select_related = ("calendar",)
    list_filter = (("calendar", RelatedDropdownFilter), ("kind", ChoicesDropdownFilter))
    list_filter_submit = True
    date_hierarchy = "date"
    search_fields = in_columns("name")
    readonly_fields = ("origin",)
    fieldsets = (
        (None, {"fields": ("calendar", "date", "kind", "source_url", "origin")}),
        (_("Names"), {"fields": in_columns("name")}),
    )

    @override
    def save_model(self, request: HttpRequest, obj: CalendarDay, form: Any, change: bool) -> None:
        keeping.enter(obj, by=acting(request))


@admin.register(CalendarYear)
class CalendarYearAdmin(WithHistory, Kept, admin.ModelAdmin[CalendarYear]):
    list_display = ("year", "calendar", "published", "origin")
    list_select_related = ("calendar",)
    list_filter = (("calendar", RelatedDropdownFilter), "published")
    list_filter_submit = True
    readonly_fields = ("origin",)
    fields = ("calendar", "year", "published", "source_url", "origin")

    @override
    def save_model(self, request: HttpRequest, obj: CalendarYear, form: Any, change: bool) -> None:
        keeping.enter(obj, by=acting(request))
