"""Enterprises in the console: lists that are quick however long, and the pages of the officers."""

from typing import Any, Final

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin
from typing_extensions import override
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RelatedDropdownFilter

from enterprises.actions import industries
from enterprises.finding import beginning_with
from enterprises.models import Enterprise, Identifier, Industry, Membership
from enterprises.officers import registrations, sheets
from portal.accounts.acting import acting
from portal.history.admin import WithHistory
from portal.themed import ReadOnly, Themed, ThemedInline, Uncounted, allowed, by_language, in_columns

SEE: Final = "enterprises.view_enterprise"
DECIDE: Final = "enterprises.verify_enterprise"
IMPORT: Final = "enterprises.import_enterprise"


class IdentifierInline(ReadOnly, ThemedInline, admin.TabularInline[Identifier, Enterprise]):
    model = Identifier
    fields = readonly_fields = ("label", "value", "checked", "held", "verified_by", "verified_at")
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[Identifier]:
        return super().get_queryset(request).select_related("verified_by")

    @admin.display(description=_("kind of number"))
    def label(self, identifier: Identifier) -> str:
        return identifier.label


class MembershipInline(ReadOnly, ThemedInline, admin.TabularInline[Membership, Enterprise]):
    model = Membership
    fields = readonly_fields = ("person", "role", "joined_at")
    extra = 0
    # Each row is made of many templates of the theme: twenty take as long as the rest of the page.
    per_page = 20

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        rows: Any = super().get_queryset(request)
        ordered: QuerySet[Membership] = rows.in_order()
        return ordered


@admin.register(Enterprise)
class EnterpriseAdmin(WithHistory, ReadOnly, Uncounted, Themed, TranslationAdmin[Enterprise]):
    list_display = ("called", "state", "country", "industry", "in_zone", "submitted_at")
    list_display_links = ("called",)
    list_select_related = ("country", "industry")
    list_filter = (
        ("state", ChoicesDropdownFilter),
        ("country", RelatedDropdownFilter),
        ("industry", RelatedDropdownFilter),
        ("in_zone", ChoicesDropdownFilter),
    )
    list_filter_submit = True
    # `get_search_results` says how: by the beginning of a name, a number or an address.
    search_fields = ("key",)
    search_help_text = _("The beginning of a name, a number or an e-mail address.")
    ordering = ("-pk",)
    # By a column all rows would be sorted: the filters narrow them, and the queue begins with the longest waiting.
    sortable_by = ()
    fieldsets = (
        (None, {"fields": ("registration", "state", "country", "register_name")}),
        (_("Names"), {"fields": in_columns("name")}),
        (
            _("Facts"),
            {"fields": ("legal_form", "industry", "in_zone", "representative", "address", "phone", "email", "website")},
        ),
        (_("Days"), {"fields": ("created_at", "changed_at", "submitted_at", "verified_at")}),
    )
    # Officers decide and members write: here it is read.
    readonly_fields = (
        "registration",
        "state",
        "country",
        "register_name",
        *in_columns("name"),
        "legal_form",
        "industry",
        "in_zone",
        "representative",
        "address",
        "phone",
        "email",
        "website",
        "created_at",
        "changed_at",
        "submitted_at",
        "verified_at",
    )
    inlines = (IdentifierInline, MembershipInline)

    @admin.display(description=_("enterprise"))
    def called(self, enterprise: Enterprise) -> str:
        return str(enterprise)

    @admin.display(description=_("registration"))
    def registration(self, enterprise: Enterprise) -> SafeString:
        address = reverse("admin:enterprises_enterprise_registration", args=[enterprise.pk])
        return format_html('<a class="underline" href="{}">{}</a>', address, _("Papers, history and decision"))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Enterprise], search_term: str
    ) -> tuple[QuerySet[Enterprise], bool]:
        typed = search_term.replace("\0", "").strip()
        if not typed:
            return queryset, False
        return beginning_with(queryset, typed), False

    def get_urls(self) -> list[URLPattern]:
        pages = [
            path("queue/", allowed(registrations.queue_page, SEE), name="enterprises_enterprise_queue"),
            path(
                "<int:pk>/registration/",
                allowed(registrations.registration_page, SEE),
                name="enterprises_enterprise_registration",
            ),
            path("sheets/", allowed(sheets.sheets_page, SEE), name="enterprises_enterprise_sheets"),
            path("sheets/export/", allowed(sheets.export_page, SEE), name="enterprises_enterprise_export"),
            path("sheets/import/", allowed(sheets.import_page, IMPORT), name="enterprises_enterprise_import"),
            path("sheets/template/", allowed(sheets.template_page, IMPORT), name="enterprises_enterprise_template"),
            *(
                path(
                    f"sheets/<uuid:sheet>/{part}",
                    allowed(view, permission),
                    name=f"enterprises_enterprise_sheet{part and '_'}{part.strip('/')}",
                )
                for part, view, permission in [
                    ("", sheets.sheet_page, SEE),
                    ("apply/", sheets.apply_page, IMPORT),
                    ("file/", sheets.file_page, SEE),
                ]
            ),
            *(
                path(
                    f"<int:pk>/registration/{act}/",
                    allowed(registrations.act_page, DECIDE),
                    {"act": act},
                    name=f"enterprises_enterprise_{act.replace('-', '_')}",
                )
                for act in registrations.ACTS
            ),
        ]
        return [*pages, *super().get_urls()]


@admin.register(Industry)
class IndustryAdmin(WithHistory, Themed, TranslationAdmin[Industry]):
    list_display = ("name", "slug", "weight", "position")
    search_fields = ("slug", *in_columns("name"))
    fieldsets = ((None, {"fields": ("slug", "weight", "position")}), *by_language("name"))

    @override
    def save_model(self, request: HttpRequest, obj: Industry, form: ModelForm[Industry], change: bool) -> None:
        industries.save_industry(obj, by=acting(request))
