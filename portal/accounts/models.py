"""The person who signs in: known by an e-mail address, spoken to in a language of their own."""

from typing import TYPE_CHECKING, ClassVar, Final

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import Group, Permission, PermissionsMixin
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Func, Q, Value
from django.db.models.functions import Lower, Replace
from django.db.models.lookups import Exact
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.time_zones import BEIJING
from portal.history import tracked
from portal.languages import DEFAULT, LANGUAGES

# What stands between the words of an address: taken out, since PostgreSQL takes some addresses for one word.
APART: Final = "@.-_+"
# What people are found by in the console.
WORDS: Final = SearchVector(
    Func("email", Value(APART), Value(" " * len(APART)), function="translate", output_field=models.TextField()),
    "full_name",
    Replace("phone", Value("+"), output_field=models.TextField()),
    config="simple",
)


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "User":
        return self.create_user(email, password, **{"is_staff": True, "is_superuser": True, **fields})

    def with_address(self, email: str) -> "models.QuerySet[User]":
        """Whoever has this address, in any case of its letters; by the index that keeps addresses apart."""
        return self.filter(Exact(Lower("email"), email.lower()))

    def with_right(self, permission: str) -> "models.QuerySet[User]":
        """Staff who have a right, as "app.codename", by a role or by themselves; superusers are not sought out."""
        app, _dot, codename = permission.partition(".")
        right = Permission.objects.filter(codename=codename, content_type__app_label=app)
        holders = Q(groups__permissions__in=right) | Q(user_permissions__in=right)
        return self.filter(holders, is_staff=True, is_active=True).distinct()


@tracked(exclude=["last_login"], secret=["password"])
class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in with an e-mail address.

    `language` is what the portal writes to them in, `time_zone` what it shows hours in; `phone` is in E.164, and nobody
    has checked that it is theirs.
    """

    email = models.EmailField(_("e-mail address"), unique=True)
    full_name = models.CharField(_("full name"), max_length=150, blank=True)
    language = models.CharField(
        _("preferred language"),
        max_length=10,
        choices=[(language.code, language.name) for language in LANGUAGES],
        default=DEFAULT.code,
    )
    phone = models.CharField(_("phone"), max_length=16, blank=True, default="", db_default="")
    time_zone = models.CharField(_("time zone"), max_length=64, default=BEIJING, db_default=BEIJING)
    is_staff = models.BooleanField(_("may enter the console"), default=False)
    is_active = models.BooleanField(_("may sign in"), default=True)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="accounts_email_unique_in_any_case",
                violation_error_message=_("There is already a user with this e-mail address."),
            ),
            models.CheckConstraint(
                condition=models.Q(phone="") | models.Q(phone__regex=r"^\+[1-9][0-9]{5,14}$"),
                name="accounts_phone_international",
                violation_error_message=_("Write the phone number with its country code, as in +86 998 123 4567."),
            ),
        ]

        indexes = [GinIndex(WORDS, name="accounts_words")]

    def __str__(self) -> str:
        return self.full_name or self.email


# Tables that Django makes, here so that their changes are recorded: who has which role, and what a role may do.
if TYPE_CHECKING:
    RolesOfUsers = models.Model
    RightsOfUsers = models.Model
    RightsOfRoles = models.Model
else:
    RolesOfUsers = User.groups.through
    RightsOfUsers = User.user_permissions.through
    RightsOfRoles = Group.permissions.through


@tracked(part_of="user")
class RoleOfUser(RolesOfUsers):
    """That somebody has a role."""

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = _("role of a user")
        verbose_name_plural = _("roles of users")


@tracked(part_of="user")
class PermissionOfUser(RightsOfUsers):
    """That somebody has a right beside their roles."""

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = _("right of a user")
        verbose_name_plural = _("rights of users")


@tracked()
class Role(Group):
    """A role: a group of Django's, with a name of its own in each language (`roles.py`)."""

    class Meta:
        proxy = True
        default_permissions = ("view",)
        verbose_name = _("role")
        verbose_name_plural = _("roles")


@tracked(part_of="group")
class PermissionOfRole(RightsOfRoles):
    """That a role has a right."""

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = _("right of a role")
        verbose_name_plural = _("rights of roles")
