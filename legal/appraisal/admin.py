"""The register of opinions in the console, and the pages on which an appraisal is recorded."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path

from legal.appraisal import recording
from legal.appraisal.models import Opinion
from portal.history.admin import WithHistory
from portal.themed import ReadOnly, Themed


@admin.register(Opinion)
class OpinionAdmin(WithHistory, ReadOnly, Themed, admin.ModelAdmin[Opinion]):
    """Numbers and days alone: what a matter is about is read on its own page, after the declaration."""

    list_display = ("number", "issued_on", "reference", "recorded_at")
    search_fields = ("number", "matter__number")
    fields = ("number", "issued_on", "reference", "recorded_at")
    readonly_fields = fields

    @admin.display(description=Opinion._meta.get_field("matter").verbose_name, ordering="matter__number")
    def reference(self, opinion: Opinion) -> str:
        return opinion.matter.number

    def get_queryset(self, request: HttpRequest) -> QuerySet[Opinion]:
        mine: QuerySet[Opinion] = super().get_queryset(request).select_related("matter")
        return mine

    def get_urls(self) -> list[URLPattern]:
        of_one = "<slug:matter>/"
        pages = [
            path(f"{of_one}take-over/", recording.take_over, name="appraisal_opinion_take_over"),
            path(f"{of_one}extend/", recording.extend, name="appraisal_opinion_extend"),
            path(f"{of_one}issue/", recording.issue, name="appraisal_opinion_issue"),
            path(f"{of_one}receipts/<int:position>.pdf", recording.receipt, name="appraisal_opinion_receipt"),
        ]
        return [*pages, *super().get_urls()]
