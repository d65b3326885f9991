"""Who does what a request asks for."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from portal.accounts.models import User


def acting(request: HttpRequest) -> User:
    """The user who acts, in a place for those who are signed in; `PermissionDenied` for anybody else."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
