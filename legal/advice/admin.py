"""Advice in the console: the pages of staff lawyers; rows are those of files that are opened to whoever looks."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path

from legal.advice.desk import answering, remarking
from legal.advice.models import Question, Review
from legal.matters.models import Matter
from legal.matters.officers import for_officers
from portal.accounts.acting import acting
from portal.history.admin import WithHistory
from portal.themed import ReadOnly, Themed, Uncounted


class OfOpenFiles(WithHistory, ReadOnly, Uncounted, Themed, admin.ModelAdmin[Any]):
    """Rows of files that are opened to whoever looks: to officers without a conflict of interest, and to auditors."""

    list_display = ("__str__", "answer_in")
    list_select_related = ("matter",)
    ordering = ("-pk",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        opened = Matter.objects.read_by_staff(acting(request))
        return super().get_queryset(request).filter(matter__in=opened)


@admin.register(Question)
class QuestionAdmin(OfOpenFiles):
    def get_urls(self) -> list[URLPattern]:
        return [
            path("<slug:matter>/answer/", for_officers(answering.answer_page), name="advice_question_answer"),
            *super().get_urls(),
        ]


@admin.register(Review)
class ReviewAdmin(OfOpenFiles):
    def get_urls(self) -> list[URLPattern]:
        return [
            path("<slug:matter>/remarks/", for_officers(remarking.remarks_page), name="advice_review_remarks"),
            path("<slug:matter>/take-out/", for_officers(remarking.take_out_page), name="advice_review_take_out"),
            path("<slug:matter>/deliver/", for_officers(remarking.deliver_page), name="advice_review_deliver"),
            *super().get_urls(),
        ]
