"""Bundles in the console: a list of numbers and days; the pages of the bundles of one matter stand below it."""

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path

from legal.bundles import officers
from legal.bundles.models import Bundle
from legal.matters.models import Matter
from legal.matters.officers import for_officers
from portal.accounts.acting import acting
from portal.history.admin import WithHistory
from portal.themed import ReadOnly, Themed


@admin.register(Bundle)
class BundleAdmin(WithHistory, ReadOnly, Themed, admin.ModelAdmin[Bundle]):
    """What is in one is read and taken away on the page of its matter, after the declaration."""

    list_display = ("reference", "position", "made_at", "sha256")
    search_fields = ("matter__number",)
    fields = ("reference", "position", "made_at", "sha256")
    readonly_fields = fields

    @admin.display(description=Bundle._meta.get_field("matter").verbose_name, ordering="matter__number")
    def reference(self, bundle: Bundle) -> str:
        return bundle.matter.number

    def get_queryset(self, request: HttpRequest) -> QuerySet[Bundle]:
        """Those of matters of the kinds somebody handles, and for auditors all."""
        every: QuerySet[Bundle] = super().get_queryset(request)
        by = acting(request)
        mine = Q(matter__in=Matter.objects.handled_by(by)) | Q(matter__in=Matter.objects.audited_by(by))
        return every.filter(mine).select_related("matter").defer("texts", "sources", "manifest")

    def get_urls(self) -> list[URLPattern]:
        of_one = "of/<enterprise:matter>/"
        return [
            path(of_one, for_officers(officers.bundles_page), name="bundles_bundle_of"),
            path(f"{of_one}assemble/", for_officers(officers.assemble_page), name="bundles_assemble"),
            path(f"{of_one}<int:position>/download/", for_officers(officers.download_page), name="bundles_download"),
            path(f"{of_one}<int:position>/hand-over/", for_officers(officers.hand_over_page), name="bundles_hand_over"),
            *super().get_urls(),
        ]
