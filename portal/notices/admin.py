"""Notices and deliveries in the console: to be read, and what was given up to be sent again."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.notices import actions
from portal.notices.errors import NotGivenUpError
from portal.notices.models import Delivery, Notice
from portal.notices.recipients import reader
from portal.themed import ReadOnly, Themed


@admin.register(Notice)
class NoticeAdmin(ReadOnly, Themed, admin.ModelAdmin[Notice]):
    list_per_page = 50
    show_full_result_count = False
    list_display = ("kind", "recipient", "created_at", "read_at")
    list_filter = ("kind", "created_at")
    list_select_related = ("user",)
    search_fields = ("=user__email", "=email")
    fields = (
        "id",
        "kind",
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

    @admin.display(description=_("recipient"))
    def recipient(self, notice: Notice) -> str:
        return notice.room or notice.address


@admin.register(Delivery)
class DeliveryAdmin(ReadOnly, Themed, admin.ModelAdmin[Delivery]):
    list_per_page = 50
    show_full_result_count = False
    actions = ("send_again",)
    list_display = ("notice_kind", "channel", "state", "attempts", "due_at", "next_attempt_at", "last_error")
    list_filter = ("state", "channel", "notice__kind", "due_at")
    list_select_related = ("notice",)
    search_fields = ("=notice__user__email", "=notice__email", "=message_id")

    @admin.display(description=_("kind"), ordering="notice__kind")
    def notice_kind(self, delivery: Delivery) -> str:
        return delivery.notice.kind

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
