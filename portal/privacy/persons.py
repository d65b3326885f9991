"""Whose data a request is about: the person who is signed in."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest


def person(request: HttpRequest) -> AbstractBaseUser:
    """The person who is signed in, in a place for those who are; `PermissionDenied` for anybody else."""
    if not request.user.is_authenticated:
        raise PermissionDenied
    return request.user
