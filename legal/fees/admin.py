"""Fees in the console: notices, with the pages of cashiers and officers, and the accounts they are paid to."""

from typing import Final

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import ChoicesDropdownFilter

from legal.fees.currencies import written
from legal.fees.desk import exporting, issuing, notices
from legal.fees.models import FeeNotice, Payee
from legal.fees.models.notice import CASHIER, ISSUER, RELIEVER
from portal.accounts.acting import acting
from portal.history.admin import WithHistory
from portal.themed import ReadOnly, Themed, Uncounted, allowed

SEE: Final = "fees.view_feenotice"
# What each act needs.
NEEDS: Final = {act: {"propose": RELIEVER, "cancel": ISSUER}.get(act, CASHIER) for act in notices.ACTS}


@admin.register(FeeNotice)
class FeeNoticeAdmin(WithHistory, ReadOnly, Uncounted, Themed, admin.ModelAdmin[FeeNotice]):
    list_display = ("number", "matter_number", "payer", "total_written", "state", "issued_at")
    list_select_related = ("matter", "party")
    list_filter = (("state", ChoicesDropdownFilter),)
    list_filter_submit = True
    search_fields = ("number", "matter__number")
    search_help_text = _("The number of a fee notice or of a matter.")
    ordering = ("-issued_at", "-pk")
    sortable_by = ()
    fields = readonly_fields = ("pages", "matter_number", "payer", "total_written", "state", "issued_at", "issued_by")

    @admin.display(description=_("matter"))
    def matter_number(self, notice: FeeNotice) -> str:
        return str(notice.matter.number)

    @admin.display(description=_("who owes it"))
    def payer(self, notice: FeeNotice) -> str:
        return notice.payer

    @admin.display(description=_("sum"))
    def total_written(self, notice: FeeNotice) -> str:
        return written(notice.total, notice.currency)

    @admin.display(description=_("fee notice"))
    def pages(self, notice: FeeNotice) -> SafeString:
        address = reverse("admin:fees_feenotice_notice", args=[notice.pk])
        return format_html('<a class="underline" href="{}">{}</a>', address, _("Payments, waivers and refunds"))

    def get_queryset(self, request: HttpRequest) -> QuerySet[FeeNotice]:
        rows: QuerySet[FeeNotice] = FeeNotice.objects.worked_on_by(acting(request))
        return rows.order_by("-issued_at", "-pk")

    def get_urls(self) -> list[URLPattern]:
        pages = [
            path("queue/", allowed(notices.queue_page, CASHIER), name="fees_feenotice_queue"),
            path("export/", allowed(exporting.export_page, CASHIER), name="fees_feenotice_export"),
            path("issue/<slug:matter>/", allowed(issuing.issue_page, ISSUER), name="fees_feenotice_issue"),
            path("<int:pk>/notice/", allowed(notices.notice_page, SEE), name="fees_feenotice_notice"),
            *(
                path(
                    f"<int:pk>/notice/{act}/" + ("" if act in notices.WITH_NOTICES else "<int:one>/"),
                    allowed(notices.act_page, needs),
                    {"act": act},
                    name=f"fees_feenotice_{act}",
                )
                for act, needs in NEEDS.items()
            ),
        ]
        return [*pages, *super().get_urls()]


@admin.register(Payee)
class PayeeAdmin(WithHistory, Themed, admin.ModelAdmin[Payee]):
    list_display = ("holder", "currency", "account", "in_use", "sample")
    search_fields = ("holder", "account")
    fields = ("holder", "bank", "account", "bank_code", "currency", "issues_invoice", "sample", "in_use")

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
