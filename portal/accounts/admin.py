"""People and roles in the console."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from typing_extensions import override
from unfold.forms import AdminPasswordChangeForm

from portal.accounts import rights, roles, second_factor
from portal.accounts.acting import acting
from portal.accounts.actions import change_address, deactivate
from portal.accounts.finding import with_words
from portal.accounts.forms import UserChangeForm, UserCreationForm
from portal.accounts.giving import Giving, RoleFilter
from portal.accounts.models import Role, User
from portal.history import naming
from portal.history.admin import WithHistory
from portal.themed import ReadOnly, Themed, Uncounted

admin.site.unregister(Group)
# In the history roles and rights stand by what they are called, as on the page of a role.
naming.called("auth.group", lambda group: roles.label(group.name))
naming.called("auth.permission", rights.name)
# Addresses, secrets and sessions are their owner's; what staff may do about them is done on the page of the person.
for model in (EmailAddress, Authenticator, UserSession):
    admin.site.unregister(model)


@admin.register(User)
class UserAdmin(WithHistory, Giving, Uncounted, Themed, DjangoUserAdmin[User]):
    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    list_display = ("email", "full_name", "language", "is_staff", "is_active", "last_login")
    list_filter = ("is_staff", "is_superuser", "is_active", "language", RoleFilter)
    # `get_search_results` says how.
    search_fields = ("email",)
    search_help_text = _("The beginnings of words of the address, the name or the telephone number.")
    ordering = ("email",)
    # By another column all rows would be sorted.
    sortable_by = ("email",)
    readonly_fields = ("is_superuser", "has_second_factor", "last_login", "joined_at")
    fieldsets = (
        (None, {"fields": ("email", "full_name", "language", "phone", "time_zone", "has_second_factor")}),
        (_("What they may do"), {"fields": ("is_active", "is_staff", "groups", "is_superuser")}),
        (_("Days"), {"fields": ("last_login", "joined_at")}),
    )
    add_fieldsets = (
        (None, {"fields": ("email", "full_name", "language", "usable_password", "password1", "password2")}),
    )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[User], search_term: str
    ) -> tuple[QuerySet[User], bool]:
        return with_words(queryset, search_term), False

    @admin.display(boolean=True, description=_("second step of signing in"))
    def has_second_factor(self, user: User) -> bool:
        return second_factor.has_one(user)

    @override
    def save_model(self, request: HttpRequest, obj: User, form: ModelForm[User], change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and "email" in form.changed_data:
            change_address(obj, former=form.initial["email"], by=acting(request))
        if change and "is_active" in form.changed_data and not obj.is_active:
            deactivate(obj, by=acting(request))


@admin.register(Role)
class RoleAdmin(WithHistory, ReadOnly, Themed, admin.ModelAdmin[Role]):
    """The table of roles, to be read: what a role may do stands in the code, and is tested there."""

    list_display = ("label", "may", "must_not")
    list_display_links = ("label",)
    fields = ("label", "may", "must_not", "rights", "people")
    readonly_fields = fields
    ordering = ("name",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Role]:
        rows: QuerySet[Role] = super().get_queryset(request).filter(name__in=roles.BY_SLUG)
        return rows

    @admin.display(description=_("role"), ordering="name")
    def label(self, role: Role) -> str:
        return roles.label(role.name)

    @admin.display(description=_("may"))
    def may(self, role: Role) -> str:
        return str(roles.BY_SLUG[role.name].may)

    @admin.display(description=_("must not"))
    def must_not(self, role: Role) -> str:
        return str(roles.BY_SLUG[role.name].must_not)

    @admin.display(description=_("rights"))
    def rights(self, role: Role) -> SafeString:
        return format_html_join("", "<div>{}: {}</div>", rights.told(role))

    @admin.display(description=_("people"))
    def people(self, role: Role) -> SafeString:
        return format_html_join("", "<div>{}</div>", ((user.email,) for user in role.user_set.order_by("email")))
