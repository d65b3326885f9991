"""Services in the console: a list that is read, and the page of each matter on which documents are served."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path

from legal.matters.models import Matter
from legal.matters.officers import for_officers
from legal.serving import officers
from legal.serving.models import Service
from portal.history.admin import WithHistory
from portal.themed import ReadOnly, Themed, Uncounted


@admin.register(Service)
class ServiceAdmin(WithHistory, ReadOnly, Uncounted, Themed, admin.ModelAdmin[Service]):
    list_display = ("__str__", "sent_at", "arrived_at", "arrival", "opened_at", "opened_in")
    list_display_links = None
    list_select_related = ("matter",)
    ordering = ("-pk",)
    sortable_by = ()
    fields = readonly_fields = ("matter", "position", "language", "sent_at", "arrived_at", "opened_at", "opened_in")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Service]:
        """Those of matters whose content whoever asks may read."""
        readable = Matter.objects.read_by_staff(request.user)
        return super().get_queryset(request).filter(matter__in=readable)

    def get_urls(self) -> list[URLPattern]:
        of_a_matter = "matters/<slug:matter>/"
        return [
            path(of_a_matter, for_officers(officers.serve_page), name="serving_serve"),
            *(
                path(f"{of_a_matter}{act}/", for_officers(officers.act_page), {"act": act}, name=f"serving_{act}")
                for act in officers.DONE
            ),
            *super().get_urls(),
        ]
