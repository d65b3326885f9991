"""Notices and deliveries in the console: to be read, and what was given up to be sent again."""

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.admin import ModelAdmin

from portal.notices import actions
from portal.notices.errors import NotGivenUpError
from portal.notices.models import Delivery, Notice
from portal.notices.recipients import reader


class ReadOnlyAdmin(ModelAdmin):  # type: ignore[misc]  # the theme has no types
    """Rows that nobody writes by hand."""

    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Notice)
class NoticeAdmin(ReadOnlyAdmin):
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
class DeliveryAdmin(ReadOnlyAdmin):
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
