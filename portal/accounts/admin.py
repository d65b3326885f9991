"""People and groups in the console."""

from typing import Any, Final

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.forms import AdminPasswordChangeForm

from portal.accounts import second_factor
from portal.accounts.acting import acting
from portal.accounts.actions import change_address, deactivate
from portal.accounts.forms import UserChangeForm, UserCreationForm
from portal.accounts.models import User

admin.site.unregister(Group)
# Addresses, secrets and sessions are their owner's; what staff may do about them is done on the page of the person.
for model in (EmailAddress, Authenticator, UserSession):
    admin.site.unregister(model)

# Whoever may give rights, or set a password, could make themselves anybody.
OF_ADMINISTRATORS: Final = ("is_staff", "is_superuser", "groups", "user_permissions", "password")


@admin.register(User)
class UserAdmin(DjangoUserAdmin[User], ModelAdmin):  # type: ignore[misc]  # both say how fields are shown
    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    list_display = ("email", "full_name", "language", "is_staff", "is_active", "last_login")
    list_filter = ("is_staff", "is_superuser", "is_active", "language", "groups")
    search_fields = ("email", "full_name", "phone")
    ordering = ("email",)
    readonly_fields = ("has_second_factor", "last_login", "joined_at")
    fieldsets = (
        (None, {"fields": ("email", "password", "full_name", "language", "phone", "time_zone", "has_second_factor")}),
        (_("What they may do"), {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
        (_("Days"), {"fields": ("last_login", "joined_at")}),
    )
    add_fieldsets = (
        (None, {"fields": ("email", "full_name", "language", "usable_password", "password1", "password2")}),
    )

    @admin.display(boolean=True, description=_("second step of signing in"))
    def has_second_factor(self, user: User) -> bool:
        return second_factor.has_one(user)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        kept = super().get_readonly_fields(request, obj)
        return kept if acting(request).is_superuser else (*kept, *OF_ADMINISTRATORS)

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002
        if not acting(request).is_superuser:
            raise PermissionDenied
        response: HttpResponse = super().user_change_password(request, id, form_url)
        return response

    def save_model(self, request: HttpRequest, obj: User, form: ModelForm[User], change: bool) -> None:  # noqa: FBT001
        super().save_model(request, obj, form, change)
        if change and "email" in form.changed_data:
            change_address(obj, by=acting(request))
        if change and "is_active" in form.changed_data and not obj.is_active:
            deactivate(obj, by=acting(request))


@admin.register(Group)
class GroupAdmin(DjangoGroupAdmin, ModelAdmin):  # type: ignore[misc]  # both say how fields are shown
    pass
