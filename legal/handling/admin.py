"""Matters in the console: queues, declarations, files and decisions; their rows are changed by actions alone."""

from typing import Any, Final

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from modeltranslation.admin import TranslationAdmin

from legal.handling.forms.template import TemplateForm
from legal.handling.models import Letter
from legal.handling.officers import counting, deciding, declaring, files, lettering, queues
from legal.matters.models import Matter
from legal.matters.officers import FILE, for_officers
from portal.accounts.models import User
from portal.history.admin import WithHistory
from portal.themed import ReadOnly, Themed, allowed, by_language, in_columns

# The right to come into the room; which matters are there for somebody, the rights of their kinds say.
SEE: Final = "matters.view_matter"


@admin.register(Matter)
class MatterAdmin(WithHistory, ReadOnly, Themed, admin.ModelAdmin[Matter]):
    def get_urls(self) -> list[URLPattern]:
        """The pages of matters instead of those of rows; their history is what it is for every record."""
        return [
            path("", allowed(queues.queue_page, SEE), name="matters_matter_changelist"),
            path("statistics/", allowed(counting.statistics_page, SEE), name="handling_statistics"),
            path("statistics/export/", allowed(counting.export_page, SEE), name="handling_export"),
            path(
                "<str:object_id>/history/", self.admin_site.admin_view(self.history_view), name="matters_matter_history"
            ),
            path("<str:object_id>/change/", self.admin_site.admin_view(self.change_view), name="matters_matter_change"),
            path("<enterprise:matter>/", for_officers(files.file_page), name="handling_file"),
            path("<enterprise:matter>/declare/", for_officers(declaring.declare_page), name="handling_declare"),
            path(
                "<enterprise:matter>/exhibits/<int:number>/", for_officers(files.exhibit_page), name="handling_exhibit"
            ),
            path("<enterprise:matter>/letters/", for_officers(lettering.letters_page), name="handling_letters"),
            path(
                "<enterprise:matter>/letters/<slug:letter>/",
                for_officers(lettering.letter_page),
                name="handling_write_letter",
            ),
            path("<enterprise:matter>/decide/<slug:move>/", for_officers(deciding.decide_page), name="handling_decide"),
            *(
                path(f"<enterprise:matter>/{act}/", for_officers(files.act_page), {"act": act}, name=f"handling_{act}")
                for act in files.DONE
            ),
        ]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Leads to the file, which is what is here instead of the form of a row."""
        if request.method == "POST" or not self.has_view_permission(request):
            raise PermissionDenied
        row = self.get_object(request, unquote(object_id))
        return redirect(FILE, matter=row.key) if row else redirect("admin:matters_matter_changelist")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Of one matter: for those to whom it is opened."""
        if obj is not None and isinstance(request.user, User):
            return Matter.objects.read_by_staff(request.user).filter(pk=obj.pk).exists()
        return super().has_view_permission(request)


@admin.register(Letter)
class LetterAdmin(WithHistory, Themed, TranslationAdmin[Letter]):
    form = TemplateForm
    list_display = ("__str__", "slug", "kind", "move", "sample")
    list_display_links = ("__str__",)
    search_fields = ("slug", *in_columns("name"))
    ordering = ("slug",)
    fieldsets = (
        (None, {"fields": ("slug", "kind", "move")}),
        *by_language("name", "body", classes=("tab",)),
    )
