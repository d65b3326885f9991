"""The part of a person's page in the console that gives and takes rights."""

from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.contrib import admin
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from portal.accounts import actions, appointing, roles
from portal.accounts.acting import acting
from portal.accounts.models import User

# What somebody may not change about themselves; the other rights are given nowhere in the console.
OWN: Final = frozenset({"is_active", "is_staff", "groups"})


class RolesField(forms.ModelMultipleChoiceField[Group]):
    """The roles of the table, each by what it is called."""

    widget = UnfoldAdminCheckboxSelectMultipleWidget

    def __init__(self, **options: Any) -> None:
        super().__init__(Group.objects.filter(name__in=roles.BY_SLUG).order_by("name"), **options)

    def label_from_instance(self, group: Group) -> str:
        return roles.label(group.name)


class GivingForm(forms.ModelForm[User]):
    """A person's form that knows who fills it in, and refuses in a sentence what they may not give."""

    by: User
    groups = RolesField(label=_("Roles"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance == self.by:
            for name in self.fields.keys() & OWN:
                self.fields[name].disabled = True

    def clean_groups(self) -> QuerySet[Group]:
        chosen: QuerySet[Group] = self.cleaned_data["groups"]
        try:
            appointing.check(self.instance, [group.name for group in chosen], by=self.by)
        except appointing.NotAppointableError as refused:
            raise ValidationError(str(refused)) from refused
        return chosen


if TYPE_CHECKING:
    Person = admin.ModelAdmin[User]
else:
    Person = object


class Giving(Person):
    """What the page of a person may give: roles, and never more; the account of a superuser is nobody else's."""

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        may = super().has_change_permission(request, obj)
        return may and (obj is None or appointing.may_change(obj, by=acting(request)))

    def get_form(self, request: HttpRequest, *which: Any, **options: Any) -> Any:
        form = super().get_form(request, *which, **options)
        return type(form.__name__, (form,), {"by": acting(request)})

    def save_related(self, request: HttpRequest, form: ModelForm[User], *rest: Any) -> None:
        groups = form.cleaned_data.pop("groups", None)
        super().save_related(request, form, *rest)
        if groups is not None:
            actions.appoint(form.instance, [group.name for group in groups], by=acting(request))

    def user_change_password(self, request: HttpRequest, *which: Any, **named: Any) -> HttpResponse:
        """Whoever sets somebody's password can act in their name: people set their own, by a code sent to them."""
        raise PermissionDenied


class RoleFilter(admin.SimpleListFilter):
    """People by their role."""

    title = _("role")
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(role.slug, str(role.label)) for role in roles.ROLES]

    def queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> QuerySet[User]:
        return queryset.filter(groups__name=self.value()) if self.value() else queryset
