"""Imports of law in the console: the list, the page of each, and what may be done with it."""

from collections.abc import Mapping
from typing import Any, Final

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import ChoicesDropdownFilter

from legal.intake import pages
from legal.intake.models import Intake
from portal.history.admin import WithHistory
from portal.themed import ReadOnly, Themed, allowed

DECIDE: Final = "intake.add_intake"


@admin.register(Intake)
class IntakeAdmin(WithHistory, ReadOnly, Themed, admin.ModelAdmin[Intake]):
    list_display = ("name", "state", "becomes", "brought_by", "brought_at")
    list_filter = (("state", ChoicesDropdownFilter),)
    list_filter_submit = True
    list_select_related = ("brought_by",)
    list_per_page = 50
    search_fields = ("name", "sha256")
    search_help_text = gettext_lazy("Name of the archive, or its SHA-256")
    fields = ("name", "state", "brought_by", "brought_at")
    change_form_template = "admin/intake/intake.html"

    @admin.display(description=gettext_lazy("laws"))
    def becomes(self, intake: Intake) -> str:
        if not intake.counts:
            return "–"
        laws = intake.counts["laws"]
        return _("%(created)s new, %(changed)s changed, %(unchanged)s unchanged; %(rejected)s rejected") % {
            **laws,
            "rejected": intake.counts["rejections"],
        }

    def get_urls(self) -> list[URLPattern]:
        acts = [
            path("<int:pk>/import/", allowed(pages.import_page, DECIDE), name="intake_intake_import"),
            path("<int:pk>/discard/", allowed(pages.discard_page, DECIDE), name="intake_intake_discard"),
            path("<int:pk>/retry/", allowed(pages.retry_page, DECIDE), name="intake_intake_retry"),
        ]
        return [*acts, *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Intake]:
        return super().get_queryset(request).select_related("jurisdiction")

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return request.user.has_perm(DECIDE)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Mapping[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        return pages.add_page(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Mapping[str, Any] | None = None
    ) -> HttpResponse:
        """Django's page decides who may see it; what it shows is ours."""
        intake = self.get_object(request, unquote(object_id))
        if intake is None or not self.has_view_permission(request, intake):
            return super().change_view(request, object_id, form_url)
        context = {"title": str(intake), **pages.told(request, intake)}
        response = super().change_view(request, object_id, form_url, context)
        if intake.is_moving:
            response["Refresh"] = pages.REFRESH
        return response
