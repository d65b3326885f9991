"""Firms and lawyers in the console: to look at; what changes a profile is a revision that somebody decides."""

from typing import Any, Final

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from modeltranslation.admin import TranslationAdmin
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RelatedDropdownFilter

from legal.lawyers.models import (
    Admission,
    Claim,
    Education,
    Firm,
    FirmInvitation,
    FirmMember,
    Lawyer,
    Mention,
    OfficeHours,
    Publication,
    Revision,
    Skill,
)
from legal.lawyers.moderators import claims, keeping, revisions
from portal.history.admin import WithHistory
from portal.themed import ReadOnly, Themed, ThemedInline, Uncounted, View, allowed, by_language, in_columns

SEE: Final = "lawyers.view_revision"
VERIFY_LAWYERS: Final = "lawyers.verify_lawyer"
VERIFY_FIRMS: Final = "lawyers.verify_firm"
CHECK = ("verified_at", "verified_by", "recheck_on", "sample")


class PartInline(ReadOnly, ThemedInline, admin.TabularInline[Any, Any]):
    extra = 0


def inline(shown: type[Model], *columns: str) -> type[PartInline]:
    """Rows of a part of a record, to look at."""
    return type(
        f"{shown.__name__}Inline", (PartInline,), {"model": shown, "fields": columns, "readonly_fields": columns}
    )


def acts(kind: str, page: View, permission: str, *names: str) -> list[URLPattern]:
    """An address for each thing that can be done with a record of a kind."""
    return [
        path(f"<int:pk>/{name}/", allowed(page, permission), {"act": name}, name=f"lawyers_{kind}_{name}")
        for name in names
    ]


@admin.register(Firm)
class FirmAdmin(WithHistory, ReadOnly, Uncounted, Themed, TranslationAdmin[Firm]):
    list_display = ("__str__", "jurisdiction", "kind", "verified_at", "recheck_on", "sample")
    list_display_links = ("__str__",)
    list_select_related = ("jurisdiction",)
    list_filter = (("jurisdiction", RelatedDropdownFilter), ("kind", ChoicesDropdownFilter), "sample")
    list_filter_submit = True
    search_fields = (*in_columns("name"), "slug", "licence_number")
    ordering = ("-pk",)
    readonly_fields = ("website", *CHECK)
    fieldsets = (
        (None, {"fields": ("slug", "kind", "jurisdiction", "licence_number", "website", *CHECK)}),
        *by_language("name", "city", "about", "issuing_body", classes=("tab",)),
    )
    inlines = (inline(FirmMember, "user", "administrator"),)

    def get_urls(self) -> list[URLPattern]:
        return [
            path("<int:pk>/keeping/", allowed(keeping.firm_page, SEE), name="lawyers_firm_keeping"),
            *acts("firm", keeping.firm_act, VERIFY_FIRMS, "verify"),
            *super().get_urls(),
        ]


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
    readonly_fields = ("state", "user", *CHECK)
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

    def get_urls(self) -> list[URLPattern]:
        return [
            path("<int:pk>/keeping/", allowed(keeping.lawyer_page, SEE), name="lawyers_lawyer_keeping"),
            *acts("lawyer", keeping.lawyer_act, VERIFY_LAWYERS, "verify", "hide", "show"),
            *super().get_urls(),
        ]


class OfProfiles(WithHistory, ReadOnly, Uncounted, Themed, admin.ModelAdmin[Any]):
    """What is about a profile: rows to look at, newest first."""

    list_display_links = ("__str__",)
    ordering = ("-pk",)


@admin.register(Revision)
class RevisionAdmin(OfProfiles):
    list_display = ("__str__", "state", "submitted_at", "decided_at")
    list_select_related = ("lawyer", "firm")
    list_filter = (("state", ChoicesDropdownFilter),)
    list_filter_submit = True
    fields = readonly_fields = ("lawyer", "firm", "state", "remark", "begun_at", "submitted_at", "decided_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Revision]:
        """What was submitted once: what is being written is the affair of those who write it."""
        return super().get_queryset(request).exclude(submitted_at=None)

    def get_urls(self) -> list[URLPattern]:
        return [
            path("queue/", allowed(revisions.queue_page, SEE), name="lawyers_revision_queue"),
            path("<int:pk>/decide/", allowed(revisions.decide_page, SEE), name="lawyers_revision_decide"),
            *acts("revision", revisions.act_page, VERIFY_LAWYERS, *revisions.DONE),
            *super().get_urls(),
        ]


@admin.register(Claim)
class ClaimAdmin(OfProfiles):
    list_display = ("__str__", "user", "state", "asked_at")
    list_select_related = ("lawyer", "firm", "user")
    list_filter = (("state", ChoicesDropdownFilter),)
    list_filter_submit = True
    fields = readonly_fields = ("lawyer", "firm", "user", "statement", "state", "remark", "asked_at")

    def get_urls(self) -> list[URLPattern]:
        return [
            path("<int:pk>/decide/", allowed(claims.decide_page, SEE), name="lawyers_claim_decide"),
            *acts("claim", claims.act_page, VERIFY_LAWYERS, *claims.DONE),
            *super().get_urls(),
        ]


@admin.register(FirmInvitation)
class FirmInvitationAdmin(OfProfiles):
    list_display = ("__str__", "state", "asked_at")
    list_select_related = ("lawyer", "firm")
    fields = readonly_fields = ("firm", "lawyer", "invited_by", "state", "asked_at")


@admin.register(Mention)
class MentionAdmin(WithHistory, ReadOnly, Uncounted, Themed, admin.ModelAdmin[Mention]):
    list_display = ("__str__", "lawyer", "named_at", "accepted_at", "refused_at")
    list_display_links = ("__str__",)
    list_select_related = ("lawyer", "case", "law")
    ordering = ("-pk",)
    fields = readonly_fields = (
        "lawyer",
        "case",
        "law",
        "path",
        "named_at",
        "accepted_at",
        "accepted_by",
        "refused_at",
        "refusal",
    )

    def get_urls(self) -> list[URLPattern]:
        return [*acts("mention", keeping.work_act, VERIFY_LAWYERS, "accept", "refuse"), *super().get_urls()]
