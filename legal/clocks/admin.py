"""Deadlines in the console: those of the matters somebody handles, and the page of each."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from unfold.contrib.filters.admin import ChoicesDropdownFilter

from legal.clocks.desk import days
from legal.clocks.models import Deadline
from legal.matters.officers import for_officers
from portal.history.admin import WithHistory
from portal.themed import ReadOnly, Themed, Uncounted


@admin.register(Deadline)
class DeadlineAdmin(WithHistory, ReadOnly, Uncounted, Themed, admin.ModelAdmin[Deadline]):
    list_display = ("number", "clock_label", "whose", "due", "state")
    list_display_links = None
    list_filter = (("whose", ChoicesDropdownFilter), ("state", ChoicesDropdownFilter))
    list_filter_submit = True
    ordering = ("due", "pk")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Deadline]:
        """Those of matters somebody handles, or looks through."""
        return Deadline.objects.listed_to(request.user).select_related("matter__enterprise")

    @admin.display(description=_("Reference number"))
    def number(self, deadline: Deadline) -> SafeString:
        address = deadline.get_console_url()
        return format_html('<a class="underline" href="{}">{}</a>', address, deadline.matter.number)

    @admin.display(description=pgettext_lazy("of a matter", "Deadline"))
    def clock_label(self, deadline: Deadline) -> str:
        return deadline.label

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Each has a page of its own, which asks for a declaration first."""
        return obj is None and super().has_view_permission(request)

    def get_urls(self) -> list[URLPattern]:
        one = "<slug:matter>/<uuid:uid>/"
        return [
            path(one, for_officers(days.day_page), name="clocks_deadline_day"),
            *(
                path(f"{one}{act}/", for_officers(days.act_page), {"act": act}, name=f"clocks_deadline_{act}")
                for act in days.ACTS
            ),
            *super().get_urls(),
        ]
