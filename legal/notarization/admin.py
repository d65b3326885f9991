"""The register of notarial certificates in the console, and the pages on which they are recorded."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path

from legal.notarization import recording
from legal.notarization.models import Certificate
from portal.history.admin import WithHistory
from portal.themed import ReadOnly, Themed


@admin.register(Certificate)
class CertificateAdmin(WithHistory, ReadOnly, Themed, admin.ModelAdmin[Certificate]):
    """Numbers and days alone: what a matter is about is read on its own page, after the declaration."""

    list_display = ("number", "issued_on", "reference", "recorded_at")
    search_fields = ("number", "matter__number")
    fields = ("number", "issued_on", "reference", "recorded_at")
    readonly_fields = fields

    @admin.display(description=Certificate._meta.get_field("matter").verbose_name, ordering="matter__number")
    def reference(self, certificate: Certificate) -> str:
        return certificate.matter.number

    def get_queryset(self, request: HttpRequest) -> QuerySet[Certificate]:
        mine: QuerySet[Certificate] = super().get_queryset(request).select_related("matter")
        return mine

    def get_urls(self) -> list[URLPattern]:
        pages = [
            path(f"<slug:matter>/{name}/", view, name=f"notarization_certificate_{name.replace('-', '_')}")
            for name, view in (
                ("refuse", recording.refuse),
                ("issue", recording.issue),
                ("note-apostille", recording.note_apostille),
                ("deliver", recording.deliver),
            )
        ]
        return [*pages, *super().get_urls()]
