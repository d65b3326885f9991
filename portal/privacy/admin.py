"""Consents, retention and the security log in the console; what is only added to can only be read."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin
from typing_extensions import override

from portal.privacy.actions import consents, retention
from portal.privacy.errors import StandsForGoodError
from portal.privacy.models import Consent, ConsentText, Erasure, RetentionRule, SecurityEvent
from portal.privacy.persons import person
from portal.themed import ReadOnly, Themed, Uncounted, by_language


@admin.register(ConsentText)
class ConsentTextAdmin(Themed, TranslationAdmin[ConsentText]):
    list_display = ("title", "purpose", "version", "is_approved", "in_force_from")
    list_filter = ("purpose", "is_approved")
    readonly_fields = ("version", "in_force_from")
    fieldsets = (
        (None, {"fields": ("purpose", "version", "is_approved", "in_force_from")}),
        *by_language("title", "body"),
    )
    actions = ("put_in_force",)

    def has_change_permission(self, request: HttpRequest, obj: ConsentText | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or obj.in_force_from is None)

    def has_delete_permission(self, request: HttpRequest, obj: ConsentText | None = None) -> bool:
        return super().has_delete_permission(request, obj) and obj is not None and obj.in_force_from is None

    def get_readonly_fields(self, request: HttpRequest, obj: ConsentText | None = None) -> tuple[str, ...]:
        # A version is one of its purpose.
        return (*self.readonly_fields, "purpose") if obj else self.readonly_fields

    def changeform_view(self, request: HttpRequest, *which: Any, **named: Any) -> Any:
        try:
            return super().changeform_view(request, *which, **named)
        except StandsForGoodError as error:
            # Somebody has put it in force since the page was asked for.
            self.message_user(request, str(error), messages.ERROR)
            return redirect(request.get_full_path())

    @override
    def save_model(self, request: HttpRequest, obj: ConsentText, form: ModelForm[ConsentText], change: bool) -> None:
        consents.save_text(obj, by=person(request))

    @admin.action(description=_("Put in force, unchanged for good"), permissions=["change"])
    def put_in_force(self, request: HttpRequest, queryset: QuerySet[ConsentText]) -> None:
        for text in queryset:
            try:
                consents.put_in_force(text, by=person(request))
            except StandsForGoodError as error:
                self.message_user(request, str(error), messages.ERROR)
            else:
                self.message_user(request, gettext("%(text)s is in force.") % {"text": text}, messages.SUCCESS)


@admin.register(Consent)
class ConsentAdmin(ReadOnly, Uncounted, Themed, admin.ModelAdmin[Consent]):
    list_display = ("user", "purpose", "version", "language", "recipient", "given_at", "withdrawn_at")
    list_select_related = ("user", "text", "withdrawal")
    list_filter = ("purpose", "language")
    search_fields = ("user__email", "recipient")

    @admin.display(description=_("version"), ordering="text__version")
    def version(self, consent: Consent) -> int:
        return consent.text.version

    @admin.display(description=_("withdrawn"), ordering="withdrawal__at")
    def withdrawn_at(self, consent: Consent) -> object:
        return consent.withdrawal.at if consent.is_withdrawn else None


@admin.register(RetentionRule)
class RetentionRuleAdmin(Themed, TranslationAdmin[RetentionRule]):
    list_display = ("name", "kind", "days", "least_days", "ground")
    readonly_fields = ("kind", "least_days")
    fieldsets = (
        (None, {"fields": ("kind", "days", "least_days", "ground")}),
        *by_language("name", "basis"),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        # A rule without records that know it would promise what nobody keeps.
        return False

    def has_delete_permission(self, request: HttpRequest, obj: RetentionRule | None = None) -> bool:
        return False

    @override
    def save_model(
        self,
        request: HttpRequest,
        obj: RetentionRule,
        form: ModelForm[RetentionRule],
        change: bool,
    ) -> None:
        retention.save_rule(obj, by=person(request))


@admin.register(SecurityEvent)
class SecurityEventAdmin(ReadOnly, Uncounted, Themed, admin.ModelAdmin[SecurityEvent]):
    list_display = ("at", "kind", "user", "address", "agent", "told")
    fields = list_display
    list_select_related = ("user",)
    list_filter = ("kind",)
    search_fields = ("user__email", "address")
    date_hierarchy = "at"

    @admin.display(description=_("detail"))
    def told(self, event: SecurityEvent) -> str:
        return event.told


@admin.register(Erasure)
class ErasureAdmin(ReadOnly, Uncounted, Themed, admin.ModelAdmin[Erasure]):
    list_display = ("user_id", "by", "at")
    list_select_related = ("by",)
