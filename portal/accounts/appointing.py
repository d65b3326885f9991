"""Who may give whom which role: nobody themselves, nobody more than their own role lets them give."""

from collections.abc import Collection

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from portal.accounts import roles
from portal.accounts.models import User


class NotAppointableError(PermissionDenied):
    """A role was to be given or taken by somebody who may not; says why in a sentence."""


def may_appoint(by: User) -> frozenset[str]:
    """The roles somebody may give and take; all of them where they may do everything."""
    if by.is_superuser:
        return frozenset(roles.BY_SLUG)
    return roles.appointed_by(by.groups.values_list("name", flat=True)) if by.is_active and by.is_staff else frozenset()


def may_change(user: User, *, by: User) -> bool:
    """Whether the account of somebody who may do everything is out of reach for whoever may not."""
    return by.is_superuser or not user.is_superuser


def check(user: User, chosen: Collection[str], *, by: User) -> None:
    """`NotAppointableError` where somebody may not make these the roles of a user."""
    changed = set(chosen) ^ set(user.groups.values_list("name", flat=True))
    if changed and user == by:
        raise NotAppointableError(_("Nobody can change their own roles: ask another administrator."))
    if changed - may_appoint(by) or not may_change(user, by=by):
        raise NotAppointableError(_("You may not give or take this role: your own role does not reach so far."))
