"""Services in the console: what is told of them, their papers, what they rest on, and what is known of states."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy
from modeltranslation.admin import TranslationAdmin
from typing_extensions import override
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RelatedDropdownFilter
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget, UnfoldAdminURLInputWidget

from legal.services import bases
from legal.services.actions import checking, editing
from legal.services.models import Basis, Figure, Legalization, Material, Service
from legal.services.passing import countries
from portal.accounts.acting import acting
from portal.accounts.translating import Translatable
from portal.history.admin import WithHistory
from portal.languages import LANGUAGES
from portal.themed import Themed, by_language, in_columns


class ServiceForm(forms.ModelForm[Service]):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in LANGUAGES:
            self.fields[f"name_{language.column}"].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(f"name_{language.column}") for language in LANGUAGES):
            raise forms.ValidationError(_("A service needs a name in one language at least."))
        return cleaned


def _countries() -> list[tuple[str, str]]:
    return [(one.code, one.name) for one in countries()]


class LegalizationForm(forms.ModelForm[Legalization]):
    objections = forms.MultipleChoiceField(
        label=_("Does not work with, since one objected"),
        required=False,
        choices=_countries,
        widget=UnfoldAdminCheckboxSelectMultipleWidget,
    )


@admin.register(Service)
class ServiceAdmin(WithHistory, Translatable, Themed, TranslationAdmin[Service]):
    form = ServiceForm
    list_display = ("name", "slug", "position", "is_shown", "checked_on", "law")
    list_display_links = ("name",)
    search_fields = ("slug", *in_columns("name"))
    actions = ("note_checked",)
    readonly_fields = ("checked_on",)
    fieldsets = (
        (None, {"fields": ("slug", "position", "is_shown", "checked_on")}),
        *by_language("name", "audience", "description", "apply_today", classes=("tab",)),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Service]:
        return super().get_queryset(request).prefetch_related("bases__law__jurisdiction")

    def get_readonly_fields(self, request: HttpRequest, obj: Service | None = None) -> tuple[str, ...]:
        # It stands in addresses for good.
        return ("slug", "checked_on") if obj else ("checked_on",)

    @admin.display(description=_("Law it rests on"))
    def law(self, service: Service) -> str:
        amiss = sum(one.is_amiss for one in bases.shown(service.bases.all(), timezone.localdate()))
        told = ngettext("%(number)s article changed", "%(number)s articles changed", amiss) % {"number": amiss}
        return told if amiss else "–"

    @admin.action(description=_("Note that the text was held against its articles today"), permissions=["change"])
    def note_checked(self, request: HttpRequest, chosen: QuerySet[Service]) -> None:
        for service in chosen:
            checking.note_checked(service, by=acting(request))
            messages.success(request, _("“%(name)s” is held against the law of today.") % {"name": service})

    @override
    def save_model(self, request: HttpRequest, obj: Service, form: Any, change: bool) -> None:
        editing.save_service(obj, by=acting(request))

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


if TYPE_CHECKING:
    Row = admin.ModelAdmin[Any]
else:
    Row = object


class Part(Row):
    """Rows that are a part of a service, which may be deleted; what became of them its history tells."""

    list_filter_submit = True

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Mapping[str, Any] | None = None
    ) -> HttpResponse:
        part = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, part):
            raise PermissionDenied
        if part is None:
            return super().history_view(request, object_id)
        return redirect("admin:services_service_history", part.service_id)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        editing.delete_parts([obj], by=acting(request))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        parts: Iterable[Any] = list(queryset)
        editing.delete_parts(parts, by=acting(request))


@admin.register(Material)
class MaterialAdmin(Part, Translatable, Themed, TranslationAdmin[Material]):
    list_display = ("name", "service", "position", "need", "formal")
    list_select_related = ("service",)
    list_filter = (("service", RelatedDropdownFilter), ("need", ChoicesDropdownFilter))
    search_fields = in_columns("name")
    fieldsets = (
        (None, {"fields": ("service", "position", "need", "formal")}),
        (pgettext_lazy("of a service", "paper wanted"), {"fields": in_columns("name")}),
    )

    @override
    def save_model(self, request: HttpRequest, obj: Material, form: Any, change: bool) -> None:
        editing.save_material(obj, by=acting(request))


@admin.register(Basis)
class BasisAdmin(Part, Translatable, Themed, TranslationAdmin[Basis]):
    list_display = ("article", "service", "position", "edition", "checked_on", "stands")
    list_display_links = ("article",)
    list_select_related = ("service", "law__jurisdiction")
    list_filter = (("service", RelatedDropdownFilter),)
    search_fields = (*in_columns("name", "about"), "path", "law__slug")
    autocomplete_fields = ("law",)
    readonly_fields = ("edition", "checked_on")
    fieldsets = (
        (None, {"fields": ("service", "position", "law", "path", "edition", "checked_on")}),
        *by_language("about", "name", classes=("tab",)),
    )

    @admin.display(description=Basis._meta.verbose_name)
    def article(self, basis: Basis) -> str:
        return f"{basis.law or basis.name} {bases.place(basis)}".strip()

    @admin.display(description=_("how it stands"))
    def stands(self, basis: Basis) -> str:
        return str(bases.shown([basis], timezone.localdate())[0].standing.label)

    @override
    def save_model(self, request: HttpRequest, obj: Basis, form: Any, change: bool) -> None:
        editing.save_basis(obj, by=acting(request))


@admin.register(Figure)
class FigureAdmin(Part, Themed, admin.ModelAdmin[Figure]):
    list_display = ("rule", "service", "aspect", "position")
    list_select_related = ("service",)
    list_filter = (("service", RelatedDropdownFilter), ("aspect", ChoicesDropdownFilter))
    search_fields = ("rule",)
    fields = ("service", "position", "aspect", "rule")

    @override
    def save_model(self, request: HttpRequest, obj: Figure, form: Any, change: bool) -> None:
        editing.save_figure(obj, by=acting(request))


@admin.register(Legalization)
class LegalizationAdmin(WithHistory, Themed, admin.ModelAdmin[Legalization]):
    form = LegalizationForm
    list_display = ("jurisdiction", "membership", "in_force_on", "status", "checked_on")
    list_select_related = ("jurisdiction",)
    list_filter = (("membership", ChoicesDropdownFilter), ("status", ChoicesDropdownFilter))
    list_filter_submit = True
    search_fields = ("jurisdiction__code", *in_columns("jurisdiction__name"))
    formfield_overrides = {models.URLField: {"assume_scheme": "https", "widget": UnfoldAdminURLInputWidget}}
    fieldsets = (
        (None, {"fields": ("jurisdiction", "membership", "in_force_on", "objections")}),
        (_("Where this was looked up"), {"fields": ("status", "source_url", "checked_on")}),
    )

    @override
    def save_model(self, request: HttpRequest, obj: Legalization, form: Any, change: bool) -> None:
        editing.save_legalization(obj, by=acting(request))

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
