"""Firms and lawyers in the console: to look at; what changes a profile is a revision that somebody decides."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from modeltranslation.admin import TranslationAdmin
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RelatedDropdownFilter

from legal.lawyers.models import (
    Admission,
    Education,
    Firm,
    FirmMember,
    Lawyer,
    Mention,
    OfficeHours,
    Publication,
    Skill,
)
from portal.history.admin import WithHistory
from portal.themed import ReadOnly, Themed, ThemedInline, Uncounted, by_language, in_columns

CHECK = ("verified_at", "verified_by", "recheck_on", "sample")


class PartInline(ReadOnly, ThemedInline, admin.TabularInline[Any, Any]):
    extra = 0


def inline(shown: type[Model], *columns: str) -> type[PartInline]:
    """Rows of a part of a record, to look at."""
    return type(f"{shown.__name__}Inline", (PartInline,), {"model": shown, "fields": columns})


@admin.register(Firm)
class FirmAdmin(WithHistory, ReadOnly, Uncounted, Themed, TranslationAdmin[Firm]):
    list_display = ("__str__", "jurisdiction", "kind", "verified_at", "recheck_on", "sample")
    list_display_links = ("__str__",)
    list_select_related = ("jurisdiction",)
    list_filter = (("jurisdiction", RelatedDropdownFilter), ("kind", ChoicesDropdownFilter), "sample")
    list_filter_submit = True
    search_fields = (*in_columns("name"), "slug", "licence_number")
    ordering = ("-pk",)
    fieldsets = (
        (None, {"fields": ("slug", "kind", "jurisdiction", "licence_number", "website", *CHECK)}),
        *by_language("name", "city", "about", "issuing_body", classes=("tab",)),
    )
    inlines = (inline(FirmMember, "user", "administrator"),)


@admin.register(Lawyer)
class LawyerAdmin(WithHistory, ReadOnly, Uncounted, Themed, TranslationAdmin[Lawyer]):
    list_display = ("__str__", "jurisdiction", "kind", "firm", "state", "verified_at", "recheck_on", "sample")
    list_display_links = ("__str__",)
    list_select_related = ("jurisdiction", "firm")
    list_filter = (
        ("jurisdiction", RelatedDropdownFilter),
        ("kind", ChoicesDropdownFilter),
        ("state", ChoicesDropdownFilter),
        "sample",
    )
    list_filter_submit = True
    search_fields = (*in_columns("name"), "native_name", "slug", "licence_number")
    ordering = ("-pk",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    *("slug", "state", "user", "kind", "native_name", "native_language", "firm", "jurisdiction"),
                    *("licence_number", "licensed_on", *CHECK, "topics", "time_zone", "takes_new_matters"),
                )
            },
        ),
        *by_language("name", "issuing_body", "summary", "fees", classes=("tab",)),
    )
    inlines = (
        inline(Admission, "jurisdiction", "number", "since"),
        inline(Skill, "language", "consult", "draft", "plead"),
        inline(OfficeHours, "weekday", "opens", "closes"),
        inline(Education, "institution", "degree", "year", "language"),
        inline(Publication, "title", "published_in", "year", "language", "link"),
        inline(Mention, "case", "law", "path", "accepted_at", "accepted_by"),
    )
