"""Requests to join a party in the console: a list of those of open files, and the page on which one is decided."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path

from legal.arbitration import officers
from legal.arbitration.models import Joinder
from legal.matters.models import Matter
from legal.matters.officers import for_officers
from portal.accounts.acting import acting
from portal.history.admin import WithHistory
from portal.themed import ReadOnly, Themed, Uncounted


@admin.register(Joinder)
class JoinderAdmin(WithHistory, ReadOnly, Uncounted, Themed, admin.ModelAdmin[Joinder]):
    """Those of files that are opened to whoever looks; who is to be joined stands on the page of the file alone."""

    list_display = ("reference", "position", "state", "asked_at", "decided_at")
    ordering = ("-pk",)
    sortable_by = ()
    fields = readonly_fields = ("reference", "position", "side", "state", "asked_at", "decided_at")

    @admin.display(description=Joinder._meta.get_field("matter").verbose_name)
    def reference(self, joinder: Joinder) -> str:
        return joinder.matter.number

    def get_queryset(self, request: HttpRequest) -> QuerySet[Joinder]:
        opened = Matter.objects.read_by_staff(acting(request))
        every: QuerySet[Joinder] = super().get_queryset(request)
        return every.filter(matter__in=opened).select_related("matter")

    def get_urls(self) -> list[URLPattern]:
        return [
            path(
                "of/<enterprise:matter>/<int:position>/",
                for_officers(officers.decide_page),
                name="arbitration_joinder_of",
            ),
            *super().get_urls(),
        ]
