"""Bundles in the console: their pages stand below the matter they are of."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern, path

from legal.bundles import officers
from legal.bundles.models import Bundle
from legal.matters.officers import for_officers
from portal.themed import ReadOnly, Themed


@admin.register(Bundle)
class BundleAdmin(ReadOnly, Themed, admin.ModelAdmin[Bundle]):
    def get_urls(self) -> list[URLPattern]:
        """The pages of the bundles of one matter, and none of rows."""
        return [
            path("<enterprise:matter>/", for_officers(officers.bundles_page), name="bundles_bundle_of"),
            path("<enterprise:matter>/assemble/", for_officers(officers.assemble_page), name="bundles_assemble"),
            path(
                "<enterprise:matter>/<int:position>/download/",
                for_officers(officers.download_page),
                name="bundles_download",
            ),
            path(
                "<enterprise:matter>/<int:position>/hand-over/",
                for_officers(officers.hand_over_page),
                name="bundles_hand_over",
            ),
        ]

    def has_module_permission(self, request: HttpRequest) -> bool:
        """It has no list of its own."""
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
