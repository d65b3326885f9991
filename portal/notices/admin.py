"""Notices and deliveries in the console: to be read, and what was given up to be sent again."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.notices import actions, finding
from portal.notices.errors import NotGivenUpError
from portal.notices.kinds import BY_SLUG, called
from portal.notices.models import Delivery, Notice
from portal.notices.recipients import reader
from portal.themed import KnownFilter, ReadOnly, Themed, Uncounted


class KindFilter(KnownFilter):
    """By what a kind is called."""

    title = _("kind")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(kind.slug, str(kind.label)) for kind in BY_SLUG.values()]


class KindOfDeliveryFilter(KindFilter):
    parameter_name = "notice__kind"


@admin.register(Notice)
class NoticeAdmin(ReadOnly, Uncounted, Themed, admin.ModelAdmin[Notice]):
    list_display = ("kind_shown", "recipient", "created_at", "read_at")
    list_filter = (KindFilter, "created_at")
    list_select_related = ("user",)
    # `get_search_results` says how.
    search_fields = ("email",)
    search_help_text = _("The e-mail address of the recipient.")
    # By a column all rows would be sorted: the newest come first, and the filters narrow them.
    sortable_by = ()
    fields = (
        "id",
        "kind_shown",
        "user",
        "email",
        "language",
        "room",
        "about_type",
        "about_id",
        "key",
        "created_at",
        "read_at",
    )

    @admin.display(description=_("kind"))
    def kind_shown(self, notice: Notice) -> str:
        return str(called(notice.kind))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Notice], search_term: str
    ) -> tuple[QuerySet[Notice], bool]:
        return (finding.addressed_to(queryset, search_term) if search_term.strip() else queryset), False

    @admin.display(description=_("recipient"))
    def recipient(self, notice: Notice) -> str:
        return notice.room or notice.address


@admin.register(Delivery)
class DeliveryAdmin(ReadOnly, Uncounted, Themed, admin.ModelAdmin[Delivery]):
    actions = ("send_again",)
    list_display = ("notice_kind", "channel", "state", "attempts", "due_at", "next_attempt_at", "last_error")
    list_filter = ("state", "channel", KindOfDeliveryFilter, "due_at")
    list_select_related = ("notice",)
    search_fields = ("message_id",)
    search_help_text = _("The e-mail address of the recipient, or the Message-ID of a mail.")
    sortable_by = ()

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Delivery], search_term: str
    ) -> tuple[QuerySet[Delivery], bool]:
        return (finding.sent_to(queryset, search_term) if search_term.strip() else queryset), False

    @admin.display(description=_("kind"))
    def notice_kind(self, delivery: Delivery) -> str:
        return str(called(delivery.notice.kind))

    @admin.action(description=_("Send again what was given up"), permissions=["resend"])
    def send_again(self, request: HttpRequest, queryset: QuerySet[Delivery]) -> None:
        again = 0
        for delivery in queryset:
            try:
                actions.send_again(delivery, by=reader(request))
                again += 1
            except NotGivenUpError:
                continue
        told = ngettext("%(count)s delivery is sent again.", "%(count)s deliveries are sent again.", again)
        self.message_user(request, told % {"count": again}, messages.SUCCESS if again else messages.WARNING)

    def has_resend_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("notices.resend_delivery")
