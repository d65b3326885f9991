"""Mediation in the console: the mediators, as staff keep them, and the pages of officers about one mediation."""

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from legal.matters.models import Matter
from legal.matters.officers import for_officers
from legal.mediation.desk import mediating, meeting
from legal.mediation.models import Dispute, Mediator
from portal.accounts.acting import acting
from portal.accounts.translating import Translatable
from portal.history.admin import WithHistory
from portal.themed import ReadOnly, Themed, Uncounted, in_columns


@admin.register(Mediator)
class MediatorAdmin(WithHistory, Translatable, Themed, TranslationAdmin[Mediator]):
    """Those who mediate; one whose mediations are over is kept, and takes no more."""

    list_display = ("name", "spoken", "available")
    list_filter = ("available",)
    search_fields = in_columns("name")
    fieldsets = ((None, {"fields": (*in_columns("name"), "languages", *in_columns("about"), "available")}),)

    @admin.display(description=_("languages"))
    def spoken(self, mediator: Mediator) -> str:
        return ", ".join(mediator.language_names)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Dispute)
class DisputeAdmin(WithHistory, ReadOnly, Uncounted, Themed, admin.ModelAdmin[Dispute]):
    """Rows of files that are opened to whoever looks: to officers without a conflict of interest, and to auditors."""

    list_display = ("__str__", "held_in", "mediator")
    list_select_related = ("matter", "mediator")
    ordering = ("-pk",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Dispute]:
        opened = Matter.objects.read_by_staff(acting(request))
        return super().get_queryset(request).filter(matter__in=opened)

    def get_urls(self) -> list[URLPattern]:
        pages = {
            "appoint": mediating.appoint_page,
            "settle": mediating.settle_page,
            "sessions": meeting.sessions_page,
            "cancel": meeting.cancel_page,
            "hold": meeting.hold_page,
        }
        return [
            *(
                path(f"<slug:matter>/{name}/", for_officers(view), name=f"mediation_dispute_{name}")
                for name, view in pages.items()
            ),
            *super().get_urls(),
        ]
